"""Who may do what with a decree, and what follows. What follows from the steps of its route stands in `steps.py`."""

from typing import Any

from django.db import models
from django.db.models import DateField, F, JSONField, TextField, Value
from django.db.models.functions import Trim
from django_fsm import transition

from workflows.core.act import Add, Conditions, Move, Set, Settle, act, only_follows
from workflows.routes import queries as routes
from workflows.routes.lifecycle import TELL_NEW, UNTOUCHED
from workflows.routes.rules import by_the_system, reason_given, within_my_drafting_office
from workflows.routes.submitting import ADD_TASKS, CHANGE, HAND_IN, HAND_IN_AGAIN
from workflows.signing.rules import no_signature_under_way
from workflows.villages.facts import STAGES

from . import queries as q
from .circulation import ADD_CONVEYANCES, ADD_ORIGINALS, prepare_conveyances, prepare_originals, prepare_report
from .entering import number_from_paper
from .issuing import prepare_number_again, prepare_signature
from .revising import apply_changes
from .rules import (
    annuls_for_a_defect,
    begins_in_fixed_words,
    claims_are_free,
    every_row_has_what_it_needs,
    has_clauses,
    has_legal_basis,
    has_rows,
    is_a_villages_decree,
    is_signed_in_ink,
    its_date_has_come,
    its_end_has_come,
    links_name_decrees_in_force,
    my_office_enters_old_decrees,
    my_office_has_its_open_task,
    my_office_keeps_its_papers,
    my_office_typed_its_number,
    names_what_it_revokes,
    nobody_sits_twice,
    outranks_what_it_changes,
    reaches_back_with_reason,
    rosters_are_complete,
    rows_in_my_territory,
    somebody_else_can_decide,
    suspends_the_designated,
    takes_back_no_annulment,
    takes_back_what_was_listed,
)
from .states import BEFORE_DECISION, DONE, DecreeState, NumberState

D, N = DecreeState, NumberState

COMPLETE: Conditions = [
    has_legal_basis, has_clauses, has_rows, rows_in_my_territory, claims_are_free, every_row_has_what_it_needs,
    rosters_are_complete, nobody_sits_twice, somebody_else_can_decide, begins_in_fixed_words,
    links_name_decrees_in_force, outranks_what_it_changes, names_what_it_revokes, annuls_for_a_defect,
    reaches_back_with_reason, takes_back_no_annulment, takes_back_what_was_listed, suspends_the_designated,
]  # fmt: skip
DECIDED = {"decided_on": act.value("decided_on", DateField()), "signatory": q.given_signatory,
           "issue": q.looked_up("issues", JSONField)}  # fmt: skip
TAKES_EFFECT = [
    Move("decrees.DecreeNumber.issue", q.numbers_reserved),
    Move("decrees.Decree.be_revoked", q.decrees_it_revokes),
    Move("decrees.Decree.be_annulled", q.decrees_it_annuls),
    Move("decrees.Decree.be_amended", q.decrees_it_amends),
    Set(q.claims_of, {"open": False}),
    Add("decrees.Effect", q.new_effects, {"decree": F("decree"), "kampung": F("kampung"), "kind": F("effect"),
                                          "since": q.begins("decree__"), "term": F("ends_on"), "until": F("ends_on")}),
    Add("core.Outbox", q.villages_listed, {"topic": Value("village_moved"), "object_id": F("kampung"), "office": F("head"),
                                           "payload": q.about_decree}),
    Add("core.Outbox", q.same, {"topic": Value("in_force"), "object_id": F("pk"), "office": F("file__office")}),
    Add("core.Outbox", q.dropping, {"topic": Value("villages_dropped"), "object_id": F("pk"), "office": F("file__office")}),
    Add("core.Outbox", q.taking_away, {"topic": Value("review_dependents"), "object_id": F("pk"), "office": F("file__office")}),
    Add("routes.Assignment", q.villages_to_follow_up, q.FOLLOW_UP),
    TELL_NEW,
    Move("routes.Assignment.finish", q.follow_ups_done),
]  # fmt: skip
IN_FORCE: dict[str, Any] = {
    "then": TAKES_EFFECT, "locks": [("villages.KampungKB", q.villages_of)],
    "after": [Set(q.facts_of_listed, {"until": q.last_of_fact}),
              Settle("villages.KampungKB", STAGES, q.villages_settling)],
}  # fmt: skip
"""What coming into force writes; then ends are worked out anew, and the villages go where their facts put them."""


class DecreeLifecycle(models.Model):
    class Meta:
        abstract = True

    # --- the drafter

    @transition("state", D.DRAFT, D.IN_REVIEW, permission=within_my_drafting_office, conditions=COMPLETE, custom=HAND_IN)
    def submit(self): ...

    @transition("state", D.RETURNED, D.IN_REVIEW, permission=within_my_drafting_office, conditions=COMPLETE,
                custom=HAND_IN_AGAIN)
    def resubmit(self): ...

    @transition("state", BEFORE_DECISION, D.WITHDRAWN, permission=within_my_drafting_office, conditions=[reason_given],
                custom={"then": [Move("routes.Run.cancel", routes.runs_of_files),
                                 Move("routes.Assignment.void", routes.unfinished_of_files),
                                 Set(q.claims_of, {"open": False})]})
    def withdraw(self): ...

    # --- whoever has the open task edits; the others are asked to confirm the difference

    @transition("state", D.IN_REVIEW, D.IN_REVIEW, permission=my_office_has_its_open_task,
                conditions=[reason_given, *COMPLETE],
                custom=CHANGE | {"prepare": apply_changes, "takes": {"changes": dict}})
    def revise(self): ...

    # --- what follows from the steps

    @transition("state", D.IN_REVIEW, D.RETURNED, permission=only_follows)
    def return_to_drafter(self): ...

    @transition("state", D.IN_REVIEW, D.REJECTED, permission=only_follows, custom={"then": [Set(q.claims_of, {"open": False})]})
    def reject(self): ...

    @transition("state", D.IN_REVIEW, D.APPROVED, permission=only_follows, custom={"sets": DECIDED})
    def decide(self): ...

    @transition("state", D.IN_REVIEW, D.NUMBERED, permission=only_follows,
                custom={"sets": DECIDED, "then": [Add("core.Outbox", q.same, {"topic": Value("render_final"),
                                                                              "object_id": F("pk")})]})
    def decide_with_number(self): ...

    @transition("state", D.APPROVED, D.NUMBERED, permission=only_follows,
                custom={"sets": {"issue": q.looked_up("issues", JSONField)},
                        "then": [Add("core.Outbox", q.same, {"topic": Value("render_final"), "object_id": F("pk")})]})
    def number(self): ...

    @transition("state", [D.APPROVED, D.NUMBERED], D.IN_REVIEW, permission=only_follows,
                custom={"sets": {"decided_on": None, "signatory": None, "issue": None, "paper": ""},
                        "then": [Move("decrees.DecreeNumber.void", q.numbers_of_own_registers),
                                 Move("decrees.DecreeNumber.release", q.numbers_of_books),
                                 Move("routes.Assignment.void", q.tasks_after_decision)]})
    def undecide(self): ...

    @transition("state", D.NUMBERED, D.SIGNED, permission=only_follows,
                custom={"sets": {"signed_on": act.on}, "then": [Move("decrees.DecreeNumber.issue", q.numbers_reserved)]})
    def sign_ahead(self): ...

    @transition("state", D.NUMBERED, D.IN_FORCE, permission=only_follows,
                custom={"sets": {"signed_on": act.on, "in_force_on": q.begins()}} | IN_FORCE)
    def sign(self): ...

    @transition("state", D.NUMBERED, D.NUMBERED, permission=by_the_system,
                custom={"file": UNTOUCHED, "takes": {"sha256": str}, "prepare": prepare_signature,
                        "sets": {"paper": act.value("sha256", TextField())}, "then": [ADD_TASKS, TELL_NEW]})
    def receive_paper(self): ...

    # --- its papers: a number typed wrongly, serials of the originals, who received it, what was reported

    @transition("state", D.NUMBERED, D.APPROVED, permission=my_office_typed_its_number,
                conditions=[reason_given, no_signature_under_way],
                custom={"prepare": prepare_number_again, "sets": {"issue": q.looked_up("issues", JSONField), "paper": ""},
                        "then": [Move("decrees.DecreeNumber.release", q.numbers_of_books),
                                 Move("routes.Assignment.void", q.tasks_after_decision), ADD_TASKS, TELL_NEW]})
    def take_back_number(self): ...

    @transition("state", [D.IN_REVIEW, D.APPROVED, D.NUMBERED, *DONE], None, permission=my_office_keeps_its_papers,
                conditions=[is_signed_in_ink],
                custom={"takes": {"serials": list}, "prepare": prepare_originals, "then": [ADD_ORIGINALS]})
    def record_serials(self): ...

    @transition("state", DONE, None, permission=my_office_keeps_its_papers,
                custom={"takes": {"conveyed_on": str, "channel": str},
                        "may_take": {"rows": list, "receiver": str, "note": str, "proof": int},
                        "prepare": prepare_conveyances, "then": [ADD_CONVEYANCES]})
    def convey(self): ...

    @transition("state", DONE, None, permission=my_office_keeps_its_papers, conditions=[is_a_villages_decree],
                custom={"takes": {"number": str, "reported_on": str}, "prepare": prepare_report,
                        "sets": {"reported_number": Trim(act.value("number", TextField())),
                                 "reported_on": act.value("reported", DateField())}})
    def report(self): ...

    # --- the clock

    @transition("state", D.SIGNED, D.IN_FORCE, permission=by_the_system, conditions=[its_date_has_come],
                custom={"sets": {"in_force_on": q.begins()}} | IN_FORCE)
    def put_in_force(self): ...

    @transition("state", [D.IN_FORCE, D.AMENDED], D.EXPIRED, permission=by_the_system, conditions=[its_end_has_come],
                custom={"locks": IN_FORCE["locks"],
                        "after": [Settle("villages.KampungKB", STAGES, q.villages_waking_or_lapsing)]})
    def expire(self): ...

    @transition("state", [D.IN_FORCE, D.AMENDED], D.REVOKED, permission=only_follows)
    def be_revoked(self): ...

    @transition("state", [D.IN_FORCE, D.AMENDED], D.ANNULLED, permission=only_follows)
    def be_annulled(self): ...

    @transition("state", [D.IN_FORCE, D.AMENDED], D.AMENDED, permission=only_follows)
    def be_amended(self): ...

    # --- history

    @transition("state", D.DRAFT, D.IN_FORCE, permission=my_office_enters_old_decrees,
                conditions=[has_rows, rows_in_my_territory],
                custom={"takes": {"number": str}, "prepare": number_from_paper,
                        "locks": [("decrees.Series", q.series_of), *IN_FORCE["locks"]], "after": IN_FORCE["after"],
                        "sets": {"decided_on": act.on, "in_force_on": q.begins(), "from_paper": True,
                                 "issue": q.looked_up("issues", JSONField)},
                        "then": [q.ADD_NUMBER, q.COUNT, *TAKES_EFFECT]})
    def enter_old(self): ...


class DecreeNumberLifecycle(models.Model):
    class Meta:
        abstract = True

    @transition("state", N.RESERVED, N.ISSUED, permission=only_follows)
    def issue(self): ...

    @transition("state", N.RESERVED, N.VOID, permission=only_follows, custom={"sets": {"reason": act.reason}})
    def void(self): ...

    @transition("state", N.RESERVED, N.RELEASED, permission=only_follows, custom={"sets": {"reason": act.reason}})
    def release(self): ...
