"""The settings choose who signs and whom a verifier believes."""

from pathlib import Path

import pytest
from pytest_django import Settings

from documents.signing import chosen
from documents.signing.bsre.generation1 import FirstGeneration
from documents.signing.bsre.generation2 import SecondGeneration
from documents.signing.errors import NoSigner
from documents.signing.local import LocalSigner


@pytest.fixture(autouse=True)
def _afresh(settings: Settings, tmp_path: Path) -> None:
    settings.LOCAL_SIGNER_DIR = tmp_path / "signing"
    settings.BSRE_URL = "https://esign.contoh.invalid"


@pytest.mark.parametrize(
    ("name", "kind", "secret"),
    [("local", LocalSigner, False), ("bsre1", FirstGeneration, True), ("bsre2", SecondGeneration, True)],
)
def test_the_settings_name_the_signer(settings: Settings, name: str, kind: type, secret: bool) -> None:
    settings.SIGNER = name
    signer = chosen.signer()
    assert isinstance(signer, kind)
    assert (signer.name, signer.needs_secret) == (name, secret)


def test_the_local_signer_says_what_it_is_not(settings: Settings) -> None:
    settings.SIGNER = "local"
    assert str(chosen.signer().label) == "bukan tanda tangan elektronik tersertifikasi"


def test_where_all_is_ink_nobody_signs(settings: Settings) -> None:
    settings.SIGNER = ""
    with pytest.raises(NoSigner, match="tinta"):
        chosen.signer()


def test_the_test_authority_is_believed_only_where_it_signs(
    settings: Settings, local: LocalSigner, tmp_path: Path
) -> None:
    settings.TRUST_DIR = tmp_path / "trust"
    local.authority.export(settings.TRUST_DIR)
    settings.SIGNER = "bsre2"
    assert len(chosen.trust().roots) == 1
    settings.SIGNER = "local"
    assert len(chosen.trust().roots) == 2
