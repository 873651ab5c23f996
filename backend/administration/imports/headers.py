"""Which column of an office's list is which of ours: by exact name, else by likeness, for a person to confirm."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from openpyxl.utils import get_column_letter

from workflows.core.errors import BadValues

from .workbooks import Page, text_of

FIRST_LINES = 15
"""A header stands below a title, not below a list."""
ALIKE = 0.75


@dataclass(frozen=True)
class Column:
    """A column of a list: what the template calls it, other names it goes by, and what to write in it."""

    name: str
    label: str | Promise
    aliases: tuple[str, ...] = ()
    required: bool = False
    hint: str | Promise = ""

    @property
    def names(self) -> list[str]:
        return [plain(str(self.label)), *self.aliases]


@dataclass(frozen=True)
class Match:
    """Where the header stands, which letter each of our columns has, and whether nobody need be asked."""

    sheet: str
    header: int
    columns: dict[str, str]
    sure: bool


def plain(text: str) -> str:
    """`NAMA PEKON/KEL.` → `nama pekon kel`."""
    return " ".join(re.findall(r"[a-z0-9]+", text.lower()))


def match(pages: list[Page], columns: list[Column]) -> Match:
    """The sheet and line that look most like our header. Raises `BadValues` naming `file` when there is none."""
    found = [
        (scored, page, line) for page in pages for line in list(page.lines)[:FIRST_LINES]
        if (scored := likeness(page.lines[line], columns))
    ]  # fmt: skip
    if not found:
        words = _("Tidak ada baris judul yang dikenali. Baris judul memuat, misalnya: %(columns)s.")
        raise BadValues({"file": words % {"columns": ", ".join(str(column.label) for column in columns if column.required)}})
    scored, page, line = max(found, key=lambda one: sum(score for score, _letter in one[0].values()))
    letters = {name: letter for name, (_score, letter) in scored.items()}
    sure = all(score == 1 for score, _letter in scored.values()) and all(c.name in letters for c in columns if c.required)
    return Match(page.title, line, letters, sure)


def likeness(values: list[Any], columns: list[Column]) -> dict[str, tuple[float, str]]:
    """For each of our columns that a line seems to name: how alike, and its letter. Each column is given once."""
    heads = [(get_column_letter(n), plain(text_of(value))) for n, value in enumerate(values, 1)]
    scores = [(alike(head, column), column.name, letter) for letter, head in heads if head for column in columns]
    chosen: dict[str, tuple[float, str]] = {}
    for score, name, letter in sorted(scores, key=lambda one: -one[0]):
        if score >= ALIKE and name not in chosen and letter not in {taken for _s, taken in chosen.values()}:
            chosen[name] = (score, letter)
    return chosen


def alike(head: str, column: Column) -> float:
    """1 for one of the column's names, less for one that has the words of one among others, or is spelled alike."""
    return max(_alike(head, name) for name in column.names)


def _alike(head: str, name: str) -> float:
    if head == name:
        return 1
    said, wanted = set(head.split()), set(name.split())
    if wanted <= said:
        return 0.8 + 0.19 * len(wanted) / len(said)
    return min(0.95, SequenceMatcher(None, head, name).ratio())
