"""What a person may see, and by which mandate a person acts. Pages and API share it; what is foreign does not exist.

An office sees what lies in the subtree of its region (a PKB: in its villages), what it has a task about, and every
decree that came into force and lists one of its villages, with its signed *salinan*. A draft is seen by the office that
drafts it. Staff see as their office. A contest is known to all of its area once it is announced, its entries to their own
territory, to its organiser and to its jurors.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import BigIntegerField, Exists, F, Model, OuterRef, Prefetch, Q, QuerySet, TextField
from django.db.models.fields.json import KT
from django.db.models.functions import Cast
from django.utils.translation import gettext as _

from documents.forms import SIGNED, Form
from documents.models import Document
from worker.models import Delivery, Gateway, Webhook
from workflows.coaching.models import Event, Need, Participants, Plan, Visit, VisitPhoto
from workflows.contests.models import Appeal, Competition, Entry, Juror
from workflows.contests.states import CompetitionState, ContestLevel, EntryState
from workflows.core.clock import Today
from workflows.core.errors import BadValues, Problem, Refused
from workflows.core.models import Attachment, File, JournalEntry, JournalSubject, Outbox
from workflows.decrees.models import Conveyance, Decree, DecreeRow, LegalBasis, Series
from workflows.decrees.states import SINCE, DecreeKind, DecreeState, Signing
from workflows.evaluations.models import Evaluation, EvidencePhoto, Round
from workflows.letters.models import Letter
from workflows.letters.states import LetterKind, LetterState
from workflows.meetings.models import Rakor, Seat
from workflows.meetings.states import RakorState
from workflows.organisation.mandates import vacant
from workflows.organisation.models import (
    Capacity,
    Level,
    Mandate,
    Office,
    OfficeArea,
    Person,
    Region,
    Role,
    Substitution,
)
from workflows.organisation.models.region import within
from workflows.organisation.rules.may_name_a_substitute import REGISTRARS
from workflows.organisation.states import OfficeState
from workflows.organisation.superiors import SUPERIOR
from workflows.reports.models import Enclosure, Report
from workflows.reports.states import ReportState
from workflows.routes.models import Assignment, PaperRecord, RouteVersion
from workflows.routes.states import AssignmentKind, AssignmentState, RouteState
from workflows.villages.facts import KampungQuerySet
from workflows.villages.models import Evidence, KampungKB, Proposal
from workflows.villages.states import ProposalState

Mandates = Iterable[Mandate]
ISSUERS = {DecreeKind.REGENT: Role.REGENT, DecreeKind.VILLAGE: Role.VILLAGE_HEAD}
"""Who issues each kind of decree."""
SEAT = [Role.AGENCY, Role.LEGAL, Role.ASSISTANT, Role.SECRETARY, Role.REGENT]
"""The offices at a regency's seat."""


def mandates_of(person: Person) -> list[Mandate]:
    """The mandates held today, those that decide first; asked once for each loaded `person`, that is once a request.

    A superuser cannot act in cases, whatever office he might hold, and sees none of them.
    """
    kept: Any = person
    if not hasattr(kept, "mandates_today"):
        kept.mandates_today = [] if person.is_superuser else _held_today(person)
    return kept.mandates_today


def _held_today(person: Person) -> list[Mandate]:
    areas = Prefetch("office__areas", OfficeArea.objects.select_related("region"))
    held = Mandate.objects.in_force(Today(F("office__region__zone"))).filter(
        person=person, office__state=OfficeState.ACTIVE
    )
    found = (
        held.select_related("person", "office__region", "acts_for__region")
        .prefetch_related(areas)
        .order_by("since", "pk")
    )
    return sorted(found, key=lambda mandate: mandate.capacity == Capacity.STAF)


@dataclass(frozen=True)
class Scope:
    """What mandates reach: the offices that act through them, and the subtrees (paths of regions) these serve.

    `people` hold them: jurors are appointed by name.
    """

    offices: list[int]
    paths: list[str]
    people: tuple[int, ...] = ()

    def within(self, prefix: str = "region__") -> Q:
        """Rows whose region lies in one of the subtrees."""
        return reduce(or_, (within(path, prefix) for path in self.paths), Q(pk__in=[]))

    @property
    def above(self) -> list[str]:
        """The paths of the subtrees and of whatever holds them."""
        return sorted({path[: end + 1] for path in self.paths for end, sign in enumerate(path) if sign == "/"})

    def reaches(self, region: Region | None) -> bool:
        """Whether a region lies in one of them; none does not."""
        return region is not None and any(region.path.startswith(path) for path in self.paths)


def scope_of(mandates: Mandates) -> Scope:
    """The offices and the territory of mandates that came from `mandates_of`."""
    offices, paths = set(), set()
    for mandate in mandates:
        offices |= {mandate.office_id, mandate.acting_office_id}
        paths |= _served(mandate)
    outermost = [path for path in sorted(paths) if not any(path != other and path.startswith(other) for other in paths)]
    return Scope(sorted(offices), outermost, tuple(sorted({mandate.person_id for mandate in mandates})))


def _served(mandate: Mandate) -> set[str]:
    """A partner agency sees what it is asked for, and no territory."""
    areas = {area.region.path for area in mandate.office.areas.all()}
    acting = mandate.acts_for or mandate.office
    if acting.role == Role.PARTNER:
        return set()
    return areas or {acting.territory.path}


BEGUN: list[tuple[type[Model], str]] = [
    (Competition, CompetitionState.DRAFT), (Entry, EntryState.DRAFT), (Rakor, RakorState.PLANNED),
]  # fmt: skip
"""What only its drafter sees; decrees, proposals and letters are asked by a join of their own."""


def visible(scope: Scope, at: str = "") -> Q:
    """Rows whose file may be seen; `at` leads to the file, e.g. `"file__"`."""
    file = f"{at}pk"
    assigned = Assignment.objects.filter(file=OuterRef(file), office__in=scope.offices).exclude(
        state=AssignmentState.VOIDED
    )
    listed = DecreeRow.objects.filter(scope.within("kampung__region__"), decree=OuterRef(file), struck=False,
                                      decree__state__in=SINCE)  # fmt: skip
    copied = Letter.objects.filter(
        scope.within("concerns__decree__rows__kampung__region__"), concerns__decree__rows__struck=False,
        concerns__decree__state__in=SINCE, file=OuterRef(file), kind=LetterKind.COPY, state=LetterState.SIGNED,
    )  # fmt: skip
    draft = Q(**{f"{at}decree__state": DecreeState.DRAFT}) | Q(**{f"{at}proposal__state": ProposalState.DRAFT})
    draft |= Q(**{f"{at}letter__state": LetterState.DRAFT})
    for model, begun in BEGUN:
        draft |= Q(**{f"{file}__in": model._default_manager.filter(state=begun).values("pk")})
    invited = Seat.objects.filter(rakor=OuterRef(file), office__in=scope.offices)
    near = scope.within(f"{at}region__") | Q(Exists(assigned)) | Q(Exists(listed)) | Q(Exists(copied)) | Q(Exists(invited))
    near |= _in_contests(scope, at)
    return Q(**{f"{at}office__in": scope.offices}) | (near & ~draft)


def _in_contests(scope: Scope, at: str) -> Q:
    """Contests of what holds the territory, and entries of contests that one organises or judges."""
    seats = Juror.objects.filter(person__in=scope.people).values("competition")
    above = Q(file__region__path__in=scope.above) | Q(level=ContestLevel.NATION) | Q(pk__in=seats)
    mine = Q(competition__in=seats) | Q(competition__file__office__in=scope.offices)
    contests, entries = Competition.objects.filter(above).values("pk"), Entry.objects.filter(mine).values("pk")
    return Q(**{f"{at}pk__in": contests}) | Q(**{f"{at}pk__in": entries})


def files_for(mandates: Mandates) -> QuerySet[File]:
    return File.objects.filter(visible(scope_of(mandates)))


def decrees_for(mandates: Mandates) -> QuerySet[Decree]:
    return Decree.objects.filter(visible(scope_of(mandates), "file__"))


def proposals_for(mandates: Mandates) -> QuerySet[Proposal]:
    return Proposal.objects.filter(visible(scope_of(mandates), "file__"))


def needs_for(mandates: Mandates) -> QuerySet[Need]:
    """What the villages of the territory need; a partner agency: what it has been asked for."""
    return Need.objects.filter(visible(scope_of(mandates), "file__"))


def visits_for(mandates: Mandates) -> QuerySet[Visit]:
    """The visits planned by the offices of these mandates, those to their territory, and to the kecamatan where they work."""
    scope = scope_of(mandates)
    seats = Office.objects.filter(pk__in=scope.offices).values("region")
    return Visit.objects.filter(Q(plan__office__in=scope.offices) | scope.within() | Q(region__in=seats))


def plans_for(mandates: Mandates) -> QuerySet[Plan]:
    """The plans of these offices, drafts too; the adopted ones of others as far as one of their visits may be seen."""
    scope, seen = scope_of(mandates), visits_for(mandates).filter(plan=OuterRef("pk"))
    return Plan.objects.filter(Q(office__in=scope.offices) | Q(Exists(seen)) | scope.within())


def events_for(mandates: Mandates) -> QuerySet[Event]:
    """What the offices of these mandates organise or are asked to, and what is held for their territory or all around it."""
    scope = scope_of(mandates)
    around = [int(pk) for path in scope.paths for pk in path.strip("/").split("/")]
    here = Event.regions.through.objects.filter(scope.within() | Q(region__in=around), event=OuterRef("pk"))
    asked = Participants.objects.filter(event=OuterRef("pk"), list=OuterRef("lists"), office__in=scope.offices)
    return Event.objects.filter(Q(office__in=scope.offices) | Q(Exists(here)) | Q(Exists(asked)))


def evaluations_for(mandates: Mandates) -> QuerySet[Evaluation]:
    """The yearly evaluations of the villages of the territory, those that are being answered too."""
    return Evaluation.objects.filter(visible(scope_of(mandates), "file__"))


def rounds_for(mandates: Mandates) -> QuerySet[Round]:
    """The rounds of the territory, and those in which one of its villages takes part."""
    taking_part = evaluations_for(mandates).filter(round=OuterRef("pk"))
    return Round.objects.filter(visible(scope_of(mandates), "file__") | Q(Exists(taking_part)))


def competitions_for(mandates: Mandates) -> QuerySet[Competition]:
    return Competition.objects.filter(visible(scope_of(mandates), "file__"))


def entries_for(mandates: Mandates) -> QuerySet[Entry]:
    return Entry.objects.filter(visible(scope_of(mandates), "file__"))


def juries_of(mandates: Mandates) -> QuerySet[Juror]:
    """The seats by which one scores: one's own, and those of jurors without a login whose paper one's office keys."""
    scope = scope_of(mandates)
    keyed = Q(person=None, competition__file__office__in=scope.offices)
    return Juror.objects.filter(Q(person__in=scope.people) | keyed)


def appeals_for(mandates: Mandates) -> QuerySet[Appeal]:
    """Objections are read by the organiser, and by whoever sees the entry they are about."""
    return Appeal.objects.filter(participant__in=entries_for(mandates))


def rakors_for(mandates: Mandates) -> QuerySet[Rakor]:
    """The rakors of the territory, and those that the offices of these mandates are invited to; a plan is its organiser's."""
    return Rakor.objects.filter(visible(scope_of(mandates), "file__"))


def letters_for(mandates: Mandates) -> QuerySet[Letter]:
    return Letter.objects.filter(visible(scope_of(mandates), "file__"))


def documents_for(mandates: Mandates) -> QuerySet[Document]:
    """The papers of the files that may be seen; one that waits for its electronic signature, by those only who give it.

    It prints its QR code already, and nobody else may hold that before the last act.
    """
    signed = Document.objects.filter(file=OuterRef("file"), form=SIGNED)
    mine = Assignment.objects.filter(
        file=OuterRef("file"), kind=AssignmentKind.SIGN_DOCUMENT, office__in=scope_of(mandates).offices
    )
    waits = Document.objects.filter(
        ~Exists(signed), ~Exists(mine), pk=OuterRef("pk"), form=Form.FINAL, content__issue__signature=Signing.TTE
    )
    return Document.objects.filter(~Exists(waits), file__in=files_for(mandates))


def tasks_for(mandates: Mandates) -> QuerySet[Assignment]:
    """Every task, done or to do, that may be seen: the offices' own, and those about their territory."""
    scope = scope_of(mandates)
    return Assignment.objects.filter(Q(office__in=scope.offices) | scope.within())


def administered(mandates: Mandates) -> Scope:
    """What those of the mandates reach that look after Siklus itself; empty for everybody else.

    An administrator's staff look after it as he does: neither decides in any case.
    """
    return scope_of([mandate for mandate in mandates if mandate.office.role == Role.ADMINISTRATOR])


def people_in_care(mandates: Mandates) -> QuerySet[Person]:
    """Whose way in those of the mandates look after: invitations, lost telephones, ending all logins.

    Administrators for the offices of their territory, agencies (staff too) for those of its villages, heads for their
    own staff. Whoever also holds an office outside of that is somebody else's care, and nobody is his own.
    """
    cared = administered(mandates).within("office__region__")
    for mandate in mandates:
        if mandate.office.role == Role.AGENCY:
            cared |= scope_of([mandate]).within("office__region__") & Q(office__region__level=Level.VILLAGE)
        if mandate.capacity != Capacity.STAF:
            cared |= Q(office=mandate.acting_office_id, capacity=Capacity.STAF)
    held = Mandate.objects.exclude(until__lt=Today(F("office__region__zone"))).filter(person=OuterRef("pk"))
    people = Person.objects.filter(Exists(held.filter(cared)), is_superuser=False)
    return people.exclude(Exists(held.exclude(cared))).exclude(pk__in=[mandate.person_id for mandate in mandates])


def overseen(mandates: Mandates) -> Scope:
    """What those of the mandates reach that see to people and to who is told: administrators, and agencies in their own."""
    return scope_of([mandate for mandate in mandates if mandate.office.role in (Role.ADMINISTRATOR, Role.AGENCY)])


def deliveries_for(mandates: Mandates) -> QuerySet[Delivery]:
    """The messages to offices of the territory, for those who see to it that everybody is told."""
    return Delivery.objects.filter(overseen(mandates).within("outbox__office__region__"))


def people_for(mandates: Mandates) -> QuerySet[Person]:
    """Who holds an office in the territory today, for those who put addresses right."""
    here = Mandate.objects.in_force(Today(F("office__region__zone"))).filter(
        overseen(mandates).within("office__region__"), person=OuterRef("pk")
    )
    return Person.objects.filter(Exists(here))


def gateways_for(mandates: Mandates) -> QuerySet[Gateway]:
    """The gateways of the territory, for its administrator alone."""
    return Gateway.objects.filter(administered(mandates).within())


def webhooks_for(mandates: Mandates) -> QuerySet[Webhook]:
    """The webhooks of the territory that have not ended."""
    return Webhook.objects.filter(overseen(mandates).within(), ended_at=None)


def jobs_overseen(mandates: Mandates) -> QuerySet[Outbox]:
    """What acts on files of the territory asked the worker to do, and what its offices are told, for those who see to it."""
    scope = overseen(mandates)
    files = File.objects.filter(scope.within()).values("pk")
    about = Exists(JournalSubject.objects.filter(entry=OuterRef("entry"), file_id__in=files))
    return Outbox.objects.filter(scope.within("office__region__") | Q(about, office=None))


def inbox_of(mandates: Mandates) -> QuerySet[Assignment]:
    """*Tugas saya*: what the offices of these mandates must do now."""
    return Assignment.objects.filter(office__in=scope_of(mandates).offices, state=AssignmentState.OPEN)


def records_for(mandates: Mandates) -> QuerySet[PaperRecord]:
    """Acts recorded from paper, on tasks that may be seen."""
    return PaperRecord.objects.filter(assignment__in=tasks_for(mandates))


def villages_for(mandates: Mandates) -> KampungQuerySet:
    return KampungKB.objects.filter(scope_of(mandates).within())


def reports_for(mandates: Mandates) -> QuerySet[Report]:
    """What was told about the villages of the territory; a draft is its own office's."""
    scope = scope_of(mandates)
    return Report.objects.filter(scope.within("kampung__region__"), ~Q(state=ReportState.DRAFT) | Q(office__in=scope.offices))


def registers_for(mandates: Mandates) -> QuerySet[Series]:
    """The registers of numbers that offices in the territory keep."""
    scope = scope_of(mandates)
    return Series.objects.filter(Q(office__in=scope.offices) | scope.within("office__region__"))


def journal_for(mandates: Mandates) -> QuerySet[JournalEntry]:
    """The acts on files and villages that may be seen."""
    subjects = JournalSubject.objects.filter(entry=OuterRef("pk"))
    files = subjects.filter(file_id__in=files_for(mandates).values("pk"))
    villages = subjects.filter(kind="kampungkb", object_id__in=villages_for(mandates).values("pk"))
    reports = subjects.filter(kind="report", object_id__in=reports_for(mandates).values("pk"))
    return JournalEntry.objects.filter(Exists(files) | Exists(villages) | Exists(reports))


def acting_mandate(person: Person, subject: Any, chosen: int | None = None) -> Mandate:
    """The mandate for an act on `subject`: the `chosen` one if the person holds it today, else the nearest.

    Nearest is the one whose office has the task or drafts the file; failing that the first, so that the rules can say
    who may. Raises `BadValues` for a mandate that is not the person's, `Refused` when there is none at all.
    """
    mine = mandates_of(person)
    if chosen is not None:
        return _own(mine, chosen)
    if not mine:
        raise Refused([_nobody(subject.pk)])
    if len(mine) == 1:
        return mine[0]
    return next((by for office in _offices_of(subject) for by in mine if by.acting_office_id == office), mine[0])


def _nobody(about: int) -> Problem:
    words = _("Anda tidak memegang jabatan apa pun hari ini.")
    return Problem(about, "mandate", "no_mandate_today", words, _("pengelola data jabatan"))


def _own(mine: list[Mandate], chosen: int) -> Mandate:
    for mandate in mine:
        if mandate.pk == chosen:
            return mandate
    raise BadValues({"mandate": _("Ini bukan penugasan Anda yang berlaku hari ini; lihat daftar di /api/me/.")})


OF_A_FILE = (Decree, Proposal, Letter, Evaluation, Round, Competition, Entry)
"""What has a file under its own key, whose office it is with."""


def _offices_of(subject: Any) -> Iterator[int]:
    """Whose turn it is with a subject, the office in question first."""
    if isinstance(subject, Assignment):
        yield subject.office_id
    elif isinstance(subject, PaperRecord):
        yield subject.assignment.office_id
    elif isinstance(subject, Report):
        yield subject.office_id
    elif isinstance(subject, OF_A_FILE):
        yield subject.file.office_id
        yield from (task.office_id for task in subject.file.assignments.all() if task.state == AssignmentState.OPEN)


def drafting_mandate(person: Person, region: Region, chosen: int | None = None) -> Mandate:
    """The mandate for a new draft about `region`: the `chosen` one, else one of the region's own offices or nearest above.

    Raises `BadValues` and `Refused` as `acting_mandate` does.
    """
    mine = mandates_of(person)
    if chosen is not None:
        return _own(mine, chosen)
    if not mine:
        raise Refused([_nobody(region.pk)])
    return max(mine, key=lambda mandate: _nearness(mandate, region))


def _nearness(mandate: Mandate, region: Region) -> int:
    path = mandate.office.territory.path
    return len(path) if region.path.startswith(path) else 0


def issuers_for(by: Mandate) -> QuerySet[Office]:
    """The offices whose decrees the office of a mandate may draft: the heads of its own village or regency; a partner none."""
    if by.office.role == Role.PARTNER:
        return Office.objects.none()
    return Office.objects.active().filter(region=by.office.region_id, role__in=ISSUERS.values())


def stationery_owners(by: Mandate) -> list[Region | Office]:
    """Whose kop and paper the office of a mandate may say: its own; the offices of a regency's seat, and its administrators,
    their whole regency's.
    """
    office = by.acts_for or by.office
    if office.role not in [*SEAT, Role.ADMINISTRATOR]:
        return [office]
    return [office.territory, *Office.objects.active().filter(region=office.region_id, role__in=SEAT).order_by("label")]


def routes_for(mandates: Mandates) -> QuerySet[RouteVersion]:
    """The published routes that files of the territory may go: those of its regions, of what holds them, and everywhere."""
    return RouteVersion.objects.filter(_reaching(scope_of(mandates)), state=RouteState.PUBLISHED)


def _reaching(scope: Scope) -> Q:
    """Versions of routes that files of a territory may go."""
    return Q(route__region=None) | Q(route__region__path__in=scope.above) | scope.within("route__region__")


def routes_overseen(mandates: Mandates) -> QuerySet[RouteVersion]:
    """The versions of routes that those read who look after them: in force and former ones, drafts of the territory only."""
    scope = overseen(mandates)
    if not scope.paths:
        return RouteVersion.objects.none()
    return RouteVersion.objects.filter(_reaching(scope)).exclude(~scope.within("route__region__"), state=RouteState.DRAFT)


def route_drafts_for(mandates: Mandates) -> QuerySet[RouteVersion]:
    """The drafts that an administrator may change and publish."""
    return RouteVersion.objects.filter(administered(mandates).within("route__region__"), state=RouteState.DRAFT)


def bases_administered(mandates: Mandates) -> QuerySet[LegalBasis]:
    """The legal bases that an administrator verifies and ends: those of his own territory."""
    return LegalBasis.objects.filter(administered(mandates).within())


def registered(mandates: Mandates) -> Scope:
    """Where those of the mandates write down who holds which office: Sekda, agency and administrator, each in his own."""
    return scope_of([mandate for mandate in mandates if mandate.office.role in REGISTRARS])


def offices_below(mandates: Mandates) -> QuerySet[Office]:
    """The offices that are the concern of those above when nobody holds them: to name a Plt., to pass their tasks on."""
    below = registered(mandates).within()
    for mandate in mandates:
        roles = [role for role, above in SUPERIOR.items() if above == mandate.office.role]
        below |= Q(role__in=roles) & scope_of([mandate]).within()
    return Office.objects.active().filter(below).exclude(role=Role.SYSTEM)


def givers_for(mandates: Mandates) -> QuerySet[Office]:
    """Whose delegations are written down by those who register holders: Sekda, agency, administrator, each in his own."""
    there = Office.objects.active().filter(registered(mandates).within())
    return there.exclude(role__in=[Role.SYSTEM, Role.ADMINISTRATOR]).select_related("region")


def offices_to_substitute(mandates: Mandates) -> QuerySet[Office]:
    """For which a substitute may be prepared: one's own office (by its staff too), and vacant ones below."""
    own = [mandate.office_id for mandate in mandates if mandate.acts_for_id is None]
    empty = vacant(Today(F("office__region__zone"))).filter(pk__in=offices_below(mandates).values("pk"))
    return Office.objects.active().filter(Q(pk__in=own) | Q(pk__in=empty.values("pk"))).select_related("region")


def substitutions_for(person: Person) -> QuerySet[Substitution]:
    """One's own, also when they have ended; those of one's office (staff too), and of the offices below it."""
    mandates = mandates_of(person)
    mine = Q(person=person) | Q(office__in=scope_of(mandates).offices)
    return Substitution.objects.filter(mine | Q(office__in=offices_below(mandates).values("pk")))


def attachments_for(person: Person) -> QuerySet[Attachment]:
    """One's own uploads, and the papers beside what may be seen: evidence, scans, records from paper; for those who see to
    stuck work, what proves the outcome of a request to sign.
    """
    mandates = mandates_of(person)
    files = files_for(mandates).values("pk")
    evidence = Evidence.objects.filter(attachment=OuterRef("pk"), file__in=files)
    records = PaperRecord.objects.filter(scan=OuterRef("pk"), file__in=files)
    compared = Assignment.objects.filter(
        kind=AssignmentKind.CONFIRM_SCAN, note=Cast(OuterRef("pk"), TextField()), file__in=files
    )
    here = scope_of(mandates).within("row__kampung__region__")
    proofs = Conveyance.objects.filter(here, proof=OuterRef("pk"), row__decree__in=files)
    orders = substitutions_for(person).filter(order=OuterRef("pk"))
    settled = JournalEntry.objects.filter(overseen(mandates).within("office__region__"), act="organisation.Office.settle_signing")
    proven = settled.alias(evidence=Cast(KT("values__evidence"), BigIntegerField())).filter(evidence=OuterRef("pk"))
    visited = VisitPhoto.objects.filter(attachment=OuterRef("pk"), visit__in=visits_for(mandates).values("pk"))
    photos = EvidencePhoto.objects.filter(attachment=OuterRef("pk"), evaluation__in=files)
    enclosed = Enclosure.objects.filter(attachment=OuterRef("pk"), report__in=reports_for(mandates))
    beside = (proven, orders, evidence, photos, enclosed, visited, records, compared, proofs)
    return Attachment.objects.filter(Q(uploaded_by=person) | reduce(or_, map(Exists, beside)))
