"""An act on paper: one records, a second person confirms, and only then it is done, by the official's own mandate."""

from datetime import date

import pytest

from tests.decree_world import fresh
from tests.world import on_day, upload
from workflows.core.door import BadValues, Refused, perform
from workflows.core.models import JournalEntry, JournalSubject
from workflows.organisation.models import Mandate
from workflows.routes import paper
from workflows.routes.models import Assignment, PaperRecord

pytestmark = pytest.mark.django_db

TUESDAY = date(2024, 3, 5)


@pytest.fixture
def desk(world):
    """Two of the legal bureau's staff."""
    office = world.office("legal")
    return world.appoint("lina", office, "staf"), world.appoint("mira", office, "staf")


@pytest.fixture
def task(world):
    """The legal bureau's open step; it is Friday by now."""
    decree = world.walked(until="legal")
    on_day(date(2024, 3, 8))
    return world.task(decree, "legal")


def record(world, task, by, act="approve", **given):
    plain = {"on": TUESDAY, "official": world.by("budi", "legal"), "attachment": upload("paraf.pdf").pk}
    return paper.record(task, act, by=by, **plain | given)


def test_a_record_changes_nothing_until_it_is_confirmed(world, task, desk):
    lina, mira = desk
    kept = record(world, task, lina)
    assert (fresh(task).state, kept.state) == ("open", "recorded")
    paper.confirm(kept, by=mira)
    done = fresh(task)
    assert (done.state, done.decided_by.username, fresh(kept).state) == ("approved", "budi", "confirmed")
    assert task.file.assignments.filter(office__role="assistant", state="open").exists()


def test_the_journal_names_official_recorder_and_confirmer(world, task, desk):
    lina, mira = desk
    kept = record(world, task, lina)
    entry = paper.confirm(kept, by=mira)
    entry = JournalEntry.objects.get(pk=entry.pk)
    assert (entry.person.username, entry.on, entry.values["paper"]) == ("budi", TUESDAY, kept.pk)
    told = JournalSubject.objects.filter(kind="paperrecord", object_id=kept.pk).order_by("pk")
    assert list(told.values_list("entry__person__username", "to_state")) == [
        ("lina", "recorded"),
        ("mira", "confirmed"),
    ]


def test_whoever_recorded_does_not_confirm(world, task, desk):
    kept = record(world, task, desk[0])
    with pytest.raises(Refused) as refused:
        paper.confirm(kept, by=desk[0])
    assert [p.rule for p in refused.value.problems] == ["not_my_own_record"]
    assert fresh(task).state == "open"


def test_a_stranger_neither_records_nor_confirms(world, task, desk):
    with pytest.raises(Refused):
        record(world, task, world.by("hadi"))
    kept = record(world, task, desk[0])
    with pytest.raises(Refused):
        paper.confirm(kept, by=world.by("hadi"))


def test_a_wrong_record_is_refused_and_made_anew(world, task, desk):
    lina, mira = desk
    kept = record(world, task, lina)
    with pytest.raises(Refused) as refused:
        record(world, task, mira)
    assert [p.rule for p in refused.value.problems] == ["nothing_recorded_yet"]
    paper.refuse(kept, by=mira, reason="Tanggalnya salah.")
    assert not Assignment.objects.filter(kind="confirm_record", state="open").exists()
    paper.confirm(record(world, task, mira), by=lina)
    assert sorted(PaperRecord.objects.values_list("state", flat=True)) == ["confirmed", "refused"]


def test_an_official_who_did_not_hold_the_office_on_that_day_is_refused(world, task, desk):
    Mandate.objects.filter(pk=world.by("budi", "legal").pk).update(until=date(2024, 3, 4))
    kept = record(world, task, desk[0])
    with pytest.raises(Refused) as refused:
        paper.confirm(kept, by=desk[1])
    assert [p.rule for p in refused.value.problems] == ["task_of_my_office"]
    assert (fresh(kept).state, fresh(task).state) == ("recorded", "open")


def test_the_text_he_initialled_is_the_one_that_counts(world, task, desk):
    kept = record(world, task, desk[0])
    changes = {"clauses": ["Lain."]}
    perform(
        "decrees.Decree.revise",
        task.file.decree,
        by=world.by("budi", "legal"),
        reason="Perbaikan.",
        values={"changes": changes},
    )
    with pytest.raises(Refused) as refused:
        paper.confirm(kept, by=desk[1])
    assert [p.rule for p in refused.value.problems] == ["text_was_read"]


@pytest.mark.parametrize(
    ("field", "value"),
    [("on", date(2024, 3, 9)), ("attachment", 987654), ("act", "sign")],
    ids=["on", "attachment", "act"],
)
def test_what_is_wrong_with_a_record_is_named(world, task, desk, field, value):
    act, given = (value, {}) if field == "act" else ("approve", {field: value})
    with pytest.raises(BadValues) as wrong:
        record(world, task, desk[0], act, **given)
    assert list(wrong.value.fields) == [field]


def test_a_return_on_paper_keeps_its_reason(world, task, desk):
    kept = record(world, task, desk[0], "return_to_drafter", reason="Lampiran belum lengkap.")
    paper.confirm(kept, by=desk[1])
    assert (fresh(task).state, fresh(task).note) == ("returned", "Lampiran belum lengkap.")
    assert fresh(task.file.decree).state == "returned"


def test_a_decision_on_paper_is_dated_and_numbered_by_the_paper(world):
    office = world.office("regent")
    lina, mira = (world.appoint(name, office, "staf") for name in ("lina", "mira"))
    decree = world.walked()
    on_day(date(2024, 3, 8))
    kept = paper.record(world.task(decree, "regent"), "decide", by=lina, on=TUESDAY, official=world.by("citra"),
                        attachment=upload("keputusan.pdf").pk)  # fmt: skip
    paper.confirm(kept, by=mira)
    decree = fresh(decree)
    assert (decree.decided_on, decree.signatory.person.username) == (TUESDAY, "citra")
