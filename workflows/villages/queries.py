"""Which villages and proposals the acts touch. The queries speak of the world as it was before the act."""

from collections.abc import Callable

from django.db.models import Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery, TextField, Value
from django.db.models.fields import BigIntegerField
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast

from workflows.core.act import act, all_of
from workflows.routes import queries as routes
from workflows.routes.states import AssignmentKind, RunState

from .states import BEFORE_DESIGNATION, ENTERING, KampungState, ProposalState, StepMoves

K, P = KampungState, ProposalState
Rows = Callable[[QuerySet], QuerySet]


def same(rows: QuerySet) -> QuerySet:
    return rows


def proposals_of(tasks: QuerySet) -> QuerySet:
    return all_of("villages.Proposal").filter(file__in=tasks.values("file"))


def proposals_accepted(tasks: QuerySet) -> QuerySet:
    """Those whose run is complete with this approval."""
    return all_of("villages.Proposal").filter(file__in=routes.runs_done(tasks).values("file"))


def proposals_approved(tasks: QuerySet) -> QuerySet:
    """Those that an approval of these has accepted."""
    return proposals_of(tasks).filter(state=P.APPROVED)


def villages_of(proposals: QuerySet) -> QuerySet:
    """Their villages, to be locked whatever their state."""
    return all_of("villages.KampungKB").filter(pk__in=proposals.values("kampung"))


def villages_before_designation(proposals: QuerySet) -> QuerySet:
    """Their villages on the way; one that a decree has named meanwhile is not touched, nor one never handed in."""
    return villages_of(proposals.exclude(state=P.DRAFT)).filter(state__in=BEFORE_DESIGNATION)


# --- how far a proposal has come: the highest of its approved steps gives the village's stage --------------------------


def above(moves: StepMoves | None) -> list[str]:
    every = [m.value for m in StepMoves]
    return every[every.index(moves) + 1 :] if moves else every


def highest(approved: QuerySet, moves: StepMoves | None) -> Q:
    """The approved steps reach `moves` and nothing above it; none: they reach nothing."""
    reached = Q(Exists(approved.filter(step__moves=moves))) if moves else Q()
    return reached & ~Q(Exists(approved.filter(step__moves__in=above(moves))))


def raised_by_approval(moves: StepMoves) -> Rows:
    """Villages that this approval takes to `moves`, the approvals that already stand included."""

    def rows(tasks: QuerySet) -> QuerySet:
        standing = routes.assignments().filter(run=OuterRef("run"), state=routes.APPROVED)
        mine = Q(step__moves=moves) | (Q(step__moves__gt="") & Q(Exists(standing.filter(step__moves=moves))))
        higher = Q(step__moves__in=above(moves)) | Q(Exists(standing.filter(step__moves__in=above(moves))))
        return villages_of(proposals_of(tasks.filter(mine).exclude(higher))).filter(state__in=ENTERING)

    return rows


def raised_by_return(moves: StepMoves) -> Rows:
    """Villages of proposals handed in again, to where the approvals that stand had taken them."""

    def rows(proposals: QuerySet) -> QuerySet:
        standing = routes.assignments().filter(
            file=OuterRef("file"), run__state=RunState.IN_PROGRESS, state=routes.APPROVED
        )
        return villages_of(proposals.filter(highest(standing, moves))).filter(state__in=ENTERING)

    return rows


def turn_of_chosen_step() -> Subquery:
    chosen = all_of("routes.Step").filter(pk=act.value("step", BigIntegerField()))
    return Subquery(chosen.values("order"), output_field=IntegerField())


def fallen_behind(turn: Callable, moves: StepMoves | None, sources: list[str]) -> Rows:
    """Villages that the steps before `turn` (an order) took no further than `moves`."""

    def rows(tasks: QuerySet) -> QuerySet:
        standing = routes.assignments().filter(run=OuterRef("run"), state=routes.APPROVED, order__lt=OuterRef("turn"))
        back = tasks.alias(turn=turn()).filter(highest(standing, moves))
        return villages_of(proposals_of(back)).filter(state__in=sources)

    return rows


def own_turn() -> F:
    return F("order")


def villages_to_reopen(tasks: QuerySet) -> QuerySet:
    """Villages whose proposal goes back to its drafter."""
    return villages_of(proposals_of(tasks)).filter(state__in=[K.PROPOSED, K.ENDORSED, K.VERIFIED])


# --- a new head looks through the roster of his village's Pokja ---------------------------------------------------------

FULL_HOLDERS = ["definitif", "pj", "plt"]
REVIEW_DAYS = 10
"""Working days in which a new head looks through the roster."""


def rosters_to_review(offices: QuerySet) -> QuerySet:
    """The rosters in force in the villages whose head changes, unless one is being reviewed; `head` is the office."""
    heads = offices.filter(role="village_head", region=OuterRef("kampung__region"))
    in_force = all_of("decrees.Effect").filter(
        Q(until=None) | Q(until__gte=act.on), decree=OuterRef("file"), kampung=OuterRef("kampung"), kind="appoint_pokja",
        since__lte=act.on,
    )  # fmt: skip
    asked = routes.assignments().filter(
        file=OuterRef("file"), region=OuterRef("kampung__region"), kind=AssignmentKind.REVIEW_ROSTER, state=routes.OPEN
    )
    rosters = all_of("villages.Pokja").filter(Exists(heads), Exists(in_force), ~Exists(asked))
    return rosters.annotate(head=Subquery(heads.values("pk")[:1]), days=Value(REVIEW_DAYS))


def rosters_of_new_head(offices: QuerySet) -> QuerySet:
    """The same, where the appointment is that of a head and not of staff or for a few days."""
    new = offices.alias(capacity=act.value("capacity", TextField())).filter(capacity__in=FULL_HOLDERS)
    return rosters_to_review(new)


def successor() -> Subquery:
    """The unit that a merging decree names for the row's village (`data.into`: the unit's id)."""
    rows = all_of("decrees.DecreeRow").filter(decree__any=act.files, kampung=OuterRef("pk"), struck=False)
    rows = rows.filter(effects__contains=["merge"])
    return Subquery(rows.values(into=Cast(KeyTextTransform("into", "data"), BigIntegerField()))[:1])
