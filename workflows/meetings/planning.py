"""A rakor is planned, and its plan changed, by ordinary saves of the office that organises it; they never set a state."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from workflows.core.errors import BadValues, Problem, Refused
from workflows.core.examples import made_up
from workflows.core.models import File
from workflows.evaluations.models import Round
from workflows.evaluations.states import RoundState
from workflows.organisation.labels import with_labels
from workflows.organisation.models import Mandate, Region, Role
from workflows.organisation.stationery import programme_on
from workflows.routes.drafts import in_force_today, open_draft

from .fields import checked, planned, refuse_disorder
from .models import Rakor
from .states import RakorState

ORGANISERS = [Role.AGENCY, Role.SECRETARY, Role.CAMAT]
AGENDA = ["pembukaan", "pembahasan hasil evaluasi", "penetapan kelas, rekomendasi, dan tindak lanjut", "penutup"]


@transaction.atomic
def plan_rakor(by: Mandate, *, held_on: Any, begins: Any, place: str, chair: int, title: str = "", round: Round | None = None,
               example: bool = False, **fields: Any) -> Rakor:  # fmt: skip
    """A rakor of the office of `by` in its region; `fields` as `replan` takes them. Without a note taker it is that office.

    Raises `BadValues` naming each field, `Refused` for an office that organises none.
    """
    region = by.office.territory
    check_organiser(by, region, round)
    given = checked({"held_on": held_on, "begins": begins, "place": place, "chair": chair, "agenda": AGENDA} | fields, region)
    if not given.get("note_taker") and not given.get("scribe"):
        given["note_taker"] = by.office
    refuse_disorder(given)
    file = File.objects.create(
        kind="rakor", title=title.strip() or usual_title(region, given["held_on"]), region=region, zone=region.zone,
        office=by.office, drafted_by=by.person, example=made_up(example),
    )  # fmt: skip
    return Rakor.objects.create(file=file, round=round, **given)


def usual_title(region: Region, on: date) -> str:
    label = with_labels(Region.objects.filter(pk=region.pk)).get().label
    about = {"programme": programme_on(on), "label": label, "region": region, "year": on.year}
    return _("Rapat Koordinasi dan Evaluasi %(programme)s %(label)s %(region)s Tahun %(year)d") % about


def check_organiser(by: Mandate, region: Region, round: Round | None) -> None:
    if by.office.role not in ORGANISERS or not in_force_today(by, region.zone):
        words = _("Rakor diselenggarakan OPD KB, Sekretaris Daerah, atau camat, oleh yang bertugas hari ini.")
        raise Refused([Problem(by.office_id, "office", "organises_rakors", words, _("OPD KB"))])
    if round and (round.region_id != region.pk or round.state == RoundState.CLOSED):
        raise BadValues({"round": _("Putaran evaluasi itu milik wilayah lain atau sudah ditutup.")})


@transaction.atomic
def replan(rakor: Rakor, by: Mandate, *, version: int | None = None, **fields: Any) -> None:
    """Change a plan nobody is invited to yet; `version` is what the planner saw. `fields`: see `fields.CHECKS`.

    Raises `BadValues` naming each field, `Conflict` or `Refused` as `open_draft` does.
    """
    file = open_draft(rakor, by, [RakorState.PLANNED], version)
    given = checked(fields, file.region)
    rakor.refresh_from_db()
    refuse_disorder(planned(rakor) | given)
    for name, value in given.items():
        setattr(rakor, name, value)
    rakor.save(update_fields=list(given))
