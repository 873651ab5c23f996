"""What follows for an evaluation from the acts on its tasks, and what a return asks of handing it in again."""

from django.db.models import F, Value

from workflows.core.act import Add, Move, extend
from workflows.routes import queries as routes
from workflows.routes.lifecycle import LAST_APPROVAL
from workflows.routes.submitting import contents

from . import queries as q
from .content import content_of
from .figures import figures_still_hold
from .fixing import remarks_seen
from .lifecycle import SETTLE
from .rules import changes_confirmed, evaluations_are_returned, not_my_own_answers

KIND = "evaluation"
TO_VILLAGE = [Move("evaluations.Evaluation.return_to_village", q.evaluations_on_their_way)]

TELL_ACCEPTED = Add(
    "core.Outbox", routes.runs_done, {"topic": Value("evaluation_accepted"), "object_id": F("file"), "office": F("file__office")}
)

contents[KIND] = content_of

extend("evaluations.Evaluation.resubmit", kind=KIND, checks=[remarks_seen])
extend("routes.Assignment.approve", kind=KIND, conditions=[not_my_own_answers, changes_confirmed], checks=[figures_still_hold],
       then=[LAST_APPROVAL, TELL_ACCEPTED], after=SETTLE)  # fmt: skip
extend("routes.Assignment.return_to_drafter", kind=KIND, then=TO_VILLAGE)
extend("routes.Assignment.refuse_change", kind=KIND, then=TO_VILLAGE)
extend("routes.Assignment.return_to_step", kind=KIND, after=SETTLE)
extend("routes.Assignment.withdraw", kind=KIND, after=SETTLE)
extend("routes.Assignment.take_back", kind=KIND, after=SETTLE)
extend("routes.Assignment.reject", kind=KIND, conditions=[evaluations_are_returned])
