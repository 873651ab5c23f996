"""What belongs to a village's year: reports, coaching, rounds, rakors, contests."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from workflows.coaching.models import Event, Need, Participants, Plan, Visit
from workflows.contests.models import Appeal, Competition, Entry, Juror, RubricDraft
from workflows.contests.states import RubricState
from workflows.core.models import File
from workflows.evaluations.models import Evaluation, Round
from workflows.meetings.models import Rakor
from workflows.organisation.models import (
    Office,
)
from workflows.reports.models import Report
from workflows.reports.states import ReportState
from workflows.routes.models import Assignment
from workflows.routes.states import AssignmentState

from .files import visible
from .scope import Mandates, Scope, scope_of


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
    """The rounds of the territory, those that one is asked about, and those of which one may see an evaluation.

    Each way to see one is a small question of its own: as one condition they would read the whole nation's files.
    """
    scope = scope_of(mandates)
    own = File.objects.filter(office__in=scope.offices)
    asked = Assignment.objects.filter(office__in=scope.offices).exclude(state=AssignmentState.VOIDED)
    here = Evaluation.objects.filter(scope.within("kampung__region__"))
    seen = Round.objects.filter(scope.within()).values("pk").union(
        own.values("pk"), own.values("evaluation__round"), asked.values("file"), asked.values("file__evaluation__round"),
        here.values("round"),
    )  # fmt: skip
    return Round.objects.filter(pk__in=seen)


def competitions_for(mandates: Mandates) -> QuerySet[Competition]:
    return Competition.objects.filter(visible(scope_of(mandates), "file__"))


def entries_for(mandates: Mandates) -> QuerySet[Entry]:
    return Entry.objects.filter(visible(scope_of(mandates), "file__"))


def juries_of(mandates: Mandates) -> QuerySet[Juror]:
    """The seats by which one scores: one's own, and those of jurors without a login whose paper one's office keys."""
    scope = scope_of(mandates)
    keyed = Q(person=None, competition__file__office__in=scope.offices)
    return Juror.objects.filter(Q(person__in=scope.people) | keyed)


def rubric_drafts_for(mandates: Mandates) -> QuerySet[RubricDraft]:
    """What these offices prepare and have not published; a published rubric is everybody's to read."""
    return RubricDraft.objects.filter(office__in=scope_of(mandates).offices, state=RubricState.DRAFT)


def appeals_for(mandates: Mandates) -> QuerySet[Appeal]:
    """Objections are read by the organiser, and by whoever sees the entry they are about."""
    return Appeal.objects.filter(participant__in=entries_for(mandates))


def rakors_for(mandates: Mandates) -> QuerySet[Rakor]:
    """The rakors of the territory, and those that the offices of these mandates are invited to; a plan is its organiser's."""
    return Rakor.objects.filter(visible(scope_of(mandates), "file__"))


def reports_for(mandates: Mandates) -> QuerySet[Report]:
    return reports_in(scope_of(mandates))


def reports_in(scope: Scope) -> QuerySet[Report]:
    """What was told about the villages of the territory; a draft is its own office's."""
    return Report.objects.filter(
        scope.within("kampung__region__"), ~Q(state=ReportState.DRAFT) | Q(office__in=scope.offices)
    )
