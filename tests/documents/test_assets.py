"""What a paper may contain besides its text."""

from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from documents.assets import assets_of, qr_png
from documents.errors import ContentError
from documents.kinds import find
from tests.documents.conftest import BUPATI

ADDRESS = "https://siklus.contoh.go.id/v/0123456789abcdef0123456789abcdef"


def issued(**issue: str) -> dict[str, bytes]:
    kind = find(BUPATI)
    return assets_of(kind.family, {**kind.sample(1), "issue": issue})


def test_only_an_electronically_signed_paper_has_a_qr_code() -> None:
    assert "qr" in issued(signature="tte", verify_url=ADDRESS)
    assert "qr" not in issued(signature="ink", verify_url=ADDRESS)
    assert "qr" not in issued(signature="none", verify_url=ADDRESS)


def test_the_qr_code_is_the_address_at_level_m_and_the_same_every_time(tmp_path: Path) -> None:
    assert qr_png(ADDRESS) == qr_png(ADDRESS)
    picture = tmp_path / "qr.png"
    picture.write_bytes(qr_png(ADDRESS))
    (code,) = zxingcpp.read_barcodes(Image.open(picture))
    assert code.text == ADDRESS
    assert code.ec_level == "M"


def test_a_demo_may_name_its_own_machine() -> None:
    assert "qr" in issued(signature="tte", verify_url="http://127.0.0.1:8000/v/1")


@pytest.mark.parametrize("address", ["", "http://siklus.contoh.go.id/v/1", "https://" + "x" * 200])
def test_a_qr_code_without_a_proper_address_is_refused(address: str) -> None:
    with pytest.raises(ContentError, match="issue.verify_url"):
        issued(signature="tte", verify_url=address)
