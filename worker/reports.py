"""Who is reminded of a report: the office of the village's head, by the clock two days before it is due, and by those above."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.models import CharField, Exists, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Concat

from worker.by_key import told_once
from worker.models import Channel, Delivery, Preferences
from worker.notices import Notice, notice
from workflows.core.clock import today
from workflows.organisation.models import Mandate, Role
from workflows.organisation.offices import zones_at_work
from workflows.organisation.states import OfficeState
from workflows.reports.reminding import Deadline, deadlines, unreported
from workflows.villages.facts import KampungQuerySet

AT_ONCE = 500
"""People who are told at a time; the others the next time, so that the country does not come in one transaction."""


def tell_of_reports() -> int:
    """Write what nobody has told yet, in every zone; returns how many people."""
    return sum(tell(one, zone) for zone in zones_at_work() for one in deadlines(today(zone)))


def tell(deadline: Deadline, zone: str) -> int:
    late = unreported(deadline, zone, today(zone))
    waiting = untold(heads_of(late, today(zone)), Concat(Value(f"{deadline.key} "), Cast("office", CharField())))
    return write(waiting, lambda mandate, unit: words_of("report_due", deadline, mandate, unit))


def remind(deadline: Deadline, units: KampungQuerySet, by: str, day: date) -> int:
    """Remind those of these villages, once a day each, in the name of an office; returns how many people are told."""
    waiting = untold(heads_of(units, day), Concat(Value(f"{deadline.key} {day} "), Cast("office", CharField())))
    return write(waiting, lambda mandate, unit: words_of("report_late", deadline, mandate, unit, by=by))


def heads_of(units: KampungQuerySet, day: date) -> QuerySet[Mandate]:
    """Who acts on a day for the heads of the villages of these units, staff too; `unit` is the village's."""
    here = units.filter(region=OuterRef("office__region"))
    heads = Mandate.objects.in_force(day).filter(
        Exists(here), office__role=Role.VILLAGE_HEAD, office__state=OfficeState.ACTIVE, person__is_active=True
    )
    return heads.annotate(unit=Subquery(here.order_by("scope", "pk").values("pk")[:1])).select_related("office__region", "person")


def untold(heads: QuerySet[Mandate], key: Concat) -> QuerySet[Mandate]:
    """Those who have not been told yet what is known by this key, which they bear as `told_as`."""
    had = Delivery.objects.filter(person=OuterRef("person"), key=OuterRef("told_as"), channel=Channel.APP)
    return heads.annotate(told_as=key).filter(~Exists(had)).order_by("pk")


def write(waiting: QuerySet[Mandate], words: Callable[[Mandate, int], Notice]) -> int:
    """In the app, and by the first channel; returns to how many people."""
    mandates: list[Any] = list(waiting[:AT_ONCE])  # with `unit` and `told_as`
    known = Preferences.of([mandate.person_id for mandate in mandates])
    rows = [row for one in mandates for row in told_once(one.person, one.told_as, words(one, one.unit), known[one.person_id])]
    Delivery.objects.bulk_create(rows, ignore_conflicts=True)
    return len({mandate.person_id for mandate in mandates})


def words_of(template: str, deadline: Deadline, mandate: Mandate, unit: int, **more: str) -> Notice:
    return notice(
        template, mandate.office.territory.name, f"/laporan/desa/{unit}/", form=deadline.form.title,
        period=deadline.period_words, due_on=deadline.due_on, **more,
    )  # fmt: skip
