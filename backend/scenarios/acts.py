"""The acts that a story may name, and on what each is done."""

from workflows.decrees.models import Decree
from workflows.evaluations.models import Evaluation, Round
from workflows.letters.models import Letter
from workflows.routes.models import Assignment
from workflows.routes.states import APPROVING_KINDS, STEP_KINDS
from workflows.routes.states import AssignmentKind as K
from workflows.villages.models import KampungKB, Proposal

ON_FILES = {
    "submit": "submit", "resubmit": "resubmit", "withdraw_file": "withdraw", "revise": "revise",
    "enter_old": "enter_old", "record_field_check": "record_field_check",
    "finalise": "finalise", "return_to_draft": "return_to_draft", "cancel_letter": "cancel",
    "open_round": "open", "reschedule": "reschedule", "close_answers": "close_answers", "bring_to_rakor": "bring_to_rakor",
    "conclude": "conclude", "recompute": "recompute", "reopen": "reopen", "admit_late": "admit_late",
}  # fmt: skip
"""What is done to a decree, a proposal, a letter, a round or an evaluation as a whole, and the transition's own name."""

ON_TASKS = {
    "approve": APPROVING_KINDS, "decide": [K.SIGN], "return_to_drafter": STEP_KINDS, "return_to_step": STEP_KINDS,
    "reject": STEP_KINDS, "withdraw": APPROVING_KINDS, "withdraw_decision": [K.SIGN],
    "confirm_change": [K.CONFIRM_CHANGE], "refuse_change": [K.CONFIRM_CHANGE], "reassign": list(K),
    "ask_opinion": STEP_KINDS, "give_opinion": [K.OPINION], "type_number": [K.NUMBER], "initial": [K.INITIAL],
    "sign": [K.SIGN_DOCUMENT],
    "record_ink": [K.PRINT], "hand_in_scan": [K.SCAN], "confirm_scan": [K.CONFIRM_SCAN], "refuse_scan": [K.CONFIRM_SCAN],
}  # fmt: skip
"""What is done to somebody's task, and the kinds of task that it is done to."""

ON_VILLAGES = {"launch"}
ACTS = [*ON_FILES, *ON_TASKS, *ON_VILLAGES]
FROM_DONE = {"withdraw", "withdraw_decision"}
"""Acts on a task that is done already."""

AFTER_THE_WORKER = {"initial", "sign", "record_ink"}
"""Acts that wait for a paper which the worker makes."""

MODELS = {"decree": Decree, "proposal": Proposal, "letter": Letter, "round": Round, "evaluation": Evaluation}


def transition_of(does: str, file_kind: str) -> str:
    """`decrees.Decree.submit` for `submit` on a decree."""
    if does in ON_VILLAGES:
        return f"{KampungKB._meta.label}.{does}"
    if does in ON_FILES:
        return f"{MODELS[file_kind]._meta.label}.{ON_FILES[does]}"
    return f"{Assignment._meta.label}.{does}"
