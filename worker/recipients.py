"""Whom a notice is for: an office, that is whoever holds it today and its staff."""

from datetime import date

from django.db.models import Q, QuerySet

from workflows.core.clock import DEFAULT_ZONE, today
from workflows.organisation.mandates import holders, staff_of, vacant
from workflows.organisation.models import Office, Person, Region, Role


def today_at(office: Office) -> date:
    """The date at an office's place."""
    return today(office.region.zone if office.region else DEFAULT_ZONE)


def people_of(office: Office) -> list[Person]:
    """Everybody who may decide for the office today, by whatever capacity, then its staff; each person once."""
    on = today_at(office)
    mandates = [*holders([office.pk], on).get(office.pk, []), *staff_of(office, on)]
    return list(dict.fromkeys(mandate.person for mandate in mandates))


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
