"""The table is whole: every kind × every check has an entry, every entry that names a test names one that is there."""

import re
from pathlib import Path

import pytest

from documents import box
from documents.kinds import all_kinds
from tests.documents.checklist.every import CHECKS
from tests.documents.checklist.page import PAGE, written
from tests.documents.checklist.table import TABLE, entry_of

NUMBERS = range(1, 61)
NAMED = sorted({entry.test for row in TABLE.values() for entry in row.values() if entry.test})


@pytest.mark.parametrize("template", all_kinds())
def test_each_kind_has_one_entry_for_each_of_the_sixty_checks(template: str) -> None:
    assert sorted(TABLE) == list(NUMBERS)
    for number in NUMBERS:
        entry = entry_of(number, template)
        assert entry.checked or entry.why or entry.test


def test_the_table_names_no_kind_that_is_not_there() -> None:
    assert {kind for row in TABLE.values() for kinds in row for kind in kinds} == set(all_kinds())


def test_what_is_checked_here_is_written_here_and_nothing_else() -> None:
    assert set(CHECKS) == {number for number, row in TABLE.items() if any(entry.checked for entry in row.values())}


@pytest.mark.parametrize("named", NAMED)
def test_a_test_that_the_table_points_to_is_there(named: str) -> None:
    file, _, test = named.partition("::")
    assert re.search(rf"^def {test}\(", Path(box.ROOT, file).read_text(), re.MULTILINE)


def test_the_page_for_readers_says_what_the_table_says() -> None:
    """After a change of the table: `python -m tests.documents.checklist.page`."""
    assert PAGE.read_text() == written()
