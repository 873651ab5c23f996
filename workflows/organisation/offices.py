"""Opening the standard offices of a regency, and the clock's own office."""

from collections.abc import Collection, Iterator
from datetime import date

from django.db import transaction
from django.db.models import QuerySet

from .models import Capacity, Level, Mandate, Office, OfficeName, Person, Region, Role
from .titles import titles

OFFICES_OF = {
    Level.REGENCY: (Role.REGENT, Role.SECRETARY, Role.ASSISTANT, Role.LEGAL, Role.AGENCY),
    Level.DISTRICT: (Role.CAMAT, Role.PKB),
    Level.VILLAGE: (Role.VILLAGE_HEAD, Role.VILLAGE_SECRETARY),
}
SYSTEM_SINCE = date(2000, 1, 1)


@transaction.atomic
def open_offices(regency: Region, on: date, without: Collection[str] = ()) -> int:
    """Open the standard offices of a regency and all that is in it; those that exist stay. Returns how many are new.

    Roles in `without` are left out, where a district has no such offices. All are labelled as on the day `on`. Raises
    `ValueError` when `regency` is not a kabupaten or kota.
    """
    if regency.level != Level.REGENCY:
        raise ValueError("offices are opened for a whole regency")
    Region.objects.select_for_update().get(pk=regency.pk)
    opened = Office.objects.bulk_create(_missing(Region.objects.under(regency).filter(closed_on=None), without))
    label_offices(Office.objects.filter(pk__in=[office.pk for office in opened]), on)
    return len(opened)


def _missing(regions: QuerySet[Region], without: Collection[str]) -> Iterator[Office]:
    there = set(Office.objects.active().filter(region__in=regions).values_list("role", "region_id"))
    for pk, level in regions.order_by("pk").values_list("pk", "level"):
        for role in OFFICES_OF[Level(level)]:
            if role not in without and (role, pk) not in there:
                yield Office(role=role, region_id=pk)


def zones_at_work() -> list[str]:
    """The IANA zones in which there are offices: one in a district, all three in the nation."""
    return sorted(Office.objects.exclude(region=None).values_list("region__zone", flat=True).distinct())


def open_provincial_agency(province: Region, on: date) -> Office:
    """The agency of a province, which holds the contest above its regencies', opened where it is missing."""
    office, _new = Office.objects.active().get_or_create(role=Role.AGENCY, region=province)
    label_offices(Office.objects.filter(pk=office.pk), on)
    office.refresh_from_db()
    return office


def open_administration(regency: Region, on: date) -> Office:
    """The office of those who look after Siklus in a regency, opened where it is missing."""
    office, new = Office.objects.active().get_or_create(role=Role.ADMINISTRATOR, region=regency)
    if new:
        label_offices(Office.objects.filter(pk=office.pk), on)
        office.refresh_from_db()
    return office


@transaction.atomic
def open_partner(regency: Region, name: str, on: date, acronym: str = "") -> Office:
    """An agency that villages need besides the one for family planning, under its own name; the one there is, if there is."""
    named = OfficeName.objects.in_force(on).filter(name=name, office__region=regency, office__role=Role.PARTNER)
    if known := Office.objects.active().filter(names__in=named).first():
        return known
    office = Office.objects.create(role=Role.PARTNER, region=regency)
    OfficeName.objects.create(office=office, name=name, acronym=acronym, since=on)
    label_offices(Office.objects.filter(pk=office.pk), on)
    office.refresh_from_db()
    return office


def label_offices(offices: QuerySet[Office], on: date) -> int:
    """Bring the labels of lists to the titles of the day `on`; returns how many changed. Journals keep theirs."""
    printed = titles(offices.values("pk"), on)
    changed = [office for office in offices.filter(pk__in=printed) if office.label != printed[office.pk].long]
    for office in changed:
        office.label = printed[office.pk].long
    return Office.objects.bulk_update(changed, ["label"], batch_size=1000)


@transaction.atomic
def system_mandate() -> Mandate:
    """The mandate of the built-in *Sistem* office, by which the clock acts. Created where it is missing."""
    office, _new = Office.objects.get_or_create(role=Role.SYSTEM, region=None, defaults={"label": "Sistem"})
    person, new = Person.objects.get_or_create(username="sistem", defaults={"name": "Sistem"})
    if new:
        person.set_unusable_password()
        person.save(update_fields=["password"])
    mandate, _new = Mandate.objects.select_related("office", "person").get_or_create(
        office=office, person=person, capacity=Capacity.DEFINITIF, since=SYSTEM_SINCE
    )
    return mandate
