"""Every kind of naskah dinas in every form against what a reader of the paper must find (documents.md 2.5, 2.6, 2.8)."""

import pytest

from documents.content import Content
from documents.forms import Form
from documents.kinds import all_kinds, find
from tests.documents.conftest import printed, sample_paper

KINDS = [template for template, kind in all_kinds().items() if kind.family.name == "naskah_dinas"]
REGISTERS = ("buku_a2@1", "buku_keputusan@1")
LETTERS = [template for template in KINDS if template not in REGISTERS]
ISSUED = [template for template in LETTERS if find(template).issued]
PAPERS = [(template, form) for template in KINDS for form in Form]


@pytest.mark.parametrize(("template", "form"), [(kind, form) for kind in ISSUED for form in Form], ids=str)
def test_number_date_and_name_as_the_form_has_them(template: str, form: Form) -> None:
    """A berita acara tells the day of the meeting instead, and its parties are known before it is issued."""
    issue, text = find(template).sample(3)["issue"], sample_paper(template, 3, form).flowing
    by_parties = template in ("berita_acara@1", "berita_acara_rakor@1")
    assert (issue["number"] in text) == (form is Form.FINAL)
    assert ("9 September 2024" in text) == (form is Form.FINAL and not by_parties)
    assert (issue["signatory"]["name"] in text) == (form is not Form.DRAFT or by_parties)
    assert ("- belum bertanda tangan" in text) == (form is Form.FINAL)


@pytest.mark.parametrize("template", LETTERS)
def test_the_kop_opens_the_letter(template: str) -> None:
    content = find(template).sample(3)
    head = [*content["letterhead"]["lines"], content["letterhead"]["address"]]
    assert sample_paper(template, 3, Form.FINAL).flowing.startswith(" ".join(head))


@pytest.mark.parametrize("template", ISSUED)
def test_the_districts_own_footer_stands_on_every_page_of_an_electronic_letter(template: str) -> None:
    own = "Ditandatangani dengan sertifikat elektronik daerah."
    assert all(own in page.text for page in printed({**signed(find(template).sample(30)), "footer": own}).pages)


def signed(content: Content) -> Content:
    issue = {**content["issue"], "signature": "tte", "verify_url": f"https://siklus.contoh.go.id/v/{'0a1b2c3d' * 4}"}
    return {**content, "issue": issue}
