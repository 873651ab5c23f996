"""Events and plans are begun by ordinary saves of the office that organises them; what follows is done by acts."""

from collections.abc import Iterable
from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from workflows.core.errors import BadValues, Problem, Refused
from workflows.organisation.models import Level, Mandate, Office, Region, Role
from workflows.routes.drafts import in_force_today

from .enrolling import MOST_PEOPLE
from .input import words
from .models import LONGEST_PLAN, Event, Plan, Series
from .states import EventKind

ORGANISING = [Role.VILLAGE_HEAD, Role.VILLAGE_SECRETARY, Role.PKB, Role.CAMAT, Role.AGENCY, Role.SECRETARY]
PLANNING = [Role.AGENCY]


@transaction.atomic
def plan_series(by: Mandate, title: str) -> Series:
    """Trainings in stages, organised by the office of `by`; those of that title, if it has them. Raises `BadValues`, `Refused`."""
    check_office(by, [], ORGANISING)
    said = words("title", title, 300)
    Office.objects.select_for_update().get(pk=by.office_id)  # two that name it at once name one
    named = Series.objects.filter(office=by.office, title=said).order_by("pk").first()
    return named or Series.objects.create(office=by.office, title=said)


@transaction.atomic
def plan_event(
    by: Mandate, *, kind: str, title: str, regions: Iterable[Region], place: str, planned_on: date,
    capacity: int | None = None, series: Series | None = None, stage: int | None = None,
) -> Event:  # fmt: skip
    """An event for `regions`, organised by the office of `by`; of a series it is the `stage`-th.

    Raises `BadValues` naming the field, `Refused` when that office organises nothing there.
    """
    held_for = list(regions)
    check_office(by, held_for, ORGANISING)
    if wrong := wrong_with_event(by, kind, held_for, capacity, series, stage):
        raise BadValues(wrong)
    event = Event(kind=kind, title=words("title", title, 300), office=by.office, place=words("place", place, 200),
                  planned_on=planned_on, capacity=capacity, series=series, stage=stage)  # fmt: skip
    try:
        with transaction.atomic():
            event.save()
    except IntegrityError as twice:
        raise BadValues({"stage": _("Tahap ini sudah direncanakan dalam rangkaiannya.")}) from twice
    event.regions.set(held_for)
    return event


def wrong_with_event(by: Mandate, kind: str, regions: list[Region], capacity: int | None, series: Series | None,
                     stage: int | None) -> dict[str, str]:  # fmt: skip
    """Field → what is wrong with it."""
    wrong = {}
    if kind not in EventKind.values:
        wrong["kind"] = _("Pilih jenis kegiatan: %(kinds)s.") % {"kinds": ", ".join(EventKind.values)}
    if not regions:
        wrong["regions"] = _("Pilih wilayah yang mengikuti kegiatan ini.")
    if capacity is not None and not 1 <= capacity <= MOST_PEOPLE:
        wrong["capacity"] = _("Kapasitas berupa bilangan bulat mulai dari 1.")
    if series and series.office_id != by.office_id:
        wrong["series"] = _("Rangkaian ini diselenggarakan kantor lain.")
    if (series is None) != (stage is None) or (stage is not None and stage < 1):
        wrong["stage"] = _("Kegiatan dalam rangkaian bertahap, mulai dari tahap 1; kegiatan lain tidak.")
    return wrong


@transaction.atomic
def plan_coaching(by: Mandate, *, title: str, districts: Iterable[Region], begins: date, months: int = 12) -> Plan:
    """A draft of a visit a month to each of `districts`, `months` long, from the month of the day `begins` on.

    Raises `BadValues` naming the field, `Refused` for kecamatan outside the territory of the office of `by`.
    """
    coached = list(districts)
    check_office(by, coached, PLANNING)
    if any(region.level != Level.DISTRICT for region in coached):
        raise BadValues({"districts": _("Pilih kecamatan.")})
    if not 1 <= months <= LONGEST_PLAN:
        raise BadValues({"months": _("Lamanya 1 sampai %(n)d bulan.") % {"n": LONGEST_PLAN}})
    plan = Plan.objects.create(office=by.office, region=by.office.territory, title=words("title", title, 300),
                               begins=begins.replace(day=1), months=months)  # fmt: skip
    plan.districts.set(coached)
    return plan


def check_office(by: Mandate, regions: list[Region], roles: list[Role]) -> None:
    """Raises `Refused` unless an office of one of `roles` begins this today, in its own territory."""
    if by.office.role not in roles or not in_force_today(by, by.office.territory.zone):
        said = _("Kantor Anda tidak menyelenggarakan ini, atau penugasan Anda tidak berlaku hari ini.")
        raise Refused([Problem(by.office_id, "office", "organises_this", said, _("OPD KB"))])
    said = _("%(name)s di luar wilayah kantor Anda.")
    if foreign := [region for region in regions if not region.path.startswith(by.office.territory.path)]:
        raise Refused([Problem(one.pk, "region", "in_my_territory", said % {"name": one.name}) for one in foreign])
