"""What follows for a letter from the acts on its tasks: initials and signatures in order, or ink, scan and a second look."""

from workflows.core.act import Move, extend
from workflows.decrees.issuing import prepare_scan
from workflows.routes.lifecycle import TELL_NEW
from workflows.routes.submitting import ADD_TASKS
from workflows.signing.rules import its_paper_is_signed, no_signature_under_way
from workflows.signing.ways import Way, ways

from . import queries as q
from .rules import capacity_may_sign, named_on_the_paper
from .signing import prepare_ink

KIND = "letter"
ways[KIND] = Way("letter", is_last=lambda task: not q.signatures_after(task).exists())
NEXT_TASK = [ADD_TASKS, TELL_NEW]

extend("routes.Assignment.initial", kind=KIND, then=[Move("routes.Assignment.open", q.next_to_sign)])
extend("routes.Assignment.sign", kind=KIND, checks=[capacity_may_sign],
       conditions=[named_on_the_paper, its_paper_is_signed(ways[KIND])],
       then=[Move("routes.Assignment.open", q.next_to_sign), Move("letters.Letter.be_signed", q.signed_by_all)])  # fmt: skip
extend("routes.Assignment.reassign", kind=KIND, conditions=[no_signature_under_way])
extend("routes.Assignment.record_ink", kind=KIND, prepare=prepare_ink, then=NEXT_TASK)
extend("routes.Assignment.hand_in_scan", kind=KIND, prepare=prepare_scan, then=NEXT_TASK)
extend("routes.Assignment.refuse_scan", kind=KIND, prepare=prepare_scan, then=NEXT_TASK)
extend("routes.Assignment.confirm_scan", kind=KIND, then=[Move("letters.Letter.be_signed", q.letters_of)])
