"""What was changed, by whom, from what to what: as lines for a page."""

from dataclasses import dataclass
from datetime import datetime

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
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


def line_of(change: Change) -> Line:
    who = change.person.full_name if change.person else _("Penyiapan awal")
    if change.source:
        who = _("%(who)s, impor “%(name)s”") % {"who": who, "name": change.source.name}
    if not change.field:
        return Line(change.at, who, _("dicatat"))
    return Line(change.at, who, label_of(change), str(change.old or "–"), str(change.new or "–"))


def label_of(change: Change) -> str:
    try:
        return str(apps.get_model(change.model)._meta.get_field(change.field).verbose_name)
    except (LookupError, FieldDoesNotExist):
        return change.field
