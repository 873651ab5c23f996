"""Who is told that a contest is announced: those who may nominate somebody in it."""

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Left, Length

from workflows.core.act import all_of
from workflows.organisation.models import Level, Role
from workflows.villages.states import KampungState

from .states import ContestLevel

KAMPUNG_KB = [KampungState.DESIGNATED, KampungState.ACTIVE]


def invited(competitions: QuerySet) -> QuerySet:
    """Offices with their `contest`: of a regency's the Camat and heads of Kampung KB, of a province's the regencies' agencies.

    Nobody is told of the nation's: its organiser writes to the provinces, which Siklus does not hold.
    """
    held = all_of("villages.KampungKB").filter(region=OuterRef("region"), state__in=KAMPUNG_KB)
    of_villages = Q(role=Role.CAMAT) | Q(Exists(held), role=Role.VILLAGE_HEAD)
    of_regencies = Q(role=Role.AGENCY, region__level=Level.REGENCY)
    offices = (
        all_of("organisation.Office")
        .filter(state="active")
        .annotate(contest=above(competitions), level=above(competitions, "level"))
    )
    return offices.filter(Q(of_villages, level=ContestLevel.REGENCY) | Q(of_regencies, level=ContestLevel.PROVINCE))


def above(competitions: QuerySet, column: str = "pk") -> Subquery:
    """Of the contest in whose region the outer office lies."""
    here = Left(OuterRef("region__path"), Length(F("file__region__path")))
    return Subquery(competitions.filter(file__region__path=here).order_by("pk").values(column)[:1])
