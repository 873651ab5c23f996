"""Dates and deadlines as people say them."""

from datetime import date

from django import template
from django.conf import settings
from django.template import Context
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from backend.pages.places import PLACES, PLACES_OF_LETTERS
from workflows.core.wording import diktum, long_date, short_date

register = template.Library()


@register.filter
def day(value: date | None) -> str:
    """`6 Mei 2024`; nothing for no date."""
    return long_date(value) if value else ""


@register.filter
def due(value: date | None, today: date) -> str:
    """A deadline seen from today: `lewat tenggat 2 hari`, `hari ini`, `besok`, `Selasa, 24 Nov`; with the year if another."""
    if value is None:
        return _("tanpa tenggat")
    left = (value - today).days
    if left < 0:
        return ngettext("lewat tenggat %(n)d hari", "lewat tenggat %(n)d hari", -left) % {"n": -left}
    if left < 2:
        return _("besok") if left else _("hari ini")
    return short_date(value) if value.year == today.year else long_date(value)


@register.filter
def urgency(value: date | None, today: date) -> str:
    """The class of a deadline: late, today, or nothing."""
    if value is None or value > today:
        return ""
    return "late" if value < today else "today"


@register.filter
def clause_name(order: int) -> str:
    """1 → `KESATU`."""
    return diktum(order)


@register.filter
def place(target: str) -> str:
    """Where a remark is pinned, in words: `clauses.2` → `Diktum 2`."""
    part, _dot, number = target.partition(".")
    return f"{PLACES.get(part, part)} {number}".strip()


@register.filter
def field_of_letter(place: str) -> str:
    """Where something is missing, in words: `body.results ke-2` → `Hasil ke-2`."""
    name, _space, rest = place.removeprefix("body.").partition(" ")
    return f"{PLACES_OF_LETTERS.get(name.partition('.')[0], name)} {rest}".strip()


@register.simple_tag(takes_context=True)
def is_example(context: Context) -> bool:
    """Whether the page must say so: every page of a demo, and whatever is about a file made as an example."""
    return settings.ENVIRONMENT == "demo" or bool(getattr(context.get("file"), "example", False))
