"""The objects of a log: what acts moved with the states it took, the files that it is part of, and the offices that acted."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Case, CharField, OuterRef, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from workflows.organisation.models import RegionCode

from .naming import FILE, OFFICE, Json, lasting, moment, name_of, strings
from .period import Period

AT_ONCE = 2000
ROW = ("kind", "object_id", "file_id", "to_state", "code", "entry__on", "entry__at")


def object_types(period: Period) -> list[Json]:
    kinds = period.subjects.order_by("kind").values_list("kind", flat=True).distinct()
    moved = [{"name": kind, "attributes": strings("state", "code")} for kind in kinds]
    return [*moved, {"name": FILE, "attributes": strings("kind")}, {"name": OFFICE, "attributes": strings("role", "code")}]


def objects(period: Period) -> Iterator[Json]:
    yield from of_subjects(period)
    for pk, kind in period.files.order_by("pk").values_list("pk", "kind").iterator(AT_ONCE):
        yield {"id": name_of(FILE, pk), "type": FILE, "attributes": lasting(kind=kind), "relationships": []}
    for office in with_code(period.offices, "region").order_by("pk").iterator(AT_ONCE):
        told = lasting(role=office.role, code=office.code)
        yield {"id": name_of(OFFICE, office.pk), "type": OFFICE, "attributes": told, "relationships": []}


def of_subjects(period: Period) -> Iterator[Json]:
    """Each once, with every state that an act in the period gave it."""
    zone, code = ZoneInfo(period.region.zone), RegionCode.objects.filter(region__kampung=OuterRef("object_id"), until=None)
    villages = Case(When(kind="kampungkb", then=Subquery(code.values("code")[:1])), default=Value(""), output_field=CharField())
    rows = period.subjects.annotate(code=villages).order_by("kind", "object_id", "entry_id").values(*ROW)
    for (kind, pk), states in groupby(rows.iterator(AT_ONCE), key=lambda row: (row["kind"], row["object_id"])):
        yield one_object(kind, pk, list(states), zone)


def one_object(kind: str, pk: int, states: list[Json], zone: ZoneInfo) -> Json:
    took = [
        {"name": "state", "time": moment(row["entry__on"], row["entry__at"], zone), "value": row["to_state"]} for row in states
    ]
    whole = [{"objectId": name_of(FILE, states[0]["file_id"]), "qualifier": "part of"}] if states[0]["file_id"] else []
    return {"id": name_of(kind, pk), "type": kind, "attributes": took + lasting(code=states[0]["code"]), "relationships": whole}


def with_code(rows: QuerySet[Any], region: str) -> QuerySet[Any]:
    """The Kemendagri code of today of what lies in a region; the office of the clock lies in none."""
    code = RegionCode.objects.filter(region=OuterRef(region), until=None).values("code")[:1]
    return rows.annotate(code=Coalesce(Subquery(code), Value("")))
