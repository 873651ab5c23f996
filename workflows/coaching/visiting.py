"""The visits that a plan makes, and what is written of each. Each is an act's `prepare`."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from workflows.core.errors import BadValues

from .input import offices_in, past_day, prepare_report

REPORT_DAY = 3
"""Of the next month, as of the other monthly reports. A day for reports of coaching stands in no source: UNVERIFIED."""


def visits_of(deed, plans) -> dict[str, Any]:
    """A visit for each kecamatan and month of the plans."""
    return {"visits": [
        {"plan": plan.pk, "region": district.pk, "month": month, "due_on": report_due(month)}
        for plan in plans.prefetch_related("districts") for district in plan.districts.all() for month in plan.each_month()
    ]}  # fmt: skip


def report_due(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, REPORT_DAY)


def prepare_visit(deed, visits) -> dict[str, Any]:
    """What is known of a visit afterwards: its day, who came, what was found. Raises `BadValues`."""
    held = past_day("held_on", deed.values["held_on"], deed.today)
    if any(held < month for month in visits.values_list("month", flat=True)):
        raise BadValues({"held_on": _("Kunjungan bulan ini tidak mungkin sebelum bulannya mulai.")})
    came = deed.values["visitors"]
    known = offices_in(came)
    if any(type(pk) is not int or pk not in known for pk in came):
        raise BadValues({"visitors": _("Pilih kantor yang masih ada.")})
    visitors = [{"visit": pk, "office": office} for pk in visits.values_list("pk", flat=True) for office in known]
    return prepare_report(deed, visits) | {"held": held, "came": visitors}
