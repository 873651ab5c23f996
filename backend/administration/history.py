"""What was changed, by whom, from what to what: as lines for a page."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _

from .models import Change
from .recording import changes_of

MOST = 50


@dataclass(frozen=True)
class Line:
    at: datetime
    who: str
    words: str
    old: str = ""
    new: str = ""


def lines_of(row: Model) -> list[Line]:
    """The last changes of a row, the newest first."""
    return [line_of(change) for change in changes_of(row)[:MOST]]


def lines_of_all(rows: QuerySet) -> list[Line]:
    """The last changes of several rows of one model, each with what it is about."""
    found = Change.objects.filter(model=rows.model._meta.label_lower, object_id__in=rows.order_by().values("pk"))
    made = list(found.select_related("person", "source").order_by("-pk")[:MOST])
    names = rows.in_bulk([change.object_id for change in made])
    return [replace(line, words=f"{names[change.object_id]}: {line.words}") for change in made for line in [line_of(change)]]


def line_of(change: Change) -> Line:
    who = change.person.full_name if change.person else _("Penyiapan awal")
    if change.source:
        who = _("%(who)s, impor “%(name)s”") % {"who": who, "name": change.source.name}
    if not change.field:
        return Line(change.at, who, _("dicatat"))
    return Line(change.at, who, label_of(change), shown(change.old), shown(change.new))


def shown(value: Any) -> str:
    if isinstance(value, bool):
        return _("ya") if value else _("tidak")
    return str(value or "–")


def label_of(change: Change) -> str:
    try:
        return str(apps.get_model(change.model)._meta.get_field(change.field).verbose_name)
    except (LookupError, FieldDoesNotExist):
        return change.field
