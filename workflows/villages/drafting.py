"""Proposals are started and edited by ordinary saves of the drafting office; they never set a state."""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from workflows.core.clock import today
from workflows.core.errors import BadValues, Problem, Refused
from workflows.core.examples import made_up
from workflows.core.models import Attachment, File
from workflows.organisation.models import Level, Mandate, Region, Role
from workflows.routes.drafts import in_force_today, open_draft

from .checklists import CRITERIA, PRECONDITIONS
from .input import answers, day, text
from .models import Evidence, KampungKB, Proposal
from .states import EvidenceKind, ProposalState, Scope

EDITABLE = [ProposalState.DRAFT, ProposalState.RETURNED]
DRAFTERS = [Role.VILLAGE_HEAD, Role.VILLAGE_SECRETARY, Role.PKB]
FIRST_ERA = 2016


@transaction.atomic
def start_proposal(region: Region, by: Mandate, *, era: int, hamlet: str = "", example: bool = False) -> Proposal:
    """A new proposal of a village, or of one of its hamlets (`hamlet`), drafted in the office of `by`.

    `era` is the year whose criteria apply. The unit is made in *draft* if it does not exist. Raises `Refused` when the
    office may not draft for that village, `BadValues` for what is not a village or an impossible year.
    """
    check_start(region, by, era)
    unit = unit_of(region, hamlet.strip())
    file = File.objects.create(
        kind="proposal", title=_("Usulan Kampung KB %(name)s") % {"name": hamlet_and_village(unit)}, region=region,
        zone=region.zone, office=by.office, drafted_by=by.person, example=made_up(example),
    )  # fmt: skip
    return Proposal.objects.create(file=file, kampung=unit, era=era)


def check_start(region: Region, by: Mandate, era: int) -> None:
    if region.level != Level.VILLAGE:
        raise BadValues({"region": _("Pilih desa atau kelurahan; %(name)s bukan desa/kelurahan.") % {"name": region}})
    if era < FIRST_ERA:
        raise BadValues({"era": _("Kampung KB baru ada sejak tahun %(year)d.") % {"year": FIRST_ERA}})
    if era > (last := today(region.zone).year + 1):
        raise BadValues({"era": _("Tulis tahun aturan yang berlaku, paling lambat %(year)d.") % {"year": last}})
    if not may_draft_for(region, by):
        words = _("Usulan %(name)s disusun oleh desa/kelurahan itu sendiri atau penyuluh KB-nya.") % {"name": region}
        raise Refused([Problem(region.pk, "region", "may_draft_for", words, _("kantor desa/kelurahan itu"))])


def may_draft_for(region: Region, by: Mandate) -> bool:
    """The village's own offices draft, and the field officer who serves it; their staff may do it too."""
    return by.office.role in DRAFTERS and by.office.serves(region) and in_force_today(by, region.zone)


def unit_of(region: Region, hamlet: str = "") -> KampungKB:
    """The unit of a village or of one of its hamlets, made in *draft* if it does not exist yet."""
    scope = Scope.HAMLET if hamlet else Scope.VILLAGE
    return KampungKB.objects.get_or_create(region=region, scope=scope, hamlet=hamlet)[0]


def hamlet_and_village(unit: KampungKB) -> str:
    return f"{unit.hamlet}, {unit.region.name}" if unit.hamlet else unit.region.name


CHECKED: dict[str, Callable[[Any], Any]] = {
    "preconditions": lambda given: answers("preconditions", given, PRECONDITIONS),
    "criteria": lambda given: answers("criteria", given, CRITERIA),
    "profile": lambda given: text("profile", given, 20_000),
    "letter_number": lambda given: text("letter_number", given, 100),
    "letter_on": lambda given: day("letter_on", given) if given else None,
}
"""Field → how what is given becomes what is kept. Answers are added to those already given."""


@transaction.atomic
def save_draft(proposal: Proposal, by: Mandate, *, version: int | None = None, **given: Any) -> None:
    """Change fields of a draft or of a returned proposal (see `CHECKED`); `version` is what the editor saw.

    Raises `BadValues` naming each field, `Conflict` or `Refused` as `open_draft` does.
    """
    kept = checked(given)
    open_draft(proposal, by, EDITABLE, version)
    proposal.refresh_from_db()
    for name, value in kept.items():
        setattr(proposal, name, getattr(proposal, name) | value if isinstance(value, dict) else value)
    proposal.save(update_fields=[*kept])


def checked(given: dict[str, Any]) -> dict[str, Any]:
    """The values to keep; all that is wrong is told at once."""
    kept, wrong = {}, {}
    for name, value in given.items():
        try:
            kept[name] = CHECKED[name](value)
        except KeyError:
            wrong[name] = _("tidak dikenal")
        except BadValues as bad:
            wrong |= bad.fields
    if wrong:
        raise BadValues(wrong)
    return kept


def repeat_answers(proposal: Proposal, by: Mandate) -> Proposal | None:
    """Fill a new draft with what the unit's last proposal said; that one, if there was any."""
    before = Proposal.objects.filter(kampung=proposal.kampung_id).exclude(pk=proposal.pk).order_by("-pk").first()
    if before:
        save_draft(proposal, by, profile=before.profile, preconditions=before.preconditions, criteria=before.criteria)
    return before


@transaction.atomic
def attach(proposal: Proposal, by: Mandate, kind: str, attachment: Attachment, note: str = "") -> Evidence:
    """Put a paper or photo beside a draft; the same again stays one.

    Raises `BadValues` for an unknown kind; `Refused` as `open_draft` does.
    """
    if kind not in EvidenceKind.values:
        raise BadValues({"kind": _("Pilih jenis lampiran: %(kinds)s.") % {"kinds": ", ".join(EvidenceKind.values)}})
    open_draft(proposal, by, EDITABLE)
    return Evidence.objects.get_or_create(
        file_id=proposal.pk, kampung_id=proposal.kampung_id, kind=kind, attachment=attachment,
        defaults={"note": text("note", note, 300)},
    )[0]  # fmt: skip


@transaction.atomic
def detach(evidence: Evidence, by: Mandate) -> None:
    """Take a paper away from a draft again; snapshots that named it keep its hash."""
    open_draft(Proposal.objects.get(pk=evidence.file_id), by, EDITABLE)
    evidence.delete()
