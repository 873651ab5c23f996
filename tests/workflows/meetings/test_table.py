"""What the next rakor finds open, without anybody copying it."""

from tests.decree_world import fresh
from workflows.coaching.models import Need
from workflows.core.door import perform, problems
from workflows.meetings.models import Rakor
from workflows.meetings.table import open_follow_ups
from workflows.routes.models import Assignment


def asked(world):
    """A rakor that asked the health agency for two things: one for a village, one for all."""
    rakor = world.held()
    there = {"villages": [world.units[0].pk], "aim": "lingkungan"}
    world.resolve(rakor, "follow_up", text="Menyusun panduan", owner=world.health.pk, due_on="2024-04-30")
    world.resolve(rakor, "follow_up", text="Alat peraga", owner=world.health.pk, due_on="2024-04-01", **there)
    world.signed(rakor)
    world.execute(rakor)
    return rakor


def test_what_is_open_is_seen_by_the_next_rakor_until_it_is_answered(world):
    earlier = asked(world)
    later = world.rakor()
    assert [task.note for task in open_follow_ups(later)] == ["Alat peraga", "Menyusun panduan"]
    assert [task.note for task in open_follow_ups(fresh(earlier))] == ["Alat peraga"]
    perform(Need.answer, Need.objects.get(), by=world.by("lala"), values={"answer": "Sudah dikirim."})
    perform(Assignment.decline_follow_up, Assignment.objects.get(file=earlier.pk), by=world.by("lala"), reason="Bukan tugas kami.")
    assert [(task.note, task.state) for task in open_follow_ups(later)] == [("Menyusun panduan", "rejected")]


def test_a_follow_up_of_a_need_is_not_answered_past_the_need(world):
    asked(world)
    task = Assignment.objects.get(file__need__isnull=False)
    given = {"by": world.by("lala"), "values": {"answer": "x"}}
    assert [problem.rule for problem in problems(Assignment.answer_follow_up, task, **given)] == ["answered_in_words"]


def test_a_rakor_is_called_by_what_the_programme_was_called_then(world):
    title = "Rapat Koordinasi dan Evaluasi Kampung Keluarga Berkualitas Kabupaten Contoh Raya Tahun 2024"
    assert str(Rakor.objects.get(pk=world.rakor().pk)) == title
    assert "Kampung Keluarga Berencana" in str(world.rakor(held_on="2018-10-18"))
