"""Who is told about substitutes: the official whom one waits for, the substitute, and both seven days before the end."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import QuerySet

from worker.by_key import told_once
from worker.models import Channel, Delivery, Preferences
from worker.notices import Notice, notice
from workflows.core.clock import today
from workflows.organisation.mandates import holders
from workflows.organisation.models import Person, Substitution
from workflows.organisation.offices import zones_at_work
from workflows.organisation.states import Capacity, SubstitutionState

WARN_BEFORE = timedelta(days=7)
Told = tuple[Substitution, str, str, Person]
"""What it is about, the message, the key that makes it once, and whom."""


def tell_of_substitutes() -> int:
    """Write what nobody has told yet, in every zone; returns how many rows."""
    return sum(tell_zone(zone, today(zone)) for zone in zones_at_work())


def tell_zone(zone: str, day: date) -> int:
    rows = Substitution.objects.filter(office__region__zone=zone).select_related("office__region", "person", "confirmed_by")
    told = [*asked(rows, day), *named(rows, day), *ending(rows, day)]
    keys = {key for _one, _message, key, _person in told}
    had = set(Delivery.objects.filter(key__in=keys, channel=Channel.APP).values_list("key", "person"))
    new = [one for one in told if (one[2], one[3].pk) not in had]
    known = Preferences.of([person.pk for *_rest, person in new])
    deliveries = [row for one in new for row in told_once(one[3], one[2], worded(one[0], one[1]), known[one[3].pk])]
    return len(Delivery.objects.bulk_create(deliveries, ignore_conflicts=True))


def worded(one: Substitution, message: str) -> Notice:
    return notice(
        message, one.office.label, f"/pengganti/{one.pk}/", who=one.person.full_name, since=one.since, until=one.until,
        capacity=one.get_capacity_display(), paper=one.paper,
    )  # fmt: skip


def asked(rows: QuerySet[Substitution], day: date) -> Iterator[Told]:
    """What waits for the official. A Plt. is confirmed by one above, who prepared it or sees the list."""
    waiting = rows.filter(state=SubstitutionState.PREPARED, since__gte=day).exclude(capacity=Capacity.PLT)
    for one in waiting:
        for mandate in holders([one.office_id], day).get(one.office_id, []):
            if mandate.acts_for_id is None and mandate.person_id != one.prepared_by_id:
                yield one, "substitute_asked", f"substitute asked {one.pk}", mandate.person


def named(rows: QuerySet[Substitution], day: date) -> Iterator[Told]:
    for one in rows.filter(state=SubstitutionState.CONFIRMED).exclude(until__lt=day):
        yield one, "substitute_named", f"substitute named {one.pk}", one.person


def ending(rows: QuerySet[Substitution], day: date) -> Iterator[Told]:
    """The substitute, and whoever named him: seven days before, or at once where the whole is shorter."""
    soon = rows.filter(state=SubstitutionState.CONFIRMED, since__lte=day, until__range=(day, day + WARN_BEFORE))
    for one in soon:
        for person in filter(None, {one.person, one.confirmed_by}):
            yield one, "substitute_ending", f"substitute ending {one.pk}", person
