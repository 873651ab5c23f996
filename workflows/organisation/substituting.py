"""What can be done about a substitution, and what follows. Read top to bottom; no statement is run here.

Anybody of the office prepares one; it gives no power. The official himself confirms it (Plh., a.n., u.b.), for a vacant
office (Plt.) the superior or whoever registers holders. From then on a plain mandate stands for it, with its days.
"""

from datetime import timedelta

from django.db import models
from django.db.models import BigIntegerField, Case, DateField, ExpressionWrapper, F, Value, When
from django.db.models.functions import Coalesce, Greatest
from django_fsm import transition

from workflows.core.act import Add, Set, act, all_of

from .rules import (
    alone_in_those_days,
    begins_today_or_later,
    ends_with_the_official,
    mandate_still_runs,
    may_name_a_substitute,
    may_prepare_a_substitute,
    plt_for_a_vacant_office,
    substitute_is_another,
    substitute_sits_there,
)
from .states import SubstitutionState as S

CALLED_OFF = ExpressionWrapper(F("since") - Value(timedelta(days=1)), output_field=DateField())


def same(substitutions):
    return substitutions


def its_mandates(substitutions):
    return all_of("organisation.Mandate").filter(substitution__in=substitutions.values("pk"))


class SubstitutionLifecycle(models.Model):
    class Meta:
        abstract = True

    @transition("state", S.PREPARED, S.CONFIRMED, permission=may_name_a_substitute,
                conditions=[substitute_is_another, substitute_sits_there, begins_today_or_later, ends_with_the_official,
                            plt_for_a_vacant_office, alone_in_those_days],
                custom={
                    "sets": {"confirmed_by": act.person},
                    "then": [Add("organisation.Mandate", same, {
                        "office": Coalesce("own_office", "office"), "person": F("person"), "capacity": F("capacity"),
                        "acts_for": Case(When(own_office__isnull=False, then=F("office")), output_field=BigIntegerField()),
                        "via": F("via"), "since": F("since"), "until": F("until"), "paper": F("paper"),
                        "paper_on": F("paper_on"), "note": Value(""), "substitution": F("pk"),
                    })],
                })  # fmt: skip
    def confirm(self):
        """The substitute may act from `since`."""

    @transition("state", S.PREPARED, S.DISCARDED, permission=may_prepare_a_substitute)
    def discard(self): ...

    @transition("state", S.CONFIRMED, S.HANDED_BACK, permission=may_name_a_substitute, conditions=[mandate_still_runs],
                custom={"then": [Set(its_mandates, {"until": Greatest(act.on, CALLED_OFF)})]})  # fmt: skip
    def hand_back(self):
        """The official is back: the mandate ends with today, or is called off before its first day."""
