"""What the rakor decides as it is put down: checked, worded, frozen, and put right by a new row only."""

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from tests.decree_world import fresh
from workflows.core.door import perform, problems
from workflows.core.errors import BadValues
from workflows.meetings.executing import preview
from workflows.meetings.models import Motion, MotionRow, Rakor
from workflows.organisation.models import Office
from workflows.villages.models import KampungKB

OTHER = {"kind": "other", "text": "Contoh keputusan"}


def refused(world, rakor, kind, **values):
    with pytest.raises(BadValues) as bad:
        world.resolve(rakor, kind, **values)
    return bad.value.fields


def test_all_computed_classes_are_confirmed_by_one_motion(world):
    rakor = world.held(world.round_at_rakor())
    motion = world.resolve(rakor, "confirm_class")
    rows = [(row.kampung, row.computed, row.decided) for row in motion.rows.order_by("pk")]
    assert rows == [(world.units[0], "berkembang", "berkembang"), (world.units[1], "berkelanjutan", "berkelanjutan")]
    assert motion.text == (
        "Kelas 2 (dua) Kampung Keluarga Berkualitas tahun 2024 ditetapkan sesuai hasil hitungan: 1 Berkembang, 1 Berkelanjutan"
    )
    assert "villages" in refused(world, rakor, "confirm_class")


def test_another_class_is_decided_for_one_village_with_a_reason(world):
    rakor = world.held(world.round_at_rakor())
    told = {"villages": [world.units[0].pk], "decided": "mandiri"}
    assert list(refused(world, rakor, "deviate_class", **told)) == ["why"]
    assert list(refused(world, rakor, "deviate_class", **told | {"decided": "berkembang", "why": "x"})) == ["decided"]
    assert list(refused(world, rakor, "deviate_class", **told | {"decided": "juara", "why": "x"})) == ["decided"]
    both = [unit.pk for unit in world.units[:2]]
    assert list(refused(world, rakor, "deviate_class", villages=both, decided="mandiri", why="x")) == ["villages"]
    motion = world.resolve(rakor, "deviate_class", why="contoh alasan", **told)
    assert "ditetapkan Mandiri (hasil hitungan: Berkembang), karena contoh alasan" in motion.text


def test_a_village_is_decided_on_once_and_only_when_it_is_accepted(world):
    rakor = world.held(world.round_at_rakor(accepted=1))
    world.resolve(rakor, "confirm_class", villages=[world.units[0].pk])
    for unit in world.units[:2]:
        assert list(refused(world, rakor, "deviate_class", villages=[unit.pk], decided="mandiri", why="x")) == ["villages"]


def test_a_foreign_village_is_refused_by_the_answer_and_by_the_database(world):
    rakor = world.held()
    here = world.resolve(rakor, "recommend_revocation", villages=[world.units[0].pk], why="Pokja tidak ada lagi")
    far = KampungKB.objects.create(region=world.regency.parent, scope="hamlet", hamlet="RW 1")
    assert list(refused(world, rakor, "recommend_revocation", villages=[far.pk], why="x")) == ["villages"]
    with pytest.raises(IntegrityError, match="decides nothing about"), transaction.atomic():
        MotionRow.objects.create(motion=here, kampung=far)


def test_a_vote_counts_those_who_are_there(world):
    rakor = world.held(came=4)
    assert list(refused(world, rakor, "other", text="x", votes={"for": 4, "against": 1})) == ["votes"]
    assert list(refused(world, rakor, "other", text="x", votes={"for": "banyak"})) == ["votes"]
    lost = world.resolve(rakor, "other", text="Contoh", votes={"for": 1, "against": 2, "abstain": 1})
    assert (lost.state, lost.votes_for, lost.votes_against, lost.abstained) == ("lost", 1, 2, 1)
    with pytest.raises(IntegrityError, match="motion_carried_by_its_votes"), transaction.atomic():
        Motion.objects.create(file=rakor.file, rakor=rakor, number=9, kind="other", text="x", votes_for=1, votes_against=1,
                              abstained=0, entry=lost.entry)  # fmt: skip


def test_who_disagrees_is_named_with_his_reason(world):
    rakor = world.held()
    assert list(refused(world, rakor, "other", text="x", dissent=[{"who": "Camat"}])) == ["dissent.1"]
    said = [{"who": "Camat Contoh Hilir", "why": "angka masih diperiksa"}]
    assert world.resolve(rakor, "other", text="x", dissent=said).dissent == said


def test_what_was_put_wrongly_is_put_again_and_both_stay(world):
    rakor = world.held()
    first = world.resolve(rakor, "other", text="Contoh keptusan")
    assert list(refused(world, rakor, "other", text="Contoh keputusan", replaces=first.pk)) == ["reason"]
    for seat in rakor.seats.filter(state="present"):
        perform("meetings.Seat.leave", seat, by=world.ani, values={"at": "11:00"})
    again = world.resolve(rakor, "other", reason="salah ketik", text="Contoh keputusan", replaces=first.pk)
    assert (fresh(first).state, fresh(first).text, again.number, again.replaces) == ("replaced", "Contoh keptusan", 2, first)
    assert list(refused(world, rakor, "other", text="x", replaces=first.pk, reason="x")) == ["replaces"]


def test_a_motion_is_withdrawn_while_the_rakor_is_held(world):
    rakor = world.held()
    motion = world.resolve(rakor, "other", text="Contoh")
    perform(Motion.withdraw_motion, motion, by=world.ani, reason="tidak jadi")
    assert fresh(motion).state == "withdrawn"


def test_motions_are_never_rewritten_and_none_comes_after_the_record(world):
    rakor = world.held()
    motion = world.resolve(rakor, "recommend_revocation", villages=[world.units[0].pk], why="Contoh")
    for change in (Motion.objects.filter(pk=motion.pk).update, MotionRow.objects.filter(motion=motion).update):
        column = {"text": "x"} if change.__self__.model is Motion else {"decided": "x"}
        with pytest.raises(DatabaseError), transaction.atomic():
            change(**column)
    perform(Rakor.end_meeting, rakor, by=world.ani)
    assert [p.rule for p in problems(Rakor.resolve, fresh(rakor), by=world.ani, values=OTHER)] == ["state"]
    assert [p.rule for p in problems(Motion.withdraw_motion, motion, by=world.ani, reason="x")] == ["rakor_is_held"]
    with pytest.raises(IntegrityError, match="decides nothing now"), transaction.atomic():
        Motion.objects.create(file=rakor.file, rakor=rakor, number=9, kind="other", text="x", entry=motion.entry)


@pytest.mark.parametrize(
    ("field", "wrong"),
    [("owner", {"owner": 0}), ("due_on", {"due_on": "besok"}), ("due_on", {"due_on": "2024-03-01"}), ("text", {"text": " "}),
     ("aim", {"aim": "lain"})],
)  # fmt: skip
def test_a_follow_up_says_who_until_when_and_what_for(world, field, wrong):
    rakor = world.held()
    about = {"villages": [world.units[0].pk], "aim": "lingkungan"}
    told = {"text": "Contoh", "owner": world.health.pk, "due_on": "2024-04-30"} | about
    assert list(refused(world, rakor, "follow_up", **told | wrong)) == [field]


def test_a_follow_up_is_about_desa_and_kelurahan_alike_and_for_whoever_works_there(world):
    rakor = world.held()
    told = {"text": "Contoh", "due_on": "2024-04-30", "aim": "lingkungan", "villages": [unit.pk for unit in world.units]}
    kinds = {unit.region.kind for unit in world.units}
    assert kinds == {"desa", "kelurahan"}
    for role in ("agency", "camat"):
        assert world.resolve(rakor, "follow_up", owner=world.office(role).pk, **told).rows.count() == len(world.units)
    head = Office.objects.get(role="village_head", region=world.villages[2])
    assert list(refused(world, rakor, "follow_up", owner=head.pk, **told)) == ["owner"]
    world.resolve(rakor, "follow_up", owner=head.pk, **told | {"villages": [world.units[2].pk]})


def test_before_it_is_signed_everybody_sees_what_each_motion_will_do(world):
    rakor = world.held(world.round_at_rakor())
    classes = world.resolve(rakor, "confirm_class")
    ask = world.resolve(rakor, "follow_up", text="Contoh", owner=world.health.pk, due_on="2024-04-30")
    effects = preview(rakor)
    assert effects[classes.pk].words == ["Contoh Satu: Berkembang", "Contoh Dua: Berkelanjutan"]
    assert effects[ask.pk].words == ["Tugas tindak lanjut bagi Kepala Dinas Kesehatan Contoh, tenggat 30 April 2024"]
    assert [effect.problems for effect in effects.values()] == [[], []]
    type(world.health).objects.filter(pk=world.health.pk).update(state="dissolved")
    [problem] = preview(rakor)[ask.pk].problems
    assert problem.rule == "follow_up_has_its_office"
    assert preview(rakor)[classes.pk].problems == []
