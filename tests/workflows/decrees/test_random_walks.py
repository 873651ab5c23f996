"""Random people do random acts in random order; whatever is refused, no promise is ever broken."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from tests.decree_world import PAPER, DecreeWorld, broken_promises, fresh
from tests.world import on_day, upload
from workflows.core.clock import today
from workflows.core.door import perform
from workflows.core.errors import NotDone
from workflows.decrees.models import Decree
from workflows.organisation.offices import system_mandate
from workflows.routes.models import Assignment
from workflows.routes.states import AssignmentKind as K

SOME = st.integers(0, 10_000)
EFFECTS = st.sampled_from([["designate"], ["designate", "appoint_pokja"], ["appoint_pokja"], ["suspend"], ["resume"], ["revoke"]])
NEXT = {K.ENDORSE: "approve", K.PARAF: "approve", K.SIGN: "decide", K.SIGN_DOCUMENT: "sign", K.CONFIRM_CHANGE: "confirm_change",
        K.NUMBER: "type_number", K.PRINT: "record_ink", K.SCAN: "hand_in_scan", K.CONFIRM_SCAN: "confirm_scan",
        K.OPINION: "give_opinion"}  # fmt: skip
"""Kind of task → the act that it asks for."""
ANYTHING = sorted({*NEXT.values(), "return_to_drafter", "return_to_step", "reject", "withdraw", "withdraw_decision",
                   "refuse_change", "reassign", "ask_opinion", "refuse_scan", "open", "finish"})  # fmt: skip


class Office(RuleBasedStateMachine):
    """One regency at work. Each example happens in a savepoint of the test's transaction."""

    world: DecreeWorld

    def __init__(self) -> None:
        super().__init__()
        self.example = transaction.atomic()
        self.example.__enter__()

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.example.__exit__(None, None, None)

    def attempt(self, name, row, by, **given) -> bool:
        """Whether the door let it happen."""
        try:
            perform(name, row, by=by, **given)
        except NotDone:
            return False
        return True

    def values(self, name: str, task: Assignment, n: int) -> Any:
        """What an act takes; the numbers are sometimes right and sometimes not."""
        office = self.world.mandates[n % len(self.world.mandates)].office_id
        return {
            "return_to_step": {"step": task.step_id or 0}, "reassign": {"office": office},
            "ask_opinion": {"office": office, "question": "Bagaimana?"}, "give_opinion": {"opinion": "Setuju."},
            "type_number": {"number": f"{n % 9 + 1} TAHUN {today().year}"}, "record_ink": {"inked_on": str(today())},
            "hand_in_scan": {"attachment": upload(f"{n}.pdf").pk},
        }.get(name, {})  # fmt: skip

    def read(self, task: Assignment) -> str:
        return task.file.snapshot.sha256 if task.file.snapshot else ""

    @rule(effects=EFFECTS, villages=st.sets(st.integers(0, 2), min_size=1), signing=st.sampled_from(["none", "none", "ink"]))
    def hand_in(self, effects, villages, signing):
        try:
            decree = self.world.decree_draft(villages=sorted(villages), effects=effects, signing=signing)
        except NotDone:
            return
        self.attempt("decrees.Decree.submit", decree, self.world.drafter())

    @precondition(lambda self: Assignment.objects.filter(state="open", kind__in=NEXT).exists())
    @rule(n=SOME)
    def the_right_one_does_what_is_asked(self, n):
        tasks = Assignment.objects.filter(state="open", kind__in=NEXT).select_related("file__snapshot").order_by("pk")
        task = tasks[n % tasks.count()]
        own = [m for m in self.world.mandates if m.office_id == task.office_id]
        self.attempt(f"routes.Assignment.{NEXT[K(task.kind)]}", task, own[n % len(own)], read=self.read(task),
                     values=self.values(NEXT[K(task.kind)], task, n))  # fmt: skip

    @precondition(lambda self: Assignment.objects.exists())
    @rule(n=SOME, who=SOME, name=st.sampled_from(ANYTHING), reason=st.sampled_from(["", "Alasan."]))
    def somebody_does_anything(self, n, who, name, reason):
        tasks = Assignment.objects.select_related("file__snapshot").order_by("-pk")
        task, by = tasks[n % tasks.count()], self.world.mandates[who % len(self.world.mandates)]
        self.attempt(f"routes.Assignment.{name}", task, by, read=self.read(task), reason=reason, values=self.values(name, task, n))

    @precondition(lambda self: Decree.objects.exists())
    @rule(n=SOME, who=SOME, name=st.sampled_from(["submit", "resubmit", "withdraw", "revise", "put_in_force", "expire", "reject"]))
    def somebody_does_anything_to_a_decree(self, n, who, name):
        decrees = Decree.objects.order_by("pk")
        by = [*self.world.mandates, self.world.drafter(), system_mandate()]
        values = {"changes": {"clauses": [f"Menetapkan {n}."]}} if name == "revise" else {}
        self.attempt(f"decrees.Decree.{name}", decrees[n % decrees.count()], by[who % len(by)], reason="Alasan.", values=values)

    @precondition(lambda self: Decree.objects.filter(state="numbered", paper="", signing="none").exists())
    @rule()
    def the_worker_makes_the_paper(self):
        decree = Decree.objects.filter(state="numbered", paper="", signing="none").first()
        assert self.attempt("decrees.Decree.receive_paper", decree, system_mandate(), values={"sha256": PAPER})
        assert fresh(decree).paper == PAPER

    @rule(days=st.integers(1, 40))
    def days_pass(self, days):
        on_day(today() + timedelta(days=days))

    @invariant()
    def no_promise_is_broken(self):
        assert broken_promises() == []

    @invariant()
    def every_village_stands_where_its_facts_say(self):
        assert [unit for unit in self.world.units() if unit.state != unit.stage] == []


def walk_randomly(world: DecreeWorld, examples: int, steps: int, *, always_the_same: bool) -> None:
    for login in ("lina", "mira"):
        world.appoint(login, world.office("regent"), "staf")
    machine = type("OfficeOfTheWorld", (Office,), {"world": world})
    run_state_machine_as_test(machine, settings=settings(
        max_examples=examples, stateful_step_count=steps, deadline=None, database=None, derandomize=always_the_same,
        suppress_health_check=list(HealthCheck), phases=[Phase.generate],  # shrinking takes minutes, the story is short
    ))  # fmt: skip


@pytest.mark.django_db
def test_no_order_of_acts_breaks_a_promise(world):
    walk_randomly(world, 2, 30, always_the_same=True)


@pytest.mark.nightly
@pytest.mark.django_db
def test_no_order_of_acts_breaks_a_promise_in_a_long_night(world):
    walk_randomly(world, 100, 50, always_the_same=False)
