"""Whom a notice is for: an office, that is whoever holds it today and its staff."""

from collections import defaultdict
from datetime import date

from django.db.models import Q, QuerySet

from workflows.core.clock import DEFAULT_ZONE, today
from workflows.organisation.mandates import holders, staff_of_all, vacant
from workflows.organisation.models import Office, Person, Region, Role


def today_at(office: Office) -> date:
    """The date at an office's place."""
    return today(office.region.zone if office.region else DEFAULT_ZONE)


def people_of(office: Office) -> list[Person]:
    """Everybody who may decide for the office today, by whatever capacity, then its staff; each person once."""
    return people_of_all([office.pk], today_at(office))[office.pk]


def people_of_all(offices: list[int], on: date) -> dict[int, list[Person]]:
    """The same for many offices (ids) on a day."""
    deciding, staff = holders(offices, on), defaultdict(list)
    for mandate in staff_of_all(offices, on):
        staff[mandate.office_id].append(mandate)
    return {pk: list(dict.fromkeys(m.person for m in [*deciding.get(pk, []), *staff[pk]])) for pk in offices}


def is_vacant(office: Office) -> bool:
    return vacant(today_at(office)).filter(pk=office.pk).exists()


def guardians(office: Office) -> list[Office]:
    """The agency and the Sekda of the office's territory, who see to vacant offices."""
    return list(in_regency(office.region).filter(role__in=[Role.AGENCY, Role.SECRETARY]))


def caretakers(office: Office | None) -> list[Person]:
    """Who hears of a job that failed for good: those who look after Siklus, and the agency of the territory."""
    people = list(Person.objects.filter(is_staff=True, is_active=True))
    if office and office.region:
        for agency in in_regency(office.region).filter(role=Role.AGENCY):
            people += people_of(agency)
    return list(dict.fromkeys(people))


def in_regency(region: Region | None) -> QuerySet[Office]:
    """The active offices of the regency that holds a region, without those of its districts and villages."""
    above = region.path.split("/")[:2] if region else []
    regency = Q(region__path="/".join([*above, ""]))
    return Office.objects.active().filter(regency).select_related("region").order_by("pk")
