"""The pages of one regency: with nobody else in the country, and with the nation loaded beside it."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from django.test import Client
from django.urls import reverse

from workflows.contests.models import Competition
from workflows.evaluations.models import Evaluation, Round
from workflows.meetings.models import Rakor
from workflows.organisation.models import Mandate, Office, Person, Region, Role
from workflows.villages.models import KampungKB

from .beside import copy_of_the_database
from .ground import Ground
from .measure import Figure, Work, race
from .nation import NATION, REGENCY, Nation

CODE = "11.01"
"""Of the regency that is there first."""
WARM_UP = 2
PROVINCE = "province"


class NotShown(Exception):
    """An answer that is no page: what it took says nothing."""


def pages(ground: Ground, runs: int, villages: int = NATION, size: int = REGENCY) -> Figure:
    """`ours` (with the nation) and `limit` (alone) are the medians of the regency's pages added up, the ratio is that of the worst.

    `details` has each page. A province's pages stand there as well and count for nothing: it has more regencies then.
    """
    nation = Nation(ground, size)
    nation.grow(size)
    asked = dict(questions(ground))
    with copy_of_the_database() as alone:
        nation.grow(villages)
        figures = {name: timed(name, page, partial(alone, page), runs) for name, page in asked.items()}
    counted = [one for name, one in figures.items() if not name.startswith(PROVINCE)]
    ours, limit = sum(one.ours for one in counted), sum(one.limit for one in counted)
    details = {name: {"ratio": round(one.ratio, 2), "nation": round(one.ours, 1), "alone": round(one.limit, 1)}
               for name, one in figures.items()}  # fmt: skip
    return Figure("pages", ours, limit, max(one.ratio for one in counted), "ms", runs, {"villages": villages, **details})


def timed(name: str, ours: Work, limit: Work, runs: int) -> Figure:
    for _run in range(WARM_UP):
        ours(), limit()
    return race(name, [(ours, limit)] * runs)


def questions(ground: Ground, code: str = CODE) -> Iterator[tuple[str, Work]]:
    """Each page of a regency, by who asks for it and what it is."""
    regency = Region.objects.get(codes__code=code)
    district = Region.objects.filter(parent=regency).earliest("pk")
    village = Region.objects.filter(parent=district).earliest("pk")
    asking = {"agency": regency, "regent": regency, "camat": district, "village_head": village}
    browsers = {role: browser(ground, role, region) for role, region in asking.items()}
    browsers |= {PROVINCE: browser(ground, Role.AGENCY, regency.parent), "public": Client(headers={"host": "localhost"})}
    for who, name, *given in addresses(ground, code, regency, district, village):
        address = name if name.startswith("/") else reverse(name, args=given)
        yield f"{who} {name}", partial(shown, browsers[who], address)


def addresses(ground: Ground, code: str, regency: Region, district: Region, village: Region) -> list[tuple[Any, ...]]:
    unit = KampungKB.objects.get(region=village)
    this = Round.objects.get(region=regency, year=ground.today.year)
    evaluation = Evaluation.objects.get(round=this, kampung=unit)
    rakor, contest = Rakor.objects.get(round=this), Competition.objects.get(file__region=regency)
    return [
        ("agency", "year"), ("regent", "year"), ("camat", "year"), ("village_head", "year"),
        ("agency", "figures-of", regency.pk), ("regent", "figures-of", regency.pk), ("camat", "figures-of", district.pk),
        ("agency", "completeness", regency.pk), ("agency", "report-year", regency.pk), ("camat", "completeness", district.pk),
        ("village_head", "village-reports", unit.pk),
        ("agency", "rounds"), ("agency", "round", this.pk), ("agency", "round-villages", this.pk),
        ("agency", "evaluation", evaluation.pk), ("village_head", "evaluation", evaluation.pk),
        ("agency", "rakors"), ("agency", "rakor", rakor.pk), ("agency", "rakor-evaluations", rakor.pk),
        ("agency", "competitions"), ("agency", "competition", contest.pk), ("agency", "eligibility", contest.pk),
        ("agency", "region", regency.pk), ("agency", "region", district.pk), ("agency", "overview", regency.pk),
        ("agency", "village", unit.pk), ("village_head", "village", unit.pk),
        ("agency", "inbox"), ("village_head", "inbox"), ("agency", "decrees"),
        ("public", "open-data-of", code), ("public", f"/data-terbuka/{code}/{ground.today}/kampung-kb.csv"),
        ("public", "public-in-force", code),
        (PROVINCE, "year"), (PROVINCE, "figures-of", regency.parent_id), (PROVINCE, "completeness", regency.parent_id),
    ]  # fmt: skip


def browser(ground: Ground, role: str, region: Region | None) -> Client:
    """In which the holder of an office has logged in."""
    person = Person.objects.create(username=f"pages-{role}-{region}", name=f"Contoh {role}")
    office = Office.objects.get(role=role, region=region)
    Mandate.objects.create(office=office, person=person, capacity="definitif", since=ground.today)
    client = Client(headers={"host": "localhost"})
    client.force_login(person)
    return client


def shown(client: Client, address: str) -> None:
    answer = client.get(address)
    if answer.status_code != 200:
        raise NotShown(f"{address}: {answer.status_code}")
    answer.getvalue()
