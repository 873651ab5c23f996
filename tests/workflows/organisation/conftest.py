"""The five story districts and their people: all invented people are called Contoh."""

from collections.abc import Callable
from datetime import date

import pytest
from django.core.management import call_command

from workflows.organisation.models import Capacity, Mandate, Office, Person, Region, Role
from workflows.organisation.offices import open_offices

LONG_AGO = date(2015, 1, 1)


@pytest.fixture
def territory(db: None) -> None:
    call_command("load_territory", verbosity=0)


@pytest.fixture
def lampung_barat(territory: None) -> Region:
    regency = region("18.04")
    open_offices(regency, LONG_AGO)
    return regency


@pytest.fixture
def kubu_raya(territory: None) -> Region:
    regency = region("61.12")
    open_offices(regency, LONG_AGO)
    return regency


@pytest.fixture
def person(db: None) -> Callable[[str], Person]:
    return lambda name: Person.objects.create_user(name.lower(), name=f"Contoh {name}")


def region(code: str) -> Region:
    return Region.objects.get(codes__code=code, codes__until=None)


def office(code: str, role: Role) -> Office:
    return Office.objects.get(role=role, region=region(code))


def mandate(office: Office, person: Person, capacity: Capacity = Capacity.DEFINITIF, **days: object) -> Mandate:
    return Mandate.objects.create(office=office, person=person, capacity=capacity, **{"since": LONG_AGO, **days})
