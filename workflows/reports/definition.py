"""What a form asks: its fields, when each is needed, of what a count is a share, and by when a report is due."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

from .periods import first_day, months_later
from .states import Span

Figures = Mapping[str, Any]
"""By the key of a field: a whole number, yes or no, a choice, a list of choices, or a text."""


@dataclass(frozen=True)
class Field:
    """`when`: asked only if each of these fields says this (a list: holds it). `of`: the count that it is a part of.

    `source`: where the figure comes from unless a report says otherwise. `open`: other entries than the choices are allowed.
    `list`: the versioned list that its choices are, in each region that region's own (`workflows.coaching.lists`).
    `only_for`: choices that only some kinds of villages have; `withheld` are those that one of another kind is not offered.
    """

    key: str
    label: str
    kind: str
    source: str
    needed: bool = True
    when: tuple[tuple[str, Any], ...] = ()
    of: str = ""
    choices: Mapping[str, str] | None = None
    open: bool = False
    list: str = ""
    at_least: int = 0
    only_for: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    withheld: Mapping[str, str] = field(default_factory=dict)

    @property
    def labels(self) -> dict[str, str]:
        """What each choice is called, those that are not offered too."""
        return {**(self.choices or {}), **self.withheld}

    def without(self, keys: Collection[str]) -> "Field":
        """The same with some choices no longer offered."""
        choices = self.labels
        return replace(self, choices={key: label for key, label in choices.items() if key not in keys},
                       withheld={key: label for key, label in choices.items() if key in keys})  # fmt: skip

    def asked(self, figures: Figures) -> bool:
        return all(says(figures.get(key), wanted) for key, wanted in self.when)


def says(value: Any, wanted: Any) -> bool:
    return wanted in value if isinstance(value, list) else value == wanted


@dataclass(frozen=True)
class Due:
    """Due on a day of the month that lies so many months after the one in which the period begins."""

    day: int
    months_after: int


@dataclass(frozen=True)
class Section:
    """What of a form is filled in on one page, and by one person at a time."""

    key: str
    title: str
    fields: tuple[Field, ...]

    def of(self, figures: Figures) -> dict[str, Any]:
        """The figures that stand in it."""
        return {field.key: figures[field.key] for field in self.fields if field.key in figures}


@dataclass(frozen=True)
class Form:
    """One version. `span` is what a report tells of; one is expected in each `every` (None: whenever something happens).

    `totals`: counts that are exactly the sum of others. `within`: counts that others, taken together, do not exceed.
    `denominators`: the names of the counts that this form borrows from other forms, by key. `aims`: the version of the list of
    *sasaran* that it is worded with, if it asks for any (`worded.py`).
    """

    code: str
    version: int
    title: str
    span: Span
    every: Span | None
    due: Due | None
    fields: tuple[Field, ...]
    sections: tuple[Section, ...]
    totals: Mapping[str, tuple[str, ...]]
    within: Mapping[str, tuple[str, ...]]
    denominators: Mapping[str, str]
    aims: str = ""

    @cached_property
    def by_key(self) -> dict[str, Field]:
        return {field.key: field for field in self.fields}

    @cached_property
    def listed(self) -> tuple[str, ...]:
        """The keys of the fields whose choices a region words."""
        return tuple(field.key for field in self.fields if field.list)

    def section(self, key: str) -> Section | None:
        return next((one for one in self.sections if one.key == key), None)

    def name_of(self, key: str) -> str:
        """What a count or a denominator is called, where a share of it is printed."""
        return self.denominators[key] if key in self.denominators else self.by_key[key].label

    def period_of(self, day: date) -> date:
        """The first day of the period that holds a day."""
        return first_day(self.span, day)

    def due_on(self, period: date) -> date | None:
        """The last day on which the report of a period is in time; None: there is no such day."""
        if self.every is None or self.due is None:
            return None
        begun = months_later(first_day(self.every, period).replace(day=1), self.due.months_after)
        return begun.replace(day=self.due.day)

    def only_asked(self, figures: Figures) -> dict[str, Any]:
        """Without what the other answers leave no room for: no number of members where there is no Pokja."""
        return {key: value for key, value in figures.items() if key in self.by_key and self.by_key[key].asked(figures)}

    def sources_of(self, keys: Iterable[str], given: Mapping[str, str]) -> dict[str, str]:
        """Where each of these figures comes from: as a report gives it, else as the form knows it."""
        return {key: given.get(key) or self.by_key[key].source for key in keys if key in self.by_key}
