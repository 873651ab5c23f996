"""Who may do what with a task, and what follows. Read top to bottom; no statement is run here."""

from django.db import models
from django.db.models import BigIntegerField, DateField, F, TextField, Value
from django.db.models.functions import Now
from django_fsm import transition

from workflows.core.act import Add, Born, Conditions, Item, Listed, Move, Set, act, only_follows

from . import queries as q
from .disposition import prepare_disposition
from .escalation import with_superior, with_superior_of_drafter
from .recording import ADD_RECORD, prepare_record
from .remarks import with_assignment, with_deadline
from .rules import (
    another_office_of_the_role,
    answered_in_words,
    by_the_same_mandate,
    by_the_system,
    conditions_readable,
    decided_by_my_office,
    every_step_reachable,
    has_steps,
    in_my_line,
    instructed_by_my_office,
    is_an_earlier_step,
    is_of_kind,
    may_remind,
    no_confirmation_open,
    nobody_acted_since,
    not_my_own_draft,
    not_my_own_record,
    not_opened_yet,
    not_reminded_lately,
    not_the_same_office,
    nothing_done_since,
    nothing_recorded_yet,
    offices_exist,
    only_decrees_are_signed,
    publisher_of_the_territory,
    quorum_within_group,
    reason_given,
    recorded_by_another,
    run_can_end,
    signed_once_at_the_end,
    somebody_besides_the_drafter,
    staff_of_its_office,
    staff_of_my_office,
    still_to_be_put_right,
    superior_or_agency,
    task_of_my_office,
    text_was_read,
    within_the_minute,
    within_the_order,
)
from .states import APPROVING_KINDS, STEP_KINDS, AssignmentState, PaperState, RouteState, RunState
from .states import AssignmentKind as K
from .turns import whose_turn

S = AssignmentState
DECIDED = {"decided_at": Now(), "decided_by": act.person, "mandate": act.mandate, "seen": q.snapshot_of_file}
COPIED = {f: F(f) for f in ("file", "run", "step", "order", "kind", "office", "region", "days", "quorum")}
OPENED = {"state": S.OPEN, "opened_on": act.on, "due_on": q.due_on}
REMARKS = Add(
    "routes.Remark",
    Listed("pinned", {"assignment": BigIntegerField(), "part": TextField(), "target": TextField(), "text": TextField()}),
    {name: Item(name) for name in ("assignment", "part", "target", "text")},
)


SOUND: Conditions = [
    has_steps, run_can_end, every_step_reachable, signed_once_at_the_end, only_decrees_are_signed, quorum_within_group,
    conditions_readable, offices_exist, somebody_besides_the_drafter,
]  # fmt: skip
"""What is proven of a route before anybody follows it."""


BORN = {"topic": Value("your_turn"), "object_id": Item("id"), "office": Item("office_id")}
LATER = {"available_at": Now() + act.hold}
TELL_NEW = Add("core.Outbox", Born("assignment", S.OPEN), BORN | LATER)
KNOWN_ALREADY = Add("core.Outbox", Born("assignment", S.OPEN), BORN | {"done_at": Now()})
"""For tasks that their offices had a moment ago: nobody is told once more."""
REOPENED = COPIED | {"state": S.OPEN, "opened_on": F("opened_on"), "due_on": F("due_on")}


LAST_APPROVAL = Move("routes.Run.complete", q.runs_done)
"""For kinds of files whose route ends in an approval; a decree's ends in the signatory's decision."""


def tell(topic: str, rows) -> Add:
    """An outbox row for the office of each assignment in `rows`."""
    return Add("core.Outbox", rows, {"topic": Value(topic), "object_id": F("pk"), "office": F("office")} | LATER)


def tell_asker(topic: str, rows) -> Add:
    """An outbox row for the office that gave each disposition in `rows`."""
    return Add("core.Outbox", rows, {"topic": Value(topic), "object_id": F("pk"), "office": F("asked_by__office")})


def tell_drafter(topic: str, rows) -> Add:
    """An outbox row for the office that drafted what each assignment in `rows` is about."""
    return Add("core.Outbox", rows, {"topic": Value(topic), "object_id": F("pk"), "office": F("file__office")})


def same(rows):
    return rows


UNTOUCHED = {"version": F("version")}
"""What clock and worker say changes nothing that anybody has read, so it turns nobody away who is about to decide."""


class RunLifecycle(models.Model):
    class Meta:
        abstract = True

    @transition("state", RunState.IN_PROGRESS, RunState.COMPLETED, permission=only_follows)
    def complete(self): ...

    @transition("state", [RunState.IN_PROGRESS, RunState.COMPLETED], RunState.CANCELLED, permission=only_follows)
    def cancel(self): ...

    @transition("state", RunState.COMPLETED, RunState.IN_PROGRESS, permission=only_follows)
    def reopen(self): ...


class RouteVersionLifecycle(models.Model):
    class Meta:
        abstract = True

    @transition("state", RouteState.DRAFT, RouteState.PUBLISHED, permission=publisher_of_the_territory, conditions=SOUND,
                custom={"then": [Move("routes.RouteVersion.retire", q.versions_replaced)]})
    def publish(self): ...

    @transition("state", RouteState.PUBLISHED, RouteState.RETIRED, permission=only_follows)
    def retire(self): ...


class AssignmentLifecycle(models.Model):
    class Meta:
        abstract = True

    not_now = staticmethod(whose_turn)

    # --- what follows from other acts

    @transition("state", S.WAITING, S.OPEN, permission=only_follows,
                custom={"sets": {"opened_on": act.on, "due_on": q.due_on}, "then": [tell("your_turn", same)]})
    def open(self): ...

    @transition("state", S.OPEN, S.WAITING, permission=only_follows, custom={"sets": {"opened_on": None, "due_on": None}})
    def wait(self): ...

    @transition("state", [S.WAITING, S.OPEN], S.VOIDED, permission=only_follows)
    def void(self): ...

    @transition("state", S.OPEN, S.APPROVED, permission=only_follows, custom={"sets": DECIDED})
    def finish(self): ...

    @transition("state", S.APPROVED, S.WITHDRAWN, permission=only_follows,
                custom={"then": [Add("routes.Assignment", same, COPIED | {"state": S.WAITING})]})
    def ask_again(self):
        """What was accepted is opened again: its last approval waits to be given anew."""

    @transition("state", S.OPEN, S.APPROVED, permission=only_follows,
                custom={"sets": DECIDED | {"reply": act.value("answer", TextField())},
                        "then": [tell_drafter("follow_up_answered", same)]})
    def be_answered(self): ...

    @transition("state", S.OPEN, S.REJECTED, permission=only_follows,
                custom={"sets": DECIDED | {"note": act.reason}, "then": [tell_drafter("rejected", same)]})
    def be_declined(self): ...

    # --- decisions on a step

    @transition("state", S.OPEN, S.APPROVED, permission=task_of_my_office,
                conditions=[is_of_kind(*APPROVING_KINDS), within_the_order, not_my_own_draft, text_was_read],
                custom={"sets": DECIDED,
                        "then": [Move("routes.Assignment.open", q.next_in_line),
                                 Move("routes.Assignment.void", q.siblings_not_needed)]})
    def approve(self): ...

    @transition("state", S.OPEN, S.APPROVED, permission=task_of_my_office,
                conditions=[is_of_kind(K.SIGN), within_the_order, not_my_own_draft, text_was_read, no_confirmation_open],
                custom={"sets": DECIDED, "then": [Move("routes.Run.complete", q.runs_of)]})
    def decide(self): ...

    @transition("state", S.OPEN, S.RETURNED, permission=task_of_my_office,
                conditions=[is_of_kind(*STEP_KINDS), within_the_order, reason_given],
                custom={"sets": DECIDED | {"note": act.reason, "fix_by": q.day_to_fix},
                        "may_take": {"remarks": list, "fix_by": str}, "prepare": with_deadline,
                        "then": [Move("routes.Assignment.void", q.siblings_open),
                                 Add("routes.Assignment", q.steps_asked_again, COPIED | {"state": S.WAITING}),
                                 REMARKS, tell_drafter("returned", same)]})
    def return_to_drafter(self): ...

    @transition("state", S.OPEN, S.RETURNED, permission=task_of_my_office,
                conditions=[is_of_kind(*STEP_KINDS), within_the_order, reason_given, is_an_earlier_step],
                custom={"sets": DECIDED | {"note": act.reason}, "takes": {"step": int}, "may_take": {"remarks": list},
                        "prepare": with_assignment,
                        "then": [Move("routes.Assignment.void", q.siblings_open),
                                 Add("routes.Assignment", q.chosen_step, COPIED | OPENED),
                                 Add("routes.Assignment", q.steps_asked_again, COPIED | {"state": S.WAITING}),
                                 TELL_NEW, REMARKS]})
    def return_to_step(self): ...

    @transition("state", S.OPEN, S.REJECTED, permission=task_of_my_office,
                conditions=[is_of_kind(*STEP_KINDS), within_the_order, reason_given],
                custom={"sets": DECIDED | {"note": act.reason},
                        "then": [Move("routes.Run.cancel", q.runs_of), Move("routes.Assignment.void", q.unfinished_of_runs),
                                 tell_drafter("rejected", same)]})
    def reject(self): ...

    @transition("state", S.APPROVED, S.WITHDRAWN, permission=decided_by_my_office,
                conditions=[is_of_kind(*APPROVING_KINDS), nobody_acted_since],
                custom={"then": [Move("routes.Assignment.wait", q.opened_after),
                                 Add("routes.Assignment", same, COPIED | OPENED), TELL_NEW, tell("withdrawn", q.opened_after)]})
    def withdraw(self): ...

    @transition("state", S.APPROVED, S.WITHDRAWN, permission=decided_by_my_office,
                conditions=[is_of_kind(*APPROVING_KINDS), by_the_same_mandate, within_the_minute, nothing_done_since],
                custom={"then": [Move("routes.Assignment.wait", q.opened_after),
                                 Move("routes.Assignment.void", q.prints_opened_after),
                                 Move("routes.Run.reopen", q.completed_runs_of),
                                 Add("routes.Assignment", same, REOPENED), Add("routes.Assignment", q.not_needed_since, REOPENED),
                                 KNOWN_ALREADY, Set(q.untold_after, {"done_at": Now()}), tell("withdrawn", q.told_after)]})
    def take_back(self): ...

    @transition("state", S.APPROVED, S.WITHDRAWN, permission=decided_by_my_office, conditions=[is_of_kind(K.SIGN), reason_given],
                custom={"then": [Move("routes.Run.reopen", q.completed_runs_of),
                                 Add("routes.Assignment", same, COPIED | OPENED), TELL_NEW,
                                 tell_drafter("withdrawn", same)]})
    def withdraw_decision(self): ...

    # --- changes on the way

    @transition("state", S.OPEN, S.APPROVED, permission=task_of_my_office, conditions=[is_of_kind(K.CONFIRM_CHANGE), text_was_read],
                custom={"sets": DECIDED})
    def confirm_change(self): ...

    @transition("state", S.OPEN, S.RETURNED, permission=task_of_my_office, conditions=[is_of_kind(K.CONFIRM_CHANGE), reason_given],
                custom={"sets": DECIDED | {"note": act.reason, "fix_by": q.day_to_fix},
                        "may_take": {"remarks": list, "fix_by": str}, "prepare": with_deadline,
                        "then": [Move("routes.Assignment.wait", q.steps_open_in_run), REMARKS, tell_drafter("returned", same)]})
    def refuse_change(self): ...

    # --- passing on

    @transition("state", S.OPEN, S.OPEN, permission=superior_or_agency, conditions=[reason_given, another_office_of_the_role],
                custom={"sets": {"office": act.value("office", BigIntegerField())}, "takes": {"office": int},
                        "then": [Add("core.Outbox", same, {"topic": Value("your_turn"), "object_id": F("pk"),
                                                           "office": act.value("office", BigIntegerField())})]})
    def reassign(self): ...

    @transition("state", S.OPEN, S.OPEN, permission=task_of_my_office, conditions=[not_the_same_office],
                custom={"takes": {"office": int, "question": str},
                        "then": [Add("routes.Assignment", same,
                                     {name: F(name) for name in ("file", "run", "region", "days")} | OPENED
                                     | {"kind": K.OPINION, "office": act.value("office", BigIntegerField()),
                                        "asked_by": F("pk"), "note": act.value("question", TextField())}),
                                 TELL_NEW]})
    def ask_opinion(self): ...

    @transition("state", [S.OPEN, S.APPROVED], None, permission=task_of_my_office, conditions=[in_my_line],
                custom={"takes": {"office": int, "instruction": str, "due_on": str}, "prepare": prepare_disposition,
                        "then": [Add("routes.Assignment", same,
                                     {name: F(name) for name in ("file", "run", "region")}
                                     | {"state": S.OPEN, "opened_on": act.on, "due_on": act.value("due", DateField()),
                                        "kind": K.DISPOSITION, "office": act.value("office", BigIntegerField()),
                                        "asked_by": F("pk"), "note": act.value("instruction", TextField())}),
                                 TELL_NEW]})
    def instruct(self): ...

    @transition("state", S.OPEN, S.OPEN, permission=staff_of_my_office, conditions=[is_of_kind(K.DISPOSITION), not_opened_yet],
                custom={"file": UNTOUCHED, "sets": {"read_at": Now(), "read_by": act.person}})
    def open_disposition(self): ...

    @transition("state", S.OPEN, S.WITHDRAWN, permission=instructed_by_my_office,
                conditions=[is_of_kind(K.DISPOSITION), not_opened_yet],
                custom={"then": [Set(q.untold, {"done_at": Now()}), tell("recalled", q.told)]})
    def recall(self): ...

    @transition("state", S.OPEN, S.APPROVED, permission=task_of_my_office, conditions=[is_of_kind(K.DISPOSITION)],
                custom={"sets": DECIDED | {"reply": act.value("answer", TextField())}, "takes": {"answer": str},
                        "then": [tell_asker("disposition_answered", same)]})
    def answer_disposition(self): ...

    @transition("state", S.OPEN, S.APPROVED, permission=task_of_my_office, conditions=[is_of_kind(K.FOLLOW_UP), answered_in_words],
                custom={"sets": DECIDED | {"reply": act.value("answer", TextField())}, "takes": {"answer": str},
                        "then": [tell_drafter("follow_up_answered", same)]})
    def answer_follow_up(self): ...

    @transition("state", S.OPEN, S.REJECTED, permission=task_of_my_office,
                conditions=[is_of_kind(K.FOLLOW_UP), answered_in_words, reason_given],
                custom={"sets": DECIDED | {"reply": act.reason}, "then": [tell_drafter("rejected", same)]})
    def decline_follow_up(self): ...

    @transition("state", S.OPEN, S.APPROVED, permission=task_of_my_office, conditions=[is_of_kind(K.OPINION)],
                custom={"sets": DECIDED | {"note": act.value("opinion", TextField())},
                        "takes": {"opinion": str},
                        "then": [Add("core.Outbox", same, {"topic": Value("opinion_given"), "object_id": F("asked_by"),
                                                           "office": F("asked_by__office")})]})
    def give_opinion(self): ...

    @transition("state", S.OPEN, S.APPROVED, permission=task_of_my_office, conditions=[is_of_kind(K.REVIEW_ROSTER)],
                custom={"sets": DECIDED | {"note": act.reason}})
    def roster_reviewed(self): ...

    # --- after the decision: number, initials and signature, or ink and scan

    @transition("state", S.OPEN, S.APPROVED, permission=staff_of_my_office, conditions=[is_of_kind(K.NUMBER)],
                custom={"sets": DECIDED, "takes": {"number": str}})
    def type_number(self): ...

    @transition("state", S.OPEN, S.APPROVED, permission=task_of_my_office,
                conditions=[is_of_kind(K.INITIAL), within_the_order, text_was_read],
                custom={"sets": DECIDED})
    def initial(self):
        """*Paraf* on a letter, whose paper is made already: it may be signed as far as this office is concerned."""

    @transition("state", S.OPEN, S.APPROVED, permission=task_of_my_office,
                conditions=[is_of_kind(K.SIGN_DOCUMENT), within_the_order],
                custom={"sets": DECIDED})
    def sign(self): ...

    @transition("state", S.OPEN, S.OPEN, permission=by_the_system, conditions=[is_of_kind(K.SIGN_DOCUMENT)],
                custom={"file": UNTOUCHED, "then": [tell("signing_failed", same)]})
    def signing_failed(self): ...

    @transition("state", S.OPEN, S.OPEN, permission=by_the_system, conditions=[is_of_kind(K.SIGN_DOCUMENT)],
                custom={"file": UNTOUCHED, "then": [tell("service_back", same)]})
    def service_back(self): ...

    @transition("state", S.OPEN, S.APPROVED, permission=staff_of_my_office, conditions=[is_of_kind(K.PRINT)],
                custom={"sets": DECIDED, "takes": {"inked_on": str}, "may_take": {"signatory": int}})
    def record_ink(self): ...

    @transition("state", S.OPEN, S.APPROVED, permission=staff_of_my_office, conditions=[is_of_kind(K.SCAN)],
                custom={"sets": DECIDED, "takes": {"attachment": int}})
    def hand_in_scan(self): ...

    @transition("state", S.OPEN, S.APPROVED, permission=staff_of_my_office,
                conditions=[is_of_kind(K.CONFIRM_SCAN), recorded_by_another], custom={"sets": DECIDED})
    def confirm_scan(self): ...

    @transition("state", S.OPEN, S.RETURNED, permission=staff_of_my_office,
                conditions=[is_of_kind(K.CONFIRM_SCAN), reason_given], custom={"sets": DECIDED})
    def refuse_scan(self): ...

    @transition("state", S.OPEN, S.APPROVED, permission=only_follows,
                custom={"sets": {"decided_at": Now(), "seen": q.snapshot_of_file,
                                 "decided_by": q.decider_on_paper, "mandate": q.mandate_on_paper}})
    def decide_on_paper(self): ...

    @transition("state", S.OPEN, S.OPEN, permission=staff_of_my_office, conditions=[nothing_recorded_yet],
                custom={"takes": {"act": str, "official": int, "on": str, "attachment": int}, "may_take": {"values": dict},
                        "prepare": prepare_record,
                        "then": [ADD_RECORD,
                                 Add("routes.Assignment", same, {n: F(n) for n in ("file", "run", "office", "region")} | OPENED
                                     | {"kind": K.CONFIRM_RECORD, "asked_by": F("pk"), "days": Value(3)}),
                                 TELL_NEW]})
    def record_paper(self): ...

    # --- reminding: by people, and by the clock

    @transition("state", S.OPEN, S.OPEN, permission=may_remind, conditions=[not_reminded_lately],
                custom={"file": UNTOUCHED, "then": [tell("nudge", q.one_for_each_office)]})
    def nudge(self): ...

    @transition("state", S.OPEN, S.OPEN, permission=by_the_system,
                custom={"file": UNTOUCHED, "then": [tell("reminder", same)]})
    def remind(self): ...

    @transition("state", S.OPEN, S.OPEN, permission=by_the_system,
                custom={"file": UNTOUCHED, "then": [tell("overdue", same)]})
    def remind_late(self): ...

    @transition("state", S.OPEN, S.OPEN, permission=by_the_system,
                custom={"file": UNTOUCHED,
                        "then": [Add("core.Outbox", with_superior, {"topic": Value("escalated"), "object_id": F("pk"),
                                                                    "office": F("superior")})]})
    def escalate(self): ...

    # --- what was returned, whose drafter has no task of it

    @transition("state", S.RETURNED, S.RETURNED, permission=may_remind, conditions=[still_to_be_put_right, not_reminded_lately],
                custom={"file": UNTOUCHED, "then": [tell_drafter("fix_nudge", q.one_for_each_drafter)]})
    def nudge_drafter(self): ...

    @transition("state", S.RETURNED, S.RETURNED, permission=by_the_system, conditions=[still_to_be_put_right],
                custom={"file": UNTOUCHED, "then": [tell_drafter("fix_soon", same)]})
    def remind_drafter(self): ...

    @transition("state", S.RETURNED, S.RETURNED, permission=by_the_system, conditions=[still_to_be_put_right],
                custom={"file": UNTOUCHED, "then": [tell_drafter("fix_late", same)]})
    def remind_drafter_late(self): ...

    @transition("state", S.RETURNED, S.RETURNED, permission=by_the_system, conditions=[still_to_be_put_right],
                custom={"file": UNTOUCHED,
                        "then": [Add("core.Outbox", with_superior_of_drafter,
                                     {"topic": Value("fix_escalated"), "object_id": F("pk"), "office": F("superior")})]})
    def escalate_drafter(self): ...


class PaperRecordLifecycle(models.Model):
    class Meta:
        abstract = True

    @transition("state", PaperState.RECORDED, PaperState.CONFIRMED, permission=staff_of_its_office,
                conditions=[not_my_own_record], custom={"then": [Move("routes.Assignment.finish", q.confirmations_of_records)]})
    def confirm(self): ...

    @transition("state", PaperState.RECORDED, PaperState.REFUSED, permission=staff_of_its_office, conditions=[reason_given],
                custom={"then": [Move("routes.Assignment.void", q.confirmations_of_records)]})
    def refuse(self): ...
