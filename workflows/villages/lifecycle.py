"""How a Kampung KB moves. Decrees designate, activate, suspend and revoke; proposals propose, endorse and verify."""

from django.db import models
from django_fsm import transition

from workflows.core.act import Add, Move, act, only_follows
from workflows.routes import queries as routes
from workflows.routes.lifecycle import tell
from workflows.routes.submitting import HAND_IN, hand_in_again, open_run

from . import queries as q
from .rules import (
    all_preconditions_answered,
    criteria_of_the_era_answered,
    minutes_attached,
    no_other_open_proposal,
    reason_given,
    within_my_drafting_office,
)
from .states import BEFORE_DESIGNATION, ENDED, STANDING
from .states import KampungState as K
from .states import ProposalState as P


class KampungKBLifecycle(models.Model):
    class Meta:
        abstract = True

    @transition("state", [K.DRAFT, K.PROPOSED, *ENDED], K.PROPOSED, permission=only_follows)
    def propose(self): ...

    @transition("state", [K.DRAFT, K.PROPOSED], K.ENDORSED, permission=only_follows)
    def endorse(self): ...

    @transition("state", [K.DRAFT, K.PROPOSED, K.ENDORSED], K.VERIFIED, permission=only_follows)
    def verify(self): ...

    @transition("state", [K.PROPOSED, K.ENDORSED], K.DRAFT, permission=only_follows)
    def reopen(self): ...

    @transition("state", BEFORE_DESIGNATION, K.WITHDRAWN, permission=only_follows)
    def withdraw(self): ...

    @transition("state", BEFORE_DESIGNATION, K.REJECTED, permission=only_follows)
    def reject(self): ...

    @transition("state", [*BEFORE_DESIGNATION, *ENDED, *STANDING], K.DESIGNATED, permission=only_follows)
    def designate(self): ...

    @transition("state", [*BEFORE_DESIGNATION, *ENDED, *STANDING], K.ACTIVE, permission=only_follows)
    def activate(self): ...

    @transition("state", [K.ACTIVE, K.DESIGNATED], K.DORMANT, permission=only_follows)
    def lapse(self): ...

    @transition("state", [K.DESIGNATED, K.ACTIVE, K.DORMANT], K.SUSPENDED, permission=only_follows)
    def suspend(self): ...

    @transition("state", STANDING, K.REVOKED, permission=only_follows)
    def revoke(self): ...

    @transition("state", [*BEFORE_DESIGNATION, *STANDING], K.MERGED, permission=only_follows)
    def merge(self): ...


class ProposalLifecycle(models.Model):
    class Meta:
        abstract = True

    @transition("state", P.DRAFT, P.IN_REVIEW, permission=within_my_drafting_office,
                conditions=[all_preconditions_answered, criteria_of_the_era_answered, minutes_attached, no_other_open_proposal],
                custom=HAND_IN | {"prepare": open_run})
    def submit(self): ...

    @transition("state", P.RETURNED, P.IN_REVIEW, permission=within_my_drafting_office,
                conditions=[all_preconditions_answered, criteria_of_the_era_answered, minutes_attached],
                custom=hand_in_again())
    def resubmit(self): ...

    @transition("state", P.IN_REVIEW, P.RETURNED, permission=only_follows)
    def return_to_drafter(self): ...

    @transition("state", P.IN_REVIEW, P.APPROVED, permission=only_follows)
    def approve(self): ...

    @transition("state", P.IN_REVIEW, P.REJECTED, permission=only_follows, custom={"then": [Move("villages.KampungKB.reject", q.villages_of)]})
    def reject(self): ...

    @transition("state", [P.IN_REVIEW, P.RETURNED], P.WITHDRAWN, permission=within_my_drafting_office, conditions=[reason_given],
                custom={"then": [Move("villages.KampungKB.withdraw", q.villages_of),
                                 Move("routes.Run.cancel", routes.runs_of_files),
                                 Move("routes.Assignment.void", routes.unfinished_of_files)]})
    def withdraw(self): ...
