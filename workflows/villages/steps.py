"""What follows for villages from acts of other apps: on the assignments of a proposal, and on the office of their head."""

from django.db.models import F

from workflows.core.act import Add, Move, extend
from workflows.routes.lifecycle import LAST_APPROVAL, OPENED, TELL_NEW
from workflows.routes.states import AssignmentKind
from workflows.routes.submitting import contents

from . import queries as q
from .content import content_of
from .rules import confirmations_answered, field_check_complete, preconditions_hold
from .states import KampungState as K
from .states import StepMoves as M

KIND = "proposal"

RAISED = [Move(f"villages.KampungKB.{moves}", q.raised_by_approval(moves)) for moves in M]
TO_DRAFTER = [Move("villages.Proposal.return_to_drafter", q.proposals_of),
              Move("villages.KampungKB.reopen", q.villages_to_reopen)]  # fmt: skip


def fallen(turn) -> list[Move]:
    """The village stands where the steps before `turn` had taken it."""
    return [
        Move("villages.KampungKB.fall_back_to_endorsed", q.fallen_behind(turn, M.ENDORSE, [K.VERIFIED])),
        Move("villages.KampungKB.fall_back_to_proposed", q.fallen_behind(turn, M.PROPOSE, [K.ENDORSED, K.VERIFIED])),
        Move("villages.KampungKB.reopen", q.fallen_behind(turn, None, [K.PROPOSED, K.ENDORSED, K.VERIFIED])),
    ]


contents[KIND] = content_of

extend("routes.Assignment.approve", kind=KIND, conditions=[field_check_complete, preconditions_hold, confirmations_answered],
       then=[LAST_APPROVAL, *RAISED, Move("villages.Proposal.approve", q.proposals_accepted)])  # fmt: skip
extend("routes.Assignment.return_to_drafter", kind=KIND, then=TO_DRAFTER)
extend("routes.Assignment.refuse_change", kind=KIND, then=TO_DRAFTER)
extend("routes.Assignment.return_to_step", kind=KIND, then=fallen(q.turn_of_chosen_step))
extend("routes.Assignment.withdraw", kind=KIND, then=fallen(q.own_turn))
extend("routes.Assignment.take_back", kind=KIND,
       then=[*fallen(q.own_turn), Move("villages.Proposal.reopen", q.proposals_approved)])  # fmt: skip
extend("routes.Assignment.reject", kind=KIND, then=[Move("villages.Proposal.reject", q.proposals_of)])

# A new head replaces only the ex-officio members (`rosters.members_on`); whether the others still fit, he looks himself.
REVIEW = {"file": F("file"), "office": F("head"), "region": F("kampung__region"), "days": F("days"),
          "kind": AssignmentKind.REVIEW_ROSTER} | OPENED  # fmt: skip
extend("organisation.Office.take_over", kind="", then=[Add("routes.Assignment", q.rosters_to_review, REVIEW), TELL_NEW])
extend("organisation.Office.appoint", kind="", then=[Add("routes.Assignment", q.rosters_of_new_head, REVIEW), TELL_NEW])
