"""Which rows the acts touch. The queries speak of the world as it was before the act."""

from django.db.models import BigIntegerField, F, Func, IntegerField, OuterRef, Q, QuerySet, Subquery

from workflows.core.act import act, all_of
from workflows.organisation.models import Role
from workflows.organisation.states import OfficeState
from workflows.routes.queries import assignments
from workflows.routes.states import AssignmentKind, AssignmentState


class Heads(Func):
    """How many people a list of participants has a place for in all; what is no number counts nothing."""

    template = """(SELECT coalesce(sum((n #>> '{}')::numeric), 0) FROM
        jsonb_path_query(%(expressions)s, '$[*].count ? (@.type() == "number")') n)"""
    output_field = IntegerField()


OWNER = act.value("office", BigIntegerField())
"""Who is asked to see to a need."""


def with_village_office(needs: QuerySet) -> QuerySet:
    """Needs with the office of the village's head."""
    heads = all_of("organisation.Office").filter(role=Role.VILLAGE_HEAD, state=OfficeState.ACTIVE)
    here = needs.annotate(village_office=Subquery(heads.filter(region=OuterRef("kampung__region")).values("pk")[:1]))
    return here.exclude(village_office=None)


def noted_by_others(needs: QuerySet) -> QuerySet:
    """With the office of the village's head, if it did not note them itself: then it is told as who noted it."""
    return with_village_office(needs).exclude(village_office=F("file__office"))


def newly_entrusted(needs: QuerySet) -> QuerySet:
    """With the office of the village's head, where another office than itself, or than the last one, is asked."""
    return with_village_office(needs).exclude(Q(owner=OWNER) | Q(village_office=OWNER))


def same(rows: QuerySet) -> QuerySet:
    return rows


def follow_ups_of(needs: QuerySet) -> QuerySet:
    """The tasks by which offices are still asked for these needs: one a need, or none."""
    return assignments().filter(file__in=needs.values("pk"), kind=AssignmentKind.FOLLOW_UP, state=AssignmentState.OPEN)


def needs_of(tasks: QuerySet) -> QuerySet:
    return all_of("coaching.Need").filter(file__in=tasks.filter(kind=AssignmentKind.FOLLOW_UP).values("file"))
