"""Steps that draft and edit: ordinary saves through the domain's own drafting."""

import io
from typing import Any

import pikepdf
from django.core.files.uploadedfile import SimpleUploadedFile

from backend.uploads import keep
from workflows.core.models import Attachment
from workflows.decrees import drafting
from workflows.decrees.changing import Chosen, start_change
from workflows.decrees.models import Decree, LegalBasis
from workflows.decrees.states import DecreeKind, LinkKind
from workflows.organisation.models import Mandate
from workflows.villages import drafting as proposals
from workflows.villages.checklists import CRITERIA, LAST_YEAR_WITH_CRITERIA, PRECONDITIONS
from workflows.villages.drafting import unit_of
from workflows.villages.models import KampungKB
from workflows.villages.rosters import set_roster

from .building import filled
from .places import names_of
from .setting import Roster, Seat
from .stage import Stage
from .steps import AddRows, ChangeDecree, Draft, Edit, Propose

LINKS = {"replaces": LinkKind.REPLACES, "revokes": LinkKind.REVOKES, "amends": LinkKind.AMENDS}
MET = {"met": True}
F4 = (609, 935)
"""Points: 215 × 330 mm."""


def draft(stage: Stage, step: Draft) -> None:
    """A decree with its rows, bases, links and rosters."""
    fields = ("considerations", "clauses", "copies_to", "effects", "signing", "effective_on", "expires_on")
    by, issuer = stage.mandate(step.by), stage.office(step.issuer)
    decree = drafting.start_decree(
        step.kind, issuer, by, subject=step.subject, example=True, **{name: getattr(step, name) for name in fields}
    )
    stage.files[step.draft] = decree.pk
    cite(stage, decree, by, step.bases)
    drafting.add_rows_by_code(decree, by, rows_of(step))
    for name, kind in LINKS.items():
        if other := getattr(step, name):
            drafting.link(decree, by, stage.decree(other), kind)
    if step.roster:
        appoint_pokja(stage, decree, step.rows.codes, stage.setting.rosters[step.roster])


def cite(stage: Stage, decree: Decree, by: Mandate, bases: list[str]) -> None:
    titles = [stage.setting.bases[name].title for name in bases]
    drafting.edit(decree, by, bases=LegalBasis.objects.filter(title__in=titles))


def change(stage: Stage, step: ChangeDecree) -> None:
    """A linked draft with the words that Siklus proposes."""
    plain = {name: getattr(step, name) for name in ("effective_on", "expires_on", "retroactive", "grounds", "defect")}
    added: list[Any] = [(stage.region(code), {}) for code in (step.add.codes if step.add else [])]
    names = {unit_of(stage.region(one.village.code)).pk: one.name for one in step.correct}
    taken = KampungKB.objects.filter(region__in=stage.regions(step.take.codes), scope="village") if step.take else []
    chosen = Chosen(step.how, [unit.pk for unit in taken], add=added, correct=names, **plain)
    stage.files[step.change] = start_change(stage.decree(step.of), stage.mandate(step.by), chosen, example=True).pk


def rows_of(step: Draft) -> list[tuple[str, dict[str, Any]]]:
    """A row for each village, or for each of its hamlets."""
    return [(code, row) for code in step.rows.codes for row in step.hamlets.rows(code)]


def add(decree: Decree, by: Mandate, codes: list[str]) -> None:
    drafting.add_rows_by_code(decree, by, [(code, {}) for code in codes])


def add_rows(stage: Stage, step: AddRows) -> None:
    add(stage.decree(step.add_rows), stage.mandate(step.by), step.rows.codes)


def edit(stage: Stage, step: Edit) -> None:
    given = {name: value for name in ("subject", "considerations", "clauses", "signing") if (value := getattr(step, name))}
    drafting.edit(stage.decree(step.edit), stage.mandate(step.by), **given)


def appoint_pokja(stage: Stage, decree: Decree, codes: list[str], roster: Roster) -> None:
    """The template's members for every village of the decree; a regent's decree has one roster by office for all."""
    if decree.kind == DecreeKind.REGENT:
        members = [{k: getattr(given, k) for k in ("position", "section", "element", "name")} for given in roster.members]
        set_roster(decree.file, None, members, roster.structure)
        return
    units = {row.kampung.region_id: row.kampung for row in decree.rows.select_related("kampung")}
    for code in codes:
        seats = [seat(stage, given, code) for given in roster.members]
        set_roster(decree.file, units[stage.region(code).pk], seats, roster.structure)


def seat(stage: Stage, given: Seat, code: str) -> dict[str, Any]:
    words = names_of(code)
    texts = {name: filled(getattr(given, name), words) for name in ("position", "section", "name", "element")}
    return texts | ({"office": stage.office(f"{given.office} {code}").pk} if given.office else {})


def propose(stage: Stage, step: Propose) -> None:
    """A village's proposal with the three preconditions met and, where named, the minutes of its meeting."""
    by = stage.mandate(step.by)
    proposal = proposals.start_proposal(stage.region(step.village.code), by, era=step.era, example=True)
    stage.files[step.propose] = proposal.pk
    criteria = dict.fromkeys(CRITERIA, MET) if step.era <= LAST_YEAR_WITH_CRITERIA else {}
    proposals.save_draft(
        proposal, by, preconditions=dict.fromkeys(PRECONDITIONS, MET), criteria=criteria, profile=step.profile
    )
    if step.minutes:
        proposals.attach(proposal, by, "minutes", paper(step.minutes, by))


def paper(name: str, by: Mandate) -> Attachment:
    """A scan that somebody hands in: an empty example page of that name, kept as any upload is."""
    page, scan = io.BytesIO(), pikepdf.new()
    scan.add_blank_page(page_size=F4)
    scan.docinfo["/Title"] = f"CONTOH {name}"
    scan.save(page, deterministic_id=True)
    return keep(SimpleUploadedFile(name, page.getvalue()), by.person)
