"""The daily summary: at 07.30 where a person's office is, on working days, to whoever asked for it."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from django.db.models import Count, Q, QuerySet

from worker.bundle import PREFIX
from worker.by_key import told_once
from worker.models import Channel, Delivery, Status
from worker.night import is_live
from worker.notices import notice
from worker.subjects import marked
from workflows.organisation.models import Mandate, Person, WorkingDay
from workflows.organisation.offices import zones_at_work
from workflows.organisation.states import OfficeState
from workflows.organisation.working_days import NATIONAL
from workflows.routes.models import Assignment
from workflows.routes.queries import returns_to_put_right
from workflows.routes.states import AssignmentState

FROM, UNTIL = time(7, 30), time(12)
"""A scheduler that was away in the morning tells it late, but not in the afternoon."""


def tell_summaries(now: datetime | None = None) -> int:
    """Write what is due in every zone; returns how many. A second scheduler adds nothing (`delivery_once_per_key`)."""
    if not is_live():
        return 0
    now = now or datetime.now(UTC)
    return sum(tell_zone(zone, now.astimezone(ZoneInfo(zone))) for zone in zones_at_work())


def tell_zone(zone: str, local: datetime) -> int:
    day = local.date()
    worked = WorkingDay.objects.filter(calendar=NATIONAL, date=day, is_working=True)
    if not FROM <= local.time() < UNTIL or not worked.exists():
        return 0
    rows = [row for person in waiting(zone, day) for row in summary(person, zone, day)]
    return len(Delivery.objects.bulk_create(rows, ignore_conflicts=True))


def key_of(day: date) -> str:
    return f"{PREFIX}{day}"


def waiting(zone: str, day: date) -> QuerySet[Person]:
    """Who asked for it, holds an office in the zone, and has not had it that day."""
    had = Delivery.objects.filter(key=key_of(day), channel=Channel.APP).values("person")
    wants = Person.objects.filter(is_active=True, preferences__summary=True, mandates__in=held(day, zone))
    return wants.exclude(pk__in=had).select_related("preferences").distinct()


def held(day: date, zone: str) -> QuerySet[Mandate]:
    return Mandate.objects.in_force(day).filter(office__state=OfficeState.ACTIVE, office__region__zone=zone)


def summary(person: Person, zone: str, day: date) -> list[Delivery]:
    """In the app, and by the first channel; nothing where nothing waits."""
    offices = [mandate.acting_office_id for mandate in held(day, zone).filter(person=person)]
    tasks = Assignment.objects.filter(office__in=offices, state=AssignmentState.OPEN)
    counts = tasks.aggregate(open=Count("pk"), late=Count("pk", filter=Q(due_on__lt=day)))
    back = returns_to_put_right().filter(file__office__in=offices).select_related("file").order_by("fix_by", "pk")
    counts["back"] = len(back)
    counts["unread"] = Delivery.objects.filter(person=person, channel=Channel.APP, status=Status.SENT).count()
    if not any(counts.values()):
        return []
    first = back[0] if back else None
    words = notice("summary", marked(first.file) if first else "", "/", day=day, fix_by=first and first.fix_by, **counts)
    return told_once(person, key_of(day), words, person.preferences)
