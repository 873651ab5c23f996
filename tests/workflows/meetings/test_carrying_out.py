"""The signed record is carried out wholly or not at all, once, by whoever repeats it; what stands in the way is named."""

import pytest

from tests.decree_world import broken_promises, fresh
from worker import relay
from worker.subjects import about_class, about_need
from workflows.core.act import only_follows
from workflows.core.door import perform, problems
from workflows.core.errors import Refused
from workflows.core.models import JournalEntry, JournalSubject, Outbox
from workflows.evaluations.models import Evaluation
from workflows.letters.drafting import edit
from workflows.letters.models import Letter
from workflows.meetings.models import Motion, Rakor
from workflows.meetings.recording import draft_record
from workflows.organisation.models import Mandate, Office
from workflows.routes.models import Assignment


def findings():
    return [found for found in broken_promises() if not found.what.startswith("decree ")]


def asked(rakor):
    return Outbox.objects.get(topic="execute_rakor", object_id=rakor.pk)


def signed_with_follow_up(world):
    rakor = world.held(world.round_at_rakor())
    world.resolve(rakor, "confirm_class")
    world.resolve(rakor, "follow_up", text="Contoh", owner=world.health.pk, due_on="2024-04-30")
    world.signed(rakor)
    return fresh(rakor)


def test_the_worker_carries_it_out_and_a_repeated_ring_does_nothing(world):
    rakor = signed_with_follow_up(world)
    for _ring in range(2):
        relay.carry_out(Outbox, asked(rakor).pk)
    assert fresh(rakor).state == "closed"
    Outbox.objects.filter(pk=asked(rakor).pk).update(done_at=None, attempts=1)
    relay.carry_out(Outbox, asked(rakor).pk)
    assert JournalEntry.objects.filter(act="meetings.Rakor.execute").count() == 1
    assert Assignment.objects.filter(file=rakor.pk, kind="follow_up").count() == 1
    assert findings() == []


def test_each_village_hears_its_class_and_who_was_asked_for_it(world):
    rakor = world.held(world.round_at_rakor())
    world.resolve(rakor, "confirm_class")
    asked_for = {"villages": [world.units[0].pk], "aim": "lingkungan", "owner": world.health.pk, "due_on": "2024-04-30"}
    world.resolve(rakor, "follow_up", text="Sumur bor", **asked_for)
    world.signed(rakor)
    world.execute(rakor)
    [asked], classes = Outbox.objects.filter(topic="need_entrusted"), Outbox.objects.filter(topic="class_decided")
    assert asked.office == world.office("village_head")
    assert "diminta menangani “Kebutuhan " in about_need(asked).text
    decided = Evaluation.objects.filter(state="decided").values_list("pk", "file__office")
    assert sorted((row.object_id, row.office_id) for row in classes) == sorted(decided)
    evaluation = world.decided(0)
    label = evaluation.round.instrument.definition.class_named(evaluation.decided_class).label
    notice = about_class(classes.get(object_id=evaluation.pk))
    assert notice.subject == f"Kelas 2024 Kampung KB {evaluation.file.region.name}: {label}"


def test_a_worker_that_dies_in_between_leaves_nothing_half_done(world, monkeypatch):
    rakor = signed_with_follow_up(world)

    def die(*_given):
        raise SystemExit

    with monkeypatch.context() as patch:
        patch.setattr("workflows.core.door.settle", die)  # everything is written by then, and nothing committed
        with pytest.raises(SystemExit):
            world.execute(rakor)
    assert fresh(rakor).state == "record_signed"
    assert set(rakor.motions.values_list("state", flat=True)) == {"carried"}
    assert not Evaluation.objects.filter(state="decided").exists()
    relay.carry_out(Outbox, asked(rakor).pk)
    assert fresh(rakor).state == "closed"
    assert findings() == []


def test_where_one_motion_cannot_be_carried_out_none_is_and_the_rakor_says_which_and_why(world):
    rakor = signed_with_follow_up(world)
    Office.objects.filter(pk=world.health.pk).update(state="dissolved")
    relay.carry_out(Outbox, asked(rakor).pk)
    rakor = fresh(rakor)
    [obstacle] = rakor.obstacles
    motion = rakor.motions.get(kind="follow_up")
    assert (rakor.state, obstacle["kind"], obstacle["object_id"]) == ("record_signed", "motion", motion.pk)
    assert "tugaskan tindak lanjutnya kepada kantor lain" in obstacle["words"]
    assert not JournalSubject.objects.filter(to_state__in=["executed", "decided"]).exists()
    assert Outbox.objects.get(topic="rakor_not_executed").office == world.office("agency")
    put_right(world, rakor, motion)


def put_right(world, rakor, motion):
    """By a new motion and a new record."""
    perform(Rakor.take_up_again, rakor, by=world.by("hadi"), reason="Kantornya sudah tidak ada.")
    rakor = fresh(rakor)
    assert rakor.obstacles == []
    camat = world.office("camat").pk
    world.resolve(rakor, "follow_up", text="Contoh", owner=camat, due_on="2024-04-30", replaces=motion.pk, reason="Kantor lain.")
    world.signed(rakor)
    relay.carry_out(Outbox, Outbox.objects.filter(topic="execute_rakor").latest("pk").pk)
    assert fresh(rakor).state == "closed"
    assert Assignment.objects.get(file=rakor.pk, kind="follow_up").office_id == camat


def test_a_class_that_was_computed_anew_since_is_not_carried_out(world):
    rakor = world.held(world.round_at_rakor())
    world.resolve(rakor, "confirm_class")
    world.signed(rakor)
    given = {"reason": "Contoh.", "values": {"until": "2024-12-31"}}
    perform(Evaluation.reopen, world.decided(0), by=world.by("hadi"), **given)
    with pytest.raises(Refused) as refused:
        world.execute(rakor)
    assert {problem.kind for problem in refused.value.problems} == {"evaluation"}
    assert world.decided(1).state == "accepted"


def test_nobody_carries_out_what_is_not_signed(world):
    rakor = world.held()
    world.resolve(rakor, "other", text="Contoh")
    world.recorded(rakor)
    found = {problem.rule for problem in problems(Rakor.execute, fresh(rakor), by=world.by("hadi"))}
    assert found == {"state", "has_its_record"}
    assert [p.rule for p in problems(Rakor.sign_record, fresh(rakor), by=world.by("hadi"))] == [only_follows.name]


def test_the_record_says_what_was_decided_whatever_its_drafter_types(world):
    rakor = world.held(world.round_at_rakor())
    world.resolve(rakor, "confirm_class", dissent=[{"who": "Camat", "why": "angka diperiksa."}])
    first = world.resolve(rakor, "other", text="Contoh keptusan")
    world.resolve(rakor, "other", text="Contoh keputusan", replaces=first.pk, reason="Salah ketik.")
    letter = draft_record(rakor, world.ani)
    edit(letter, world.ani, body=letter.fields["body"] | {"decisions": [], "classes": [], "copies": 4})
    body = fresh(letter).fields["body"]
    assert body["copies"] == 4
    assert [one["dissent"] for one in body["decisions"]] == ["Camat: angka diperiksa", ""]
    assert [one["correction"] for one in body["decisions"]] == ["", "Salah ketik"]
    assert [(one["village"], one["computed"], one["decided"]) for one in body["classes"]] == [
        ("Contoh Satu", "Berkembang", "Berkembang"), ("Contoh Dua", "Berkelanjutan", "Berkelanjutan"),
    ]  # fmt: skip
    assert body["attendance"][0] == {"element": "Camat", "invited": 1, "present": 1}


def test_who_leads_does_not_also_vouch_for_the_notes(world):
    Mandate.objects.filter(person__username="indra").update(person=world.by("hadi").person)
    rakor = world.held()
    letter = draft_record(rakor, world.ani)
    assert "chair_is_not_the_scribe" in [p.rule for p in problems(Letter.finalise, letter, by=world.ani)]


def test_what_is_being_signed_is_not_taken_up_again(world):
    rakor = world.held()
    motion = world.resolve(rakor, "other", text="Contoh")
    letter = world.recorded(rakor)
    assert [p.rule for p in problems(Rakor.take_up_again, fresh(rakor), by=world.by("hadi"), reason="x")] == ["no_record_stands"]
    perform(Letter.cancel, letter, by=world.ani, reason="Salah ketik.")
    perform(Rakor.take_up_again, fresh(rakor), by=world.by("hadi"), reason="Salah ketik.")
    assert (fresh(rakor).state, fresh(motion).state) == ("held", "carried")


def test_a_follow_up_of_a_rakor_is_answered_in_words(world):
    rakor = world.held()
    world.resolve(rakor, "follow_up", text="Menyusun panduan", owner=world.health.pk, due_on="2024-04-30")
    world.signed(rakor)
    world.execute(rakor)
    task = Assignment.objects.get(file=rakor.pk, kind="follow_up")
    perform(Assignment.answer_follow_up, task, by=world.by("lala"), values={"answer": "Panduan selesai."})
    assert (fresh(task).state, fresh(task).reply) == ("approved", "Panduan selesai.")
    assert Motion.objects.get().state == "executed"
