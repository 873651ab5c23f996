"""Every kind in every form against every check: the table kind × form × check."""

import pytest

from documents.forms import Form
from documents.kinds import find
from tests.documents.anatomy import CHECKS
from tests.documents.conftest import BUPATI, KADES, sample_paper

PAPERS = [(BUPATI, 136, form) for form in Form] + [(KADES, 21, form) for form in Form]


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
