"""Every kind of letter and register against every check that applies to it."""

import pytest

from tests.documents.checklist.kinds import LETTERS, REGISTERS
from tests.documents.checklist.matrix import applied, try_on
from tests.documents.checklist.papers import papers_by_day, papers_of


@pytest.mark.parametrize(("number", "template"), applied(LETTERS | REGISTERS))
def test_a_letter_or_register_passes_the_check(number: int, template: str) -> None:
    try_on(number, papers_by_day(template))


@pytest.mark.nightly
@pytest.mark.parametrize(("number", "template"), applied(LETTERS | REGISTERS))
def test_a_letter_or_register_passes_it_at_every_length_and_in_every_variant(number: int, template: str) -> None:
    try_on(number, papers_of(template))
