"""A rakor from its plan to what it decided being carried out."""

from datetime import date

from tests.decree_world import broken_promises, fresh
from tests.letter_world import PAPER
from workflows.coaching.models import Need
from workflows.core.door import perform
from workflows.core.models import JournalSubject, Outbox
from workflows.letters.drafting import start_letter
from workflows.letters.models import Letter
from workflows.letters.writing import why_not
from workflows.meetings.models import Rakor, Seat
from workflows.meetings.recording import draft_record
from workflows.meetings.tracing import Done, done_by, motion_behind, signed_records
from workflows.organisation.offices import system_mandate
from workflows.routes.models import Assignment


def findings():
    return [found for found in broken_promises() if not found.what.startswith("decree ")]


def test_the_signed_record_carries_out_what_was_decided(world):
    this = world.round_at_rakor()
    rakor = world.held(this)
    deviated = world.resolve(rakor, "deviate_class", villages=[world.units[0].pk], decided="mandiri", why="pendampingan berjalan")
    confirmed = world.resolve(rakor, "confirm_class")
    assert [row.kampung for row in confirmed.rows.all()] == [world.units[1]]
    letter = world.recorded(rakor)
    world.sign(letter, "indra")
    assert fresh(rakor).state == "record_drafted"
    world.sign(letter, "hadi")
    assert fresh(rakor).state == "record_signed"
    assert Outbox.objects.filter(topic="execute_rakor", object_id=rakor.pk).count() == 1
    entry = world.execute(rakor)
    assert fresh(rakor).state == "closed"
    first, second = world.decided(0), world.decided(1)
    assert (first.state, first.decided_class, first.deviation) == ("decided", "mandiri", "pendampingan berjalan")
    assert (second.state, second.decided_class, second.deviation) == ("decided", "berkelanjutan", "")
    done = JournalSubject.objects.filter(entry=entry, to_state__in=["executed", "decided"]).values_list("kind", flat=True)
    assert sorted(done) == ["evaluation", "evaluation", "motion", "motion"]
    assert done_by(rakor.motions.all(), world.units[0]) == {deviated.pk: [Done(world.units[0], first)], confirmed.pk: []}
    assert (motion_behind(second), signed_records([confirmed])) == (confirmed, {rakor.pk: letter})
    assert findings() == []


def test_a_follow_up_about_a_village_is_a_need_that_its_owner_is_asked_for(world):
    rakor = world.held()
    motion = world.resolve(rakor, "follow_up", text="Menyediakan alat peraga", owner=world.health.pk, due_on="2024-04-30",
                  villages=[world.units[0].pk], aim="lingkungan")  # fmt: skip
    world.signed(rakor)
    world.execute(rakor)
    need = Need.objects.get()
    task = Assignment.objects.get(file=need.pk)
    assert (need.kampung, need.owner, need.due_on, need.state) == (world.units[0], world.health, date(2024, 4, 30), "open")
    assert (task.kind, task.state, task.office, task.region) == ("follow_up", "open", world.health, world.villages[0])
    assert (motion_behind(need), done_by(rakor.motions.all())) == (motion, {motion.pk: [Done(world.units[0], need)]})
    assert findings() == []


def test_one_about_no_village_is_a_task_about_the_rakor(world):
    rakor = world.held()
    asked = {"text": "Menyusun panduan", "due_on": "2024-04-30"}
    motions = [world.resolve(rakor, "follow_up", owner=owner, **asked) for owner in (world.health.pk, world.office("camat").pk)]
    world.signed(rakor)
    world.execute(rakor)
    task = Assignment.objects.get(file=rakor.pk, office=world.health)
    assert (task.kind, task.state, task.due_on) == ("follow_up", "open", date(2024, 4, 30))
    assert done_by(rakor.motions.all())[motions[0].pk] == [Done(None, task)]
    assert motion_behind(task) == motions[0]


def test_each_paper_is_written_when_its_time_has_come(world):
    def written() -> list[str]:
        return [kind for kind in ("undangan", "notulen", "berita_acara_rakor") if not why_not(kind, fresh(rakor).file, world.ani)]

    rakor = world.rakor()
    assert written() == []
    world.invite(rakor)
    assert written() == ["undangan"]
    perform(Rakor.open_meeting, rakor, by=world.ani)
    assert written() == ["notulen"]
    perform(Seat.arrive, rakor.seats.all()[0], by=world.ani)
    record = draft_record(fresh(rakor), world.ani)
    assert written() == ["notulen"]
    perform(Letter.cancel, record, by=world.ani, reason="Keliru.")
    assert written() == ["notulen", "berita_acara_rakor"]


def test_the_notes_say_which_letter_called_and_no_paper_names_its_kind_twice(world):
    rakor = world.rakor()
    world.invite(rakor)
    letter = start_letter("undangan", rakor.file, world.ani)
    perform(Letter.finalise, letter, by=world.ani)
    perform(Letter.receive_paper, letter, by=system_mandate(), values={"sha256": PAPER})
    world.sign(letter, "hadi")
    perform(Rakor.open_meeting, rakor, by=world.ani)
    perform(Seat.arrive, rakor.seats.all()[0], by=world.ani)
    world.resolve(fresh(rakor), "other", text="Rapat berikutnya bulan Mei")
    notes = start_letter("notulen", fresh(rakor).file, world.ani)
    body = notes.fields["body"]
    assert body["invitation"] == f"Nomor {fresh(letter).issue['number']} tanggal 4 Maret 2024"
    assert (body["discussion"][0]["topic"], body["conclusions"]) == ("Pembukaan", ["Rapat berikutnya bulan Mei."])
    record = draft_record(fresh(rakor), world.ani)
    assert [paper.subject for paper in (notes, record)] == [rakor.file.title] * 2
