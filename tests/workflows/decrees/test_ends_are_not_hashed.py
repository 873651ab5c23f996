"""PostgreSQL 18.6 was seen to answer for one effect with the hash that it had made for another (`ends.the_same`)."""

import pytest
from django.db.models import Q, QuerySet

from workflows.decrees.ends import last_day
from workflows.decrees.models import Decree, Effect
from workflows.decrees.rules.amends_the_list_as_it_stands import amends_the_list_as_it_stands
from workflows.decrees.rules.takes_back_what_was_listed import takes_back_what_was_listed
from workflows.routes.models import Assignment


def last_days() -> QuerySet:
    return Effect.objects.annotate(last=last_day(Q())).filter(last=None).values("last")


def never_listed() -> QuerySet:
    return takes_back_what_was_listed.failing(Decree.objects.all())


def amended_since() -> QuerySet:
    return amends_the_list_as_it_stands.failing(Assignment.objects.all())


@pytest.mark.django_db
@pytest.mark.parametrize("asked", [last_days, never_listed, amended_since])
def test_no_plan_hashes_what_depends_on_the_outermost_row(asked) -> None:
    assert "hashed SubPlan" not in asked().explain()
