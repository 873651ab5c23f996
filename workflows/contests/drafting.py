"""Contests and entries are begun and edited by ordinary saves of the office whose they are; these never set a state."""

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from workflows.core.errors import MALFORMED, BadValues, Problem, Refused
from workflows.core.examples import made_up
from workflows.core.models import File
from workflows.organisation.models import Mandate, Region, Role
from workflows.routes.drafts import in_force_today, open_draft
from workflows.villages.models import KampungKB

from .models import Competition, Entry, RubricVersion
from .naming import title_of_contest, title_of_entry
from .publishing import rules_of
from .states import AREA, CompetitionState, ContestLevel, Need

NOMINATORS = [Role.VILLAGE_HEAD, Role.VILLAGE_SECRETARY, Role.PKB, Role.CAMAT, Role.AGENCY]
EDITABLE = [CompetitionState.DRAFT]
FIRST_YEAR, LAST_YEAR = 2016, 2100
LONGEST_CATEGORY = 100
CALENDAR = ("nominations_until", "visits_until", "ranking_on")
"""The days of a contest that may be planned, in their order."""


@transaction.atomic
def start_competition(region: Region, by: Mandate, *, level: str, year: int, cutoff_on: date, rubric: RubricVersion,
                      category: str = "", example: bool = False, **fields: Any) -> Competition:  # fmt: skip
    """A new draft in the agency of `by`: of its own region, or of one above for a result of long ago.

    `fields` as `edit_competition` takes them. Raises `BadValues` naming the field, `Refused` for other offices.
    """
    check_start(region, by, level, year)
    file = File.objects.create(
        kind="competition", title=title_of_contest(level, category, region, year), region=region, zone=region.zone,
        office=by.office, drafted_by=by.person, example=made_up(example),
    )  # fmt: skip
    given = checked({"cutoff_on": cutoff_on, "category": category.strip(), "rubric": rubric} | fields)
    return Competition.objects.create(file=file, level=level, year=year, **given)


def check_start(region: Region, by: Mandate, level: str, year: int) -> None:
    if level not in ContestLevel.values or AREA[ContestLevel(level)] != region.level:
        raise BadValues({"level": _("Lomba tingkat ini bukan di wilayah %(region)s.") % {"region": region}})
    if not FIRST_YEAR <= year <= LAST_YEAR:
        words = _("Isi tahun dari %(first)d, tahun Kampung KB mulai ada, sampai %(last)d.")
        raise BadValues({"year": words % {"first": FIRST_YEAR, "last": LAST_YEAR}})
    office = by.office
    if office.role != Role.AGENCY or not office.territory.path.startswith(region.path) or not in_force_today(by, region.zone):
        words = _("Lomba disiapkan oleh OPD KB, untuk wilayahnya sendiri atau sebagai hasil lama dari wilayah di atasnya.")
        raise Refused([Problem(region.pk, "region", "may_hold_a_contest", words, _("OPD KB"))])


@transaction.atomic
def edit_competition(competition: Competition, by: Mandate, *, version: int | None = None, **fields: Any) -> None:
    """Change a draft (see `CHECKS` and `LEAST`).

    Raises `BadValues` naming each field, `Conflict` or `Refused` as `open_draft` does.
    """
    kept = checked(fields)
    file = open_draft(competition, by, EDITABLE, version)
    Competition.objects.filter(pk=competition.pk).update(**kept)
    competition.refresh_from_db()
    title = title_of_contest(competition.level, competition.category, file.region, competition.year)
    File.objects.filter(pk=file.pk).update(title=title)


def checked(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields as they are kept. Raises `BadValues` naming all that is wrong."""
    wrong = {name: words for name, given in fields.items() if (words := wrong_with(name, given))}
    if wrong := wrong or backwards(fields):
        raise BadValues(wrong)
    return fields


def backwards(fields: dict[str, Any]) -> dict[str, str]:
    """The planned days that come before an earlier one of `CALENDAR`."""
    planned = [(name, day) for name in CALENDAR if (day := fields.get(name))]
    words = _("Tanggal ini mendahului tahap sebelumnya.")
    return {name: words for (_before, first), (name, day) in pairwise(planned) if day < first}


def wrong_with(name: str, given: Any) -> str:
    """What is wrong with one field; empty when nothing is."""
    if name in LEAST:
        fits = type(given) is int and given >= LEAST[name]
        return "" if fits else _("Isi bilangan bulat, paling sedikit %(least)d.") % {"least": LEAST[name]}
    if name not in CHECKS:
        return _("tidak dikenal")
    return CHECKS[name](given)


def wrong_day(given: Any) -> str:
    return "" if isinstance(given, date) else _("Isi tanggal.")


def wrong_day_or_none(given: Any) -> str:
    return "" if given is None else wrong_day(given)


def wrong_category(given: Any) -> str:
    fits = isinstance(given, str) and len(given) <= LONGEST_CATEGORY
    return "" if fits else _("Isi berupa teks paling panjang %(n)d huruf.") % {"n": LONGEST_CATEGORY}


def wrong_rubric(given: Any) -> str:
    return "" if isinstance(given, RubricVersion) else _("Pilih rubrik yang sudah diterbitkan.")


def wrong_needs(given: Any) -> str:
    fits = isinstance(given, list) and all(need in Need.values for need in given)
    return "" if fits else _("Pilih dari: %(names)s.") % {"names": ", ".join(Need.values)}


def wrong_ranks(given: Any) -> str:
    fits = isinstance(given, list) and all(type(rank) is int and rank >= 1 for rank in given)
    return "" if fits else _("Peringkat adalah bilangan mulai dari 1.")


def wrong_rules(given: Any) -> str:
    try:
        rules_of(given)
    except BadValues as bad:
        return str(bad)
    except MALFORMED:
        return _("Isi sheets_needed, drop_extremes dan ties.")
    return ""


LEAST = {"barred_years": 0, "appeal_days": 0, "winners": 1, "year": FIRST_YEAR}
CHECKS: dict[str, Callable[[Any], str]] = {
    "cutoff_on": wrong_day, "needs": wrong_needs, "barred_ranks": wrong_ranks, "rules": wrong_rules,
    "category": wrong_category, "rubric": wrong_rubric,
    **dict.fromkeys(CALENDAR, wrong_day_or_none),
}  # fmt: skip
"""Field of a draft → what is wrong with what is given for it."""


@transaction.atomic
def start_entry(competition: Competition, kampung: KampungKB, by: Mandate) -> Entry:
    """A draft by which the office of `by` may nominate a village (`Entry.nominate` then asks whether it is eligible).

    Raises `Refused` for an office that does not nominate that village, `BadValues` where it is in the contest already.
    """
    region, office = kampung.region, by.office
    inside = office.role in NOMINATORS and region.path.startswith(office.territory.path)
    if not (inside and in_force_today(by, region.zone)):
        words = _("%(village)s dicalonkan oleh kantornya sendiri, penyuluh KB, camat atau OPD KB-nya.") % {"village": region}
        raise Refused([Problem(kampung.pk, "kampungkb", "may_nominate", words, _("OPD KB"))])
    file = File.objects.create(
        kind="entry", title=title_of_entry(kampung, competition), region=region, zone=region.zone, office=by.office,
        drafted_by=by.person, example=competition.file.example,
    )  # fmt: skip
    try:
        with transaction.atomic():
            return Entry.objects.create(file=file, competition=competition, kampung=kampung)
    except IntegrityError as twice:
        raise BadValues({"kampung": _("Kampung KB ini sudah dicalonkan dalam lomba itu.")}) from twice
