"""Every kind of letter and register against every check that applies to it."""

import pytest

from tests.documents.checklist.kinds import LETTERS, REGISTERS
from tests.documents.checklist.matrix import applied, try_on_all


@pytest.mark.parametrize(("number", "template"), applied(LETTERS | REGISTERS))
def test_a_letter_or_register_passes_the_check(number: int, template: str) -> None:
    try_on_all(number, template)
