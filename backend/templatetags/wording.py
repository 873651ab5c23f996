"""Dates and deadlines as people say them."""

from collections.abc import Iterable
from datetime import date, datetime

from django import template
from django.conf import settings
from django.template import Context
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from backend.pages import remedies
from backend.pages.moments import moment_of
from backend.pages.places import PLACES_OF_LETTERS, place_in_words
from backend.pages.versions import code_of
from workflows.core.errors import Problem
from workflows.core.models import Snapshot
from workflows.core.wording import diktum, long_date, short_date
from workflows.routes.models import Assignment, Remark

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
    return place_in_words(target)


@register.filter
def moment(at: datetime | None) -> str:
    """`6 Mei 2024 14.05 WIB`, in the zone of whoever acts."""
    return moment_of(at) if at else ""


@register.filter
def version_code(snapshot: Snapshot | None) -> str:
    """`v4 · 7F3A-91`."""
    return code_of(snapshot) if snapshot else ""


@register.filter
def field_of_letter(place: str) -> str:
    """Where something is missing, in words: `body.results ke-2` → `Hasil ke-2`."""
    name, _space, rest = place.removeprefix("body.").partition(" ")
    return f"{PLACES_OF_LETTERS.get(name.partition('.')[0], name)} {rest}".strip()


@register.simple_tag(takes_context=True)
def is_example(context: Context) -> bool:
    """Whether the page must say so: every page of a demo, and whatever is about a file made as an example."""
    return settings.ENVIRONMENT == "demo" or bool(getattr(context.get("file"), "example", False))


@register.filter
def remedy(problem: Problem, task: Assignment) -> str:
    """Where what stands in the way can be lifted."""
    return remedies.remedy(problem, task)


@register.filter
def at(remarks: Iterable[Remark], target: str) -> list[Remark]:
    """The remarks pinned to one place."""
    return [remark for remark in remarks if remark.target == target]


@register.filter
def target_of_evidence(pk: int) -> str:
    return f"evidence.{pk}"
