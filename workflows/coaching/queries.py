"""Which rows the acts touch. The queries speak of the world as it was before the act."""

from django.db.models import F, Func, IntegerField, OuterRef, QuerySet, Subquery

from workflows.core.act import all_of
from workflows.organisation.models import Role
from workflows.organisation.states import OfficeState
from workflows.routes.queries import assignments
from workflows.routes.states import AssignmentKind, AssignmentState


class Heads(Func):
    """How many people a list of participants has a place for in all; what is no number counts nothing."""

    template = """(SELECT coalesce(sum((n #>> '{}')::numeric), 0) FROM
        jsonb_path_query(%(expressions)s, '$[*].count ? (@.type() == "number")') n)"""
    output_field = IntegerField()


def with_village_office(needs: QuerySet) -> QuerySet:
    """Needs with the office of the village's head, if it did not note them itself."""
    heads = all_of("organisation.Office").filter(role=Role.VILLAGE_HEAD, state=OfficeState.ACTIVE)
    here = needs.annotate(village_office=Subquery(heads.filter(region=OuterRef("kampung__region")).values("pk")[:1]))
    return here.exclude(village_office=None).exclude(village_office=F("file__office"))


def same(rows: QuerySet) -> QuerySet:
    return rows


def follow_ups_of(needs: QuerySet) -> QuerySet:
    """The tasks by which offices are still asked for these needs: one a need, or none."""
    return assignments().filter(file__in=needs.values("pk"), kind=AssignmentKind.FOLLOW_UP, state=AssignmentState.OPEN)


def needs_of(tasks: QuerySet) -> QuerySet:
    return all_of("coaching.Need").filter(file__in=tasks.filter(kind=AssignmentKind.FOLLOW_UP).values("file"))
