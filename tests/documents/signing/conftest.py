"""One warm test authority for the session, and the sample decree's real final paper, unsigned and signed."""

from functools import cache
from pathlib import Path
from uuid import uuid4

import pytest

from documents import box
from documents.forms import Form
from documents.kinds import find
from documents.signing.local import LocalSigner
from documents.signing.signer import Signatory
from documents.signing.trust import Trust
from tests.documents.conftest import BUPATI

# No real NIK begins with 00: the first two digits are a province, and those begin at 11.
BUPATI_SIGNS = Signatory(
    "Contoh Bupati, S.Sos.", "Bupati Contoh", nik="0000000000000001", email="bupati@contoh.invalid"
)
CAMAT_SIGNS = Signatory("Contoh Camat", "Camat Contoh", nik="0000000000000002")
KADES_SIGNS = Signatory("Contoh Kepala Desa", "Kepala Desa Contoh", nik="0000000000000003")


@cache
def final_paper(rows: int = 3) -> bytes:
    return box.render(BUPATI, find(BUPATI).sample(rows), Form.FINAL).pdf


@pytest.fixture(scope="session")
def local(tmp_path_factory: pytest.TempPathFactory) -> LocalSigner:
    return LocalSigner(tmp_path_factory.mktemp("signing"))


@pytest.fixture(scope="session")
def trust(local: LocalSigner, tmp_path_factory: pytest.TempPathFactory) -> Trust:
    """As a verifier far away has it: the root certificate in a folder."""
    folder = tmp_path_factory.mktemp("trust")
    local.authority.export(folder)
    return Trust.of(folder)


@pytest.fixture(scope="session")
def paper() -> bytes:
    return final_paper()


@pytest.fixture(scope="session")
def signed(local: LocalSigner, paper: bytes) -> bytes:
    return local.sign(paper, BUPATI_SIGNS, "", str(uuid4())).pdf


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "naskah.pdf"
