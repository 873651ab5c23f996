"""What the one door promises: all or none, one answer a key, words for every refusal, three statements."""

import pytest
from django.db import connection
from django.db.models import Exists, OuterRef
from django.test.utils import CaptureQueriesContext

from tests.decree_world import fresh, last_entry
from workflows.core import door
from workflows.core.act import Extension, Move, all_of, extensions
from workflows.core.door import BadValues, Conflict, KeyReused, Refused, perform, problems
from workflows.core.errors import Changed
from workflows.core.models import JournalEntry, JournalSubject, Refusal
from workflows.core.statements import compiled
from workflows.decrees import drafting
from workflows.decrees.models import Decree
from workflows.routes.models import Assignment
from workflows.villages.models import KampungKB

pytestmark = pytest.mark.django_db


@pytest.fixture
def task(world):
    """The agency's open step of a decree just handed in."""
    return world.task(world.submitted(), "agency")


def approve(world, task, **given):
    return perform(Assignment.approve, task, **{"by": world.by("hadi"), "read": world.read(task)} | given)


# --- all or none


def test_where_two_of_many_are_wrong_exactly_those_are_named_and_nothing_is_written(world):
    decrees = [world.decree_draft(villages=[0], effects=[], subject=f"Penetapan {n}") for n in range(8)]
    wrong = [decrees[2], decrees[5]]
    for decree in wrong:
        drafting.edit(decree, world.drafter(decree.kind), clauses=[])
    before = last_entry()
    with pytest.raises(Refused) as refused:
        perform(Decree.submit, Decree.objects.filter(pk__in=[d.pk for d in decrees]), by=world.drafter())
    assert {(p.object_id, p.rule) for p in refused.value.problems} == {(d.pk, "has_clauses") for d in wrong}
    assert last_entry() == before
    assert set(Decree.objects.values_list("state", flat=True)) == {"draft"}


def test_a_whole_set_is_one_entry_with_a_line_for_each(world):
    decrees = [world.decree_draft(villages=[0], effects=[], subject=f"Penetapan {n}") for n in range(8)]
    entry = perform(Decree.submit, Decree.objects.filter(pk__in=[d.pk for d in decrees]), by=world.drafter())
    assert JournalSubject.objects.filter(entry=entry, kind="decree", to_state="in_review").count() == 8


def test_an_empty_choice_is_refused_in_words(world):
    with pytest.raises(Refused, match="Tidak ada berkas yang dipilih"):
        perform(Decree.submit, Decree.objects.none(), by=world.drafter())


def test_two_consequences_that_move_one_row_are_noticed_and_rolled_back(world, task, monkeypatch):
    def villages(tasks):
        listed = all_of("decrees.DecreeRow").filter(decree__in=tasks.values("file"), kampung=OuterRef("pk"))
        return KampungKB.objects.filter(Exists(listed))

    both = [Move("villages.KampungKB.propose", villages), Move("villages.KampungKB.reject", villages)]
    monkeypatch.setitem(extensions, ("routes.Assignment.approve", "decree"), Extension(then=both))
    compiled.cache_clear()
    before = last_entry()
    try:
        with pytest.raises(Changed):
            approve(world, task)
    finally:
        compiled.cache_clear()
    assert (fresh(task).state, last_entry(), set(world.stages())) == ("open", before, {"draft"})


# --- once


def test_a_double_click_is_answered_with_the_same_entry(world, task):
    first = approve(world, task, key="klik-1")
    again = approve(world, task, key="klik-1")
    assert first.pk == again.pk
    assert JournalEntry.objects.filter(act="routes.Assignment.approve").count() == 1


def test_a_key_used_for_another_request_is_refused(world, task):
    read = world.read(task)
    approve(world, task, key="klik-1", read=read)
    with pytest.raises(KeyReused, match="sudah dipakai"):
        approve(world, task, key="klik-1", read=read, reason="Setuju.")


def test_the_same_key_of_another_person_is_another_key(world, task):
    approve(world, task, key="klik-1")
    next_task = world.task(fresh(task).file, "legal")
    perform(Assignment.approve, next_task, by=world.by("budi", "legal"), read=world.read(task), key="klik-1")
    assert JournalEntry.objects.filter(key="klik-1").count() == 2


def test_a_refused_request_keeps_no_key(world, task):
    with pytest.raises(Refused):
        approve(world, task, key="klik-1", read="0" * 64)
    approve(world, task, key="klik-1")
    assert fresh(task).state == "approved"


# --- the version that was seen


def test_a_stale_version_is_a_conflict_that_tells_what_happened_since(world, task):
    seen = fresh(task.file).version
    approve(world, task, version=seen)
    with pytest.raises(Conflict) as conflict:
        perform(Assignment.approve, world.task(task.file, "legal"), by=world.by("budi", "legal"), version=seen)
    assert [(entry.act, entry.person.username) for entry in conflict.value.changes] == [("routes.Assignment.approve", "hadi")]


def test_every_act_raises_the_version_of_its_file(world, task):
    before = fresh(task.file).version
    approve(world, task)
    assert fresh(task.file).version == before + 1


# --- words


def test_a_refused_act_leaves_a_trace(world, task):
    with pytest.raises(Refused):
        approve(world, task, by=world.by("eko"))
    trace = Refusal.objects.get()
    assert (trace.act, trace.person.username, trace.object_ids) == ("routes.Assignment.approve", "eko", [task.pk])
    [problem] = trace.problems
    assert problem["rule"] == "task_of_my_office"
    assert task.office.label in problem["words"]


def test_why_not_is_answered_by_what_guards(world, task):
    asked = problems(Assignment.approve, task, by=world.by("eko"), read="0" * 64)
    with pytest.raises(Refused) as refused:
        approve(world, task, by=world.by("eko"), read="0" * 64)
    assert {p.rule for p in asked} == {"task_of_my_office", "text_was_read"}
    assert asked == refused.value.problems
    assert problems(Assignment.approve, task, by=world.by("hadi"), read=world.read(task)) == []


@pytest.mark.parametrize(
    ("values", "field"), [({}, "office"), ({"office": "satu"}, "office"), ({"office": 1, "kantor": 2}, "kantor")]
)
def test_a_value_that_is_missing_unknown_or_of_the_wrong_form_is_named(world, task, values, field):
    with pytest.raises(BadValues) as wrong:
        perform(Assignment.reassign, task, by=world.by("hadi"), reason="Cuti.", values=values)
    assert list(wrong.value.fields) == [field]


@pytest.mark.parametrize("name", ["open", "wait", "void", "finish", "decide_on_paper"])
def test_what_only_follows_nobody_does_by_itself(world, task, name):
    with pytest.raises(Refused) as refused:
        perform(f"routes.Assignment.{name}", task, by=world.by("hadi"))
    assert "_all" in {p.rule for p in refused.value.problems}
    assert fresh(task).state == "open"


# --- cost


def test_an_approval_is_three_statements_and_none_besides(world, task):
    given = {"by": world.by("hadi"), "read": world.read(task)}
    compiled(Assignment, "approve", "decree")
    before = door.statements_run
    with CaptureQueriesContext(connection) as others:
        perform(Assignment.approve, task, **given)
    assert door.statements_run - before == 3
    assert [q["sql"] for q in others if "SAVEPOINT" not in q["sql"]] == []


def test_a_thousand_would_cost_no_more_statements_than_one(world):
    decrees = [world.submitted(villages=[0], effects=[], subject=f"Penetapan {n}") for n in range(12)]
    tasks = Assignment.objects.filter(file__in=[d.pk for d in decrees], state="open")
    given = {"by": world.by("hadi"), "read": world.read(decrees[0])}
    before = door.statements_run
    with pytest.raises(Refused) as refused:
        perform(Assignment.approve, tasks, **given)
    assert {p.rule for p in refused.value.problems} == {"text_was_read"}
    assert door.statements_run - before == 2
