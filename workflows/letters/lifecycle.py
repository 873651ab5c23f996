"""Who may do what with a letter, and what follows. What follows from its tasks stands in `steps.py`."""

from django.db import models
from django.db.models import F, JSONField, TextField, Value
from django_fsm import transition

from workflows.core.act import Add, Conditions, Move, Set, act, only_follows
from workflows.decrees import queries as decrees
from workflows.routes import queries as routes
from workflows.routes.lifecycle import TELL_NEW, UNTOUCHED
from workflows.routes.rules import by_the_system, reason_given, within_my_drafting_office
from workflows.routes.submitting import ADD_SNAPSHOT, ADD_TASKS, STANDS_ON
from workflows.signing.rules import no_signature_under_way

from . import queries as q
from .issuing import prepare_issue
from .rules import original_holds, register_is_set_up, writes_or_signs_it
from .signing import prepare_signatures
from .states import LetterState

L = LetterState

READY: Conditions = [register_is_set_up, original_holds]
FROZEN = {"decided_on": act.on, "signatory": decrees.given_signatory, "issue": decrees.looked_up("issues", JSONField),
          "signing": q.given_signing}  # fmt: skip
TAKEN_BACK = {"decided_on": None, "signatory": None, "issue": None, "paper": ""}
RENDER = Add("core.Outbox", decrees.same, {"topic": Value("render_final"), "object_id": F("pk")})


class LetterLifecycle(models.Model):
    class Meta:
        abstract = True

    # --- the office whose paper it is; its staff prepare and issue, too

    @transition("state", L.DRAFT, L.ISSUED, permission=within_my_drafting_office, conditions=READY,
                custom={"locks": [("decrees.Series", q.series_of)], "may_take": {"number": str}, "prepare": prepare_issue,
                        "file": STANDS_ON, "sets": FROZEN,
                        "then": [ADD_SNAPSHOT, decrees.ADD_NUMBER, decrees.COUNT, RENDER,
                                 Set(q.parties_of, q.AS_HELD_TODAY)]})
    def finalise(self): ...

    @transition("state", [L.DRAFT, L.ISSUED], L.CANCELLED, permission=within_my_drafting_office,
                conditions=[reason_given, no_signature_under_way],
                custom={"then": [Move("decrees.DecreeNumber.void", decrees.numbers_reserved),
                                 Move("routes.Assignment.void", routes.unfinished_of_files)]})
    def cancel(self): ...

    # --- whoever signs may send it back; the paper with its number is then void

    @transition("state", L.ISSUED, L.DRAFT, permission=writes_or_signs_it, conditions=[reason_given, no_signature_under_way],
                custom={"sets": TAKEN_BACK,
                        "then": [Move("decrees.DecreeNumber.void", decrees.numbers_of_own_registers),
                                 Move("decrees.DecreeNumber.release", decrees.numbers_of_books),
                                 Move("routes.Assignment.void", routes.unfinished_of_files),
                                 Add("core.Outbox", decrees.same, {"topic": Value("letter_returned"), "object_id": F("pk"),
                                                                   "office": F("file__office")})]})
    def return_to_draft(self): ...

    # --- what follows

    @transition("state", L.ISSUED, L.ISSUED, permission=by_the_system,
                custom={"file": UNTOUCHED, "takes": {"sha256": str}, "prepare": prepare_signatures,
                        "sets": {"paper": act.value("sha256", TextField())}, "then": [ADD_TASKS, TELL_NEW]})
    def receive_paper(self): ...

    @transition("state", L.ISSUED, L.SIGNED, permission=only_follows,
                custom={"sets": {"signed_on": act.on},
                        "then": [Move("decrees.DecreeNumber.issue", decrees.numbers_reserved),
                                 Add("core.Outbox", q.about_another_office, {"topic": Value("letter_signed"), "object_id": F("pk"),
                                                                             "office": F("receiver")})]})
    def be_signed(self): ...
