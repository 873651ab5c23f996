"""With the length of a text the signature wanders over the page break; it is never alone, wherever it lands."""

import copy
from collections.abc import Iterable
from typing import Any

import pytest

from documents.kinds import find
from tests.documents.checklist.every import CHECKS
from tests.documents.checklist.kinds import CERTIFICATE, INVITATION, ISSUED_LETTERS, REPORT
from tests.documents.checklist.specimen import Specimen
from tests.documents.conftest import BUPATI, printed


def a_third_by_day(values: Iterable[int]) -> list[Any]:
    """The rest by night."""
    return [value if n % 3 == 0 else pytest.param(value, marks=pytest.mark.nightly) for n, value in enumerate(values)]


@pytest.mark.parametrize("clauses", a_third_by_day(range(3, 9)))
@pytest.mark.parametrize("padding", [0, 12, 25])
def test_the_closing_of_a_decree_keeps_two_lines_with_it(clauses: int, padding: int) -> None:
    content = copy.deepcopy(find(BUPATI).sample(1))
    texts = [f"Klausul nomor {number} {'berisi kata ' * padding}" for number in range(clauses)]
    pages = printed({**content, "clauses": [*texts, content["clauses"][-1]]}).pages
    (lines,) = [page.lines for page in pages if "Ditetapkan di " in page.text]
    assert [line.text.startswith("Ditetapkan di ") for line in lines].index(True) >= 2
    assert all(len(page.lines) >= 3 for page in pages)


@pytest.mark.parametrize("rows", a_third_by_day(range(18, 30)))
@pytest.mark.parametrize("template", [BUPATI, "salinan@1"])
def test_the_signature_of_an_annex_keeps_three_rows_with_it(template: str, rows: int) -> None:
    last = Specimen(template, rows).reading.pages[-1]
    assert sum("99.01." in line.text for line in last.lines) >= 3


@pytest.mark.parametrize("rows", a_third_by_day(range(4, 29, 3)))
@pytest.mark.parametrize("template", sorted(ISSUED_LETTERS - INVITATION - REPORT - CERTIFICATE))
def test_the_signatures_of_a_letter_keep_two_lines_with_them(template: str, rows: int) -> None:
    paper = Specimen(template, rows)
    for number in (8, 9):
        CHECKS[number](paper)
    names = [party["name"] for party in paper.content["parties"] or [paper.content["issue"]["signatory"]]]
    closing = [page for page in paper.reading.pages if names[-1] in page.text][-1]
    assert all(name in closing.text for name in names)


@pytest.mark.xfail(reason="three rows of a third of a page each do not fit above the signature: it then stands alone")
def test_a_register_of_very_tall_rows_keeps_rows_with_its_signature() -> None:
    CHECKS[9](Specimen("buku_keputusan@1", 15, variant="long names"))
