"""What several acts are given, checked: what is wrong is named, with what to do."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from workflows.core.errors import BadValues
from workflows.organisation.models import Office
from workflows.villages.input import day, text

LONGEST_REPORT = 20_000


def past_day(field: str, given: Any, today: date) -> date:
    """A day on which something was done. Raises `BadValues` for one to come."""
    done = day(field, given)
    if done > today:
        raise BadValues({field: _("Tanggal ini belum tiba; catat sesudah dilaksanakan.")})
    return done


def words(field: str, given: Any, longest: int) -> str:
    """A text that says something. Raises `BadValues`."""
    said = text(field, given, longest)
    if not said:
        raise BadValues({field: _("wajib diisi")})
    return said


def prepare_report(deed, rows) -> dict[str, Any]:
    return {"report": words("report", deed.values["report"], LONGEST_REPORT)}


def offices_in(given: list[Any]) -> set[int]:
    """Those of the ids that are active offices."""
    numbers = [pk for pk in given if type(pk) is int]
    return set(Office.objects.active().filter(pk__in=numbers).values_list("pk", flat=True))
