"""The steps of a route for one file: which apply, which offices take them, and what each of them sees."""

from datetime import date
from typing import Any

from django.db.models import F, Q
from django.db.models.functions import Length
from django.utils.translation import gettext as _

from workflows.core.errors import Problem, Refused
from workflows.organisation.models import Office, Region
from workflows.organisation.working_days import due_date

from .models import RouteVersion, Step
from .states import AssignmentState, RouteState


def route_for(subject: str, kind: str, region: Region) -> RouteVersion:
    """The published version for a kind of file in a territory; the most specific region, then kind, wins.

    Raises `Refused` when nobody has published one.
    """
    found = (
        RouteVersion.objects.filter(state=RouteState.PUBLISHED, route__subject=subject, route__kind__in=[kind, ""])
        .filter(_covering("route__region", region))
        .order_by(Length("route__region__path").desc(nulls_last=True), F("route__kind").desc())
        .first()
    )
    if found is None:
        raise Refused([Problem(0, "route", "route_published", _("Belum ada alur yang berlaku untuk naskah ini."), _("OPD KB"))])
    return found


def _covering(path: str, region: Region) -> Q:
    return Q(**{f"{path}__in": ancestors(region)}) | Q(**{path: None})


def ancestors(region: Region) -> list[int]:
    """The ids of the region and everything above it."""
    return [int(part) for part in region.path.strip("/").split("/")]


def office_for(role: str, region: Region) -> Office:
    """The office that takes a step about `region`: of this role, nearest above (a PKB: the one serving the village).

    Raises `Refused` when there is none.
    """
    offices = Office.objects.filter(role=role, state="active", region__in=ancestors(region))
    serving = offices.filter(areas__region=region).first()
    found = serving or offices.filter(areas=None).order_by(Length("region__path").desc(), "pk").first()
    if found is None:
        words = _("Belum ada kantor %(role)s untuk wilayah %(region)s.") % {"role": role, "region": region}
        raise Refused([Problem(region.pk, "region", "office_exists", words, _("pengelola data jabatan"))])
    return found


def applies(step: Step, content: dict[str, Any]) -> bool:
    """Whether a step's condition holds for the snapshot's content."""
    if not step.condition:
        return True
    value: Any = content
    for name in step.condition["path"].split("."):
        value = value.get(name) if isinstance(value, dict) else None
    return value in step.condition["in"]


def task(file: int, kind: str, office: int, region: int, on: date, days: int) -> dict[str, Any]:
    """A task without a step that stands open from `on` and is due `days` working days later."""
    return {"file": file, "kind": kind, "office": office, "region": region, "days": days, "order": 0, "note": "",
            "state": AssignmentState.OPEN, "opened_on": on, "due_on": due_date(on, days)}  # fmt: skip


def plan(version: RouteVersion, region: Region, content: dict[str, Any], on: date) -> list[dict[str, Any]]:
    """The assignments of a run, in order: the first group stands open, the others wait."""
    steps = [step for step in version.steps.all() if applies(step, content)]
    first = min((step.order for step in steps), default=0)
    planned = []
    for step in steps:
        row = task(0, step.kind, office_for(step.role, region).pk, region.pk, on, step.days)
        if step.order != first:
            row |= {"state": AssignmentState.WAITING, "opened_on": None, "due_on": None}
        planned.append(row | {"step": step.pk, "order": step.order, "quorum": step.quorum})
    return planned
