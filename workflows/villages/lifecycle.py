"""How a Kampung KB moves. Decrees designate, activate, suspend and revoke; the steps of a proposal do what comes before.

What follows from those steps stands in `steps.py`.
"""

from django.db import models
from django.db.models import DateField, F, TextField
from django_fsm import transition

from workflows.core.act import Add, Conditions, Move, act, only_follows
from workflows.routes import queries as routes
from workflows.routes.rules import reason_given, within_my_drafting_office
from workflows.routes.submitting import CHANGE, HAND_IN, HAND_IN_AGAIN

from . import queries as q
from .field_check import record
from .launching import held_on
from .rules import (
    all_preconditions_answered,
    criteria_of_the_era_answered,
    field_check_is_my_task,
    head_or_agency,
    minutes_attached,
    no_other_open_proposal,
    not_designated_yet,
    not_launched_yet,
    not_on_a_draft_decree,
    somebody_else_can_approve,
)
from .states import BEFORE_DESIGNATION, ENDED, ENTERING, STANDING, StepMoves
from .states import KampungState as K
from .states import ProposalState as P

ANYWHERE = [*BEFORE_DESIGNATION, *ENDED, *STANDING]
COMPLETE: Conditions = [all_preconditions_answered, criteria_of_the_era_answered, minutes_attached, somebody_else_can_approve]
ALONE: Conditions = [no_other_open_proposal, not_designated_yet]
RAISED_AGAIN = [Move(f"villages.KampungKB.{moves}", q.raised_by_return(moves)) for moves in StepMoves]


class KampungKBLifecycle(models.Model):
    class Meta:
        abstract = True

    # --- the steps of a proposal

    @transition("state", ENTERING, K.PROPOSED, permission=only_follows)
    def propose(self): ...

    @transition("state", ENTERING, K.ENDORSED, permission=only_follows)
    def endorse(self): ...

    @transition("state", ENTERING, K.VERIFIED, permission=only_follows)
    def verify(self): ...

    @transition("state", K.VERIFIED, K.ENDORSED, permission=only_follows)
    def fall_back_to_endorsed(self): ...

    @transition("state", [K.ENDORSED, K.VERIFIED], K.PROPOSED, permission=only_follows)
    def fall_back_to_proposed(self): ...

    @transition("state", [K.PROPOSED, K.ENDORSED, K.VERIFIED], K.DRAFT, permission=only_follows)
    def reopen(self): ...

    @transition("state", BEFORE_DESIGNATION, K.WITHDRAWN, permission=only_follows)
    def withdraw(self): ...

    @transition("state", BEFORE_DESIGNATION, K.REJECTED, permission=only_follows)
    def reject(self): ...

    # --- decrees: where the facts put it (`facts.py`)

    @transition("state", ANYWHERE, K.DESIGNATED, permission=only_follows)
    def designate(self): ...

    @transition("state", ANYWHERE, K.ACTIVE, permission=only_follows)
    def activate(self): ...

    @transition("state", ANYWHERE, K.DORMANT, permission=only_follows)
    def lapse(self): ...

    @transition("state", ANYWHERE, K.SUSPENDED, permission=only_follows)
    def suspend(self): ...

    @transition("state", [K.DRAFT, *STANDING], K.REVOKED, permission=only_follows)
    def revoke(self): ...

    @transition("state", [*BEFORE_DESIGNATION, *STANDING], K.MERGED, permission=only_follows,
                custom={"sets": {"merged_into": q.successor}})
    def merge(self): ...

    @transition("state", ANYWHERE, None, permission=only_follows)
    def be_listed(self): ...

    # --- the launch, which gates nothing

    @transition("state", [*BEFORE_DESIGNATION, *STANDING], None, permission=head_or_agency, conditions=[not_launched_yet],
                custom={"takes": {"held_on": str, "place": str}, "prepare": held_on,
                        "then": [Add("villages.Launch", q.same, {"kampung": F("pk"), "on": act.value("launched_on", DateField()),
                                                                 "place": act.value("place", TextField())})]})
    def launch(self): ...


class ProposalLifecycle(models.Model):
    class Meta:
        abstract = True

    # --- the drafter

    @transition("state", P.DRAFT, P.IN_REVIEW, permission=within_my_drafting_office, conditions=[*COMPLETE, *ALONE],
                custom=HAND_IN | {"locks": [("villages.KampungKB", q.villages_of)]})
    def submit(self): ...

    @transition("state", P.RETURNED, P.IN_REVIEW, permission=within_my_drafting_office, conditions=COMPLETE,
                custom=HAND_IN_AGAIN | {"then": [*HAND_IN_AGAIN["then"], *RAISED_AGAIN]})
    def resubmit(self): ...

    @transition("state", [P.DRAFT, P.IN_REVIEW, P.RETURNED, P.APPROVED], P.WITHDRAWN, permission=within_my_drafting_office,
                conditions=[reason_given, not_on_a_draft_decree],
                custom={"then": [Move("villages.KampungKB.withdraw", q.villages_before_designation),
                                 Move("routes.Run.cancel", routes.runs_of_files),
                                 Move("routes.Assignment.void", routes.unfinished_of_files)]})
    def withdraw(self): ...

    # --- the field officer, and the agency where there is none

    @transition("state", P.IN_REVIEW, P.IN_REVIEW, permission=field_check_is_my_task,
                custom=CHANGE | {"takes": {"field_check": dict}, "may_take": {"attachments": list}, "prepare": record})
    def record_field_check(self): ...

    # --- what follows from the steps

    @transition("state", P.IN_REVIEW, P.RETURNED, permission=only_follows)
    def return_to_drafter(self): ...

    @transition("state", P.IN_REVIEW, P.APPROVED, permission=only_follows)
    def approve(self): ...

    @transition("state", P.APPROVED, P.IN_REVIEW, permission=only_follows)
    def reopen(self): ...

    @transition("state", P.IN_REVIEW, P.REJECTED, permission=only_follows,
                custom={"then": [Move("villages.KampungKB.reject", q.villages_before_designation)]})
    def reject(self): ...
