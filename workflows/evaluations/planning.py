"""Rounds are planned, and their plans changed, by ordinary saves of the agency; they never set a state."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from workflows.core.errors import BadValues, Problem, Refused
from workflows.core.examples import made_up
from workflows.core.models import File
from workflows.organisation.models import Level, Mandate, Region, Role
from workflows.routes.drafts import in_force_today, open_draft
from workflows.villages.input import day

from .days import IN_ORDER, refuse_disorder
from .models import Instrument, Questionnaire, Round
from .states import RoundState


@transaction.atomic
def plan_round(
    region: Region, by: Mandate, *, year: int, instrument: Instrument, questionnaire: Questionnaire,
    example: bool = False, **days: Any,
) -> Round:  # fmt: skip
    """A round of a regency's Kampung KB; `days` names all of `IN_ORDER`, as dates or as text.

    Raises `BadValues` for what is no regency, a year that has its round, or days out of order; `Refused` when `by` is not of
    its agency.
    """
    checked = days_of(days)
    check_plan(region, by, year)
    file = File.objects.create(
        kind="round", title=_("Evaluasi Kampung KB %(year)d %(region)s") % {"year": year, "region": region}, region=region,
        zone=region.zone, office=by.office, drafted_by=by.person, example=made_up(example),
    )  # fmt: skip
    return Round.objects.create(
        file=file, region=region, year=year, instrument=instrument, questionnaire=questionnaire, **checked
    )


def check_plan(region: Region, by: Mandate, year: int) -> None:
    if region.level != Level.REGENCY:
        raise BadValues({"region": _("Pilih kabupaten atau kota; %(name)s bukan itu.") % {"name": region}})
    if in_the_way := agency_plans(region, by):
        raise Refused(in_the_way)
    Region.objects.select_for_update().get(pk=region.pk)
    if Round.objects.filter(region=region, year=year).exists():
        raise BadValues({"year": _("Putaran evaluasi tahun %(year)d sudah ada.") % {"year": year}})


def agency_plans(region: Region, by: Mandate) -> list[Problem]:
    """What is in the way of whoever is not of a regency's own agency, staff included."""
    own = by.office.role == Role.AGENCY and by.office.region_id == region.pk
    if own and region.level == Level.REGENCY and in_force_today(by, region.zone):
        return []
    words = _("Putaran evaluasi sebuah kabupaten/kota direncanakan oleh OPD KB-nya.")
    return [Problem(region.pk, "region", "agency_plans", words, _("OPD KB kabupaten/kota"))]


def days_of(given: dict[str, Any]) -> dict[str, date]:
    """All days of a round in their order. Raises `BadValues` naming each that is missing, none, or out of order."""
    wrong = {name: _("tidak dikenal") for name in given if name not in IN_ORDER}
    wrong |= {name: _("wajib diisi") for name in IN_ORDER if not given.get(name)}
    if wrong:
        raise BadValues(wrong)
    days = {name: as_day(name, given[name]) for name in IN_ORDER}
    refuse_disorder(days)
    return days


def as_day(name: str, given: Any) -> date:
    return given if isinstance(given, date) else day(name, given)


@transaction.atomic
def replan(this: Round, by: Mandate, *, version: int | None = None, **days: Any) -> None:
    """Other days for a round that is not open yet; `version` is what the planner saw.

    Raises `BadValues` naming each day, `Conflict` or `Refused` as `open_draft` does.
    """
    open_draft(this, by, [RoundState.PLANNED], version)
    this.refresh_from_db()
    for name, value in days_of({name: getattr(this, name) for name in IN_ORDER} | days).items():
        setattr(this, name, value)
    this.save(update_fields=IN_ORDER)
