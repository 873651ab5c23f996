"""PostgreSQL 18.6 was seen to answer for one effect with the hash that it had made for another (`ends.the_same`)."""

import pytest
from django.db.models import Q

from workflows.decrees.ends import last_day
from workflows.decrees.models import Effect


@pytest.mark.django_db
def test_no_plan_hashes_what_depends_on_the_effect() -> None:
    asked = Effect.objects.annotate(last=last_day(Q())).filter(last=None).values("last")
    assert "hashed SubPlan" not in asked.explain()
