"""Who is reminded that a report is due: the office of the village's head, two days before, once."""

from typing import Any

from django.db.models import CharField, Exists, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Concat

from worker.by_key import told_once
from worker.models import Channel, Delivery, Preferences
from worker.notices import notice
from workflows.core.clock import today
from workflows.organisation.models import Mandate, Role
from workflows.organisation.models.region import Zone
from workflows.organisation.states import OfficeState
from workflows.reports.reminding import Deadline, deadlines, unreported

AT_ONCE = 500
"""People who are told at a time; the others the next time, so that the country does not come in one transaction."""


def tell_of_reports() -> int:
    """Write what nobody has told yet, in every zone; returns how many rows."""
    return sum(tell(one, zone) for zone in Zone.values for one in deadlines(today(zone)))


def tell(deadline: Deadline, zone: str) -> int:
    mandates = list(to_remind(deadline, zone)[:AT_ONCE])
    known = Preferences.of([mandate.person_id for mandate in mandates])
    rows = [row for mandate in mandates for row in reminder(deadline, mandate, known[mandate.person_id])]
    return len(Delivery.objects.bulk_create(rows, ignore_conflicts=True))


def to_remind(deadline: Deadline, zone: str) -> QuerySet[Mandate]:
    """Who acts for the head of a village whose report has not come, staff too, and has not been told; `unit` is the village's."""
    day = today(zone)
    late = unreported(deadline, zone, day).filter(region=OuterRef("office__region"))
    had = Delivery.objects.filter(person=OuterRef("person"), key=OuterRef("told_as"), channel=Channel.APP)
    heads = Mandate.objects.in_force(day).filter(
        Exists(late), office__role=Role.VILLAGE_HEAD, office__state=OfficeState.ACTIVE, person__is_active=True
    )
    told_as = Concat(Value(f"{deadline.key} "), Cast("office", CharField()))
    marked = heads.annotate(told_as=told_as, unit=Subquery(late.order_by("scope", "pk").values("pk")[:1]))
    return marked.filter(~Exists(had)).select_related("office__region", "person").order_by("pk")


def reminder(deadline: Deadline, mandate: Mandate, known: Preferences) -> list[Delivery]:
    """In the app, and by the first channel."""
    told: Any = mandate  # with `unit` and `told_as`
    words = notice(
        "report_due", mandate.office.territory.name, f"/desa/{told.unit}/", form=deadline.form.title,
        period=deadline.period_words, due_on=deadline.due_on,
    )  # fmt: skip
    return told_once(mandate.person, told.told_as, words, known)
