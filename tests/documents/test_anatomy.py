"""Every kind in every form against every check: the table kind × form × check."""

import re

import pytest

from documents.families import PRODUK_HUKUM
from documents.forms import Form
from documents.kinds import all_kinds, find
from tests.documents.anatomy import CHECKS
from tests.documents.conftest import BUPATI, KADES, sample_paper

DECREES = {
    BUPATI: 136, KADES: 21, "keputusan_perubahan@1": 6, "keputusan_pencabutan@1": 15, "keputusan_pembatalan@1": 2,
    "keputusan_penundaan@1": 1,
}  # fmt: skip
PAPERS = [(template, rows, form) for template, rows in DECREES.items() for form in Form]
ELSEWHERE = {
    "07": "test_layout: the emblem", "11": "test_electronic: the QR code", "14": "test_same_bytes",
    "27": "the wording of a basis is the district's master list", "42": "test_layout: the mandate's title",
    "43": "who holds an office on a day is for the door, tests/organisation", "53": "test_copies", "54": "test_copies",
    "55": "naskah dinas", "56": "naskah dinas", "57": "naskah dinas",
    "58": "signed papers", "59": "signed papers",
}  # fmt: skip


def test_each_of_the_sixty_checks_has_a_home() -> None:
    here = {number for name in CHECKS for number in re.findall(r"\b\d\d\b", name)}
    assert here | set(ELSEWHERE) == {f"{number:02}" for number in range(1, 61)}
    assert not here & set(ELSEWHERE)


def test_every_kind_of_decree_is_checked() -> None:
    others = {"ralat@1": "test_changes", "salinan@1": "test_copies", "petikan@1": "test_copies"}
    ours = {template for template, kind in all_kinds().items() if kind.family is PRODUK_HUKUM}
    assert ours == {*DECREES, *others}


@pytest.mark.parametrize("check", CHECKS)
@pytest.mark.parametrize(("template", "rows", "form"), PAPERS, ids=str)
def test_paper_has_the_anatomy_of_a_decree(template: str, rows: int, form: Form, check: str) -> None:
    CHECKS[check](sample_paper(template, rows, form), find(template).sample(rows), form)


ROWS = ["01", "02", "04", "05", "08", "09", "10", "34", "41", "47", "49", "50"]


@pytest.mark.parametrize("rows", [1, 2, 3, 15, 21, 22, 23, 24, 46, 47, 48, 500])
def test_a_list_of_any_length_keeps_its_anatomy(rows: int) -> None:
    content = find(BUPATI).sample(rows)
    for name in CHECKS:
        if name[:2] in ROWS:
            CHECKS[name](sample_paper(BUPATI, rows, Form.FINAL), content, Form.FINAL)


@pytest.mark.parametrize("rows", range(18, 30))
def test_annex_signature_keeps_at_least_three_rows(rows: int) -> None:
    """With the number of rows the foot of the table wanders over the page break."""
    last = sample_paper(BUPATI, rows, Form.FINAL).pages[-1]
    assert sum("99.01." in line.text for line in last.lines) >= min(rows, 3)
