"""Figures as people read them."""

from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from workflows.reports.definition import Field


def said(field: Field, value: Any) -> str:
    """`1.200`, `ya`, `BKB, PIK-R`; an empty list is `tidak ada`, no value `–`."""
    if value is None:
        return "–"
    if field.kind == "flag":
        return _("ya") if value else _("tidak")
    if field.kind == "count":
        return number_format(value, force_grouping=True)
    if field.kind == "choices":
        return ", ".join(named(field, one) for one in value) or _("tidak ada")
    return named(field, value)


def named(field: Field, value: str) -> str:
    """A choice by its label; what is none stands for itself."""
    return field.labels.get(value, value)


def share_of(part: int, whole: int | None) -> str:
    """`25,8 %`; nothing where the whole is not known or nobody."""
    return f"{number_format(round(100 * part / whole, 1), 1)} %" if whole else ""
