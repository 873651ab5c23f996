"""What is known of Kampung KB on a day: from what they reported, and from the decrees that appointed their Pokja.

A figure counts as it stands now in the newest report about a period that had begun by then. Of a Pokja the decrees say
whether there is one and their rosters how many sit in it; where Siklus knows of no such decree, the profile does. A village
without any report about an activity in the year is one whose sectors nobody has reported.
"""

from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import Any

from django.contrib.postgres.aggregates import JSONBAgg
from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.fields.json import KeyTransform

from workflows.core.act import all_of
from workflows.core.models import Snapshot
from workflows.reports.models import Report
from workflows.villages.facts import ever, in_force
from workflows.villages.models import KampungKB, Pokja

from .facts import Facts, sorts

FORMS = ("population", "progress", "profile")
AT_ONCE = 2000
"""Rows that are held in memory at a time."""


def facts_on(units: QuerySet[KampungKB], day: date) -> Iterator[tuple[int, Facts]]:
    """The id of each Kampung KB with its facts on a day, by one statement."""
    known = units.order_by("pk").annotate(
        **{f"{form}_figures": newest(form, day) for form in FORMS},
        sectors_told=sectors(day), pokja_now=in_force("appoint_pokja", day), pokja_known=ever("appoint_pokja", day),
        pokja_seats=seats(day),
    )  # fmt: skip
    columns = [f"{form}_figures" for form in FORMS] + ["sectors_told", "pokja_now", "pokja_known", "pokja_seats"]
    return ((row["pk"], facts_of(row)) for row in known.values("pk", *columns).iterator(AT_ONCE))


def newest(form: str, day: date) -> Subquery:
    """The figures of the newest report of a form about a period that had begun."""
    told = Report.objects.filter(kampung=OuterRef("pk"), form=form, standing=True, period__lte=day)
    return Subquery(told.order_by("-period").values("figures")[:1])


def sectors(day: date) -> Subquery:
    """A list for each activity of the year, up to the day."""
    year = (day.replace(month=1, day=1), day)
    told = Report.objects.filter(kampung=OuterRef("pk"), form="activity", standing=True, period__range=year)
    listed = told.order_by().values("kampung").annotate(listed=JSONBAgg(KeyTransform("sectors", "figures")))
    return Subquery(listed.values("listed"))


def seats(day: date) -> Subquery:
    """How many sit in the Pokja by the decree in force: by the village's own roster, else by that of all villages listed."""
    appointing = all_of("decrees.Effect").filter(kampung=OuterRef(OuterRef("pk")), kind="appoint_pokja")
    in_force_then = appointing.filter(Q(until=None) | Q(until__gte=day), since__lte=day).values("decree")
    rosters = Pokja.objects.filter(Q(kampung=OuterRef("pk")) | Q(kampung=None), file__in=in_force_then)
    counted = rosters.annotate(seats=Count("members")).order_by(F("kampung").asc(nulls_last=True), "-pk")
    return Subquery(counted.values("seats")[:1])


def reports_behind(unit: KampungKB, day: date) -> QuerySet[Report]:
    """The reports whose figures count for a Kampung KB on a day: the newest of each form, and each activity of the year."""
    told = Report.objects.filter(kampung=unit, standing=True, period__lte=day)
    newest_of_each = told.filter(form__in=FORMS).order_by("form", "-period").distinct("form").values("pk")
    of_the_year = Q(form="activity", period__gte=day.replace(month=1, day=1))
    return told.filter(Q(pk__in=newest_of_each) | of_the_year).order_by("-form", "-period", "-pk")


def reports_frozen(snapshot: Snapshot | None) -> QuerySet[Report]:
    """Those that counted when an evaluation was frozen, whatever was told since; none, where it was before they were named."""
    named = snapshot.content.get("reports", []) if snapshot else []
    return Report.objects.filter(pk__in=[one["id"] for one in named]).order_by("-form", "-period", "-pk")


def facts_of(row: dict[str, Any]) -> Facts:
    told: dict[str, Any] = {}
    for form in FORMS:
        told |= row[f"{form}_figures"] or {}
    told |= pokja_of(row)
    if row["sectors_told"] is not None:
        told["sectors"] = sorted(set(chain.from_iterable(filter(None, row["sectors_told"]))))
    return Facts.read({name: told[name] for name in told.keys() & sorts().keys()})


def pokja_of(row: dict[str, Any]) -> dict[str, Any]:
    """What decrees say of the Pokja, as far as they say anything."""
    said: dict[str, Any] = {"pokja": row["pokja_now"]} if row["pokja_known"] else {}
    return said if row["pokja_seats"] is None else said | {"pokja_members": row["pokja_seats"]}
