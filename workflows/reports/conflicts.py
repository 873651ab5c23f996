"""Two reports about the same: which figures differ."""

from dataclasses import dataclass
from typing import Any

from .definition import Figures, Form
from .queries import SAME


@dataclass(frozen=True)
class Difference:
    """A figure to which both reports give a value, and not the same."""

    key: str
    label: str
    standing: Any
    second: Any


def conflicts(report: Any) -> list[Difference]:
    """In which figures a conflicting report differs from the one that stands, in the order of the form; else nothing."""
    standing = standing_for(report)
    if standing is None or standing.pk == report.pk:
        return []
    return differences(newer_form(standing, report), standing.figures, report.figures)


def standing_for(report: Any) -> Any:
    """The report that stands for what this one tells of."""
    return type(report).objects.filter(**{name: getattr(report, name) for name in SAME}, standing=True).first()


def newer_form(one: Any, other: Any) -> Form:
    """By which two reports are put together: one may have been begun before the form changed."""
    return max(one.definition, other.definition, key=lambda form: form.version)


def differences(form: Form, standing: Figures, second: Figures) -> list[Difference]:
    """To what only one of them tells there is nothing to choose."""
    both = [field for field in form.fields if field.key in standing and field.key in second]
    found = [Difference(field.key, field.label, standing[field.key], second[field.key]) for field in both]
    return [one for one in found if plain(one.standing) != plain(one.second)]


def plain(value: Any) -> Any:
    """A list of choices without its order."""
    return sorted(value) if isinstance(value, list) else value
