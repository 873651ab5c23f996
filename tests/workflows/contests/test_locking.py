"""A ranking is locked once nothing is lacking, once only, and whoever has it computes it again."""

import json
from decimal import Decimal

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.contest_world import JURY, ContestWorld, newest, ranks
from tests.decree_world import broken_promises, fresh
from tests.races import losers, race
from workflows.contests.collecting import scores_of
from workflows.contests.models import Competition, Entry, Ranking, Score
from workflows.contests.publishing import holds, publish, recompute
from workflows.core.door import perform, problems
from workflows.core.errors import Refused

POINTS = st.sampled_from(["0", "59.99", "60", "60.01", "70", "100"])
SHEETS = st.lists(st.tuples(POINTS, POINTS, POINTS), min_size=9, max_size=9)


def lacking(world, competition) -> list[str]:
    return [problem.words for problem in problems(Competition.lock_ranking, competition, by=world.by("hadi"))]


def test_what_is_lacking_is_told_by_name(world):
    competition, [first, second] = world.judged()
    world.score_by_all(first)
    world.visit(first)
    world.score(second, "joko")
    juror = competition.jurors.get(person__username="indra")
    perform(Entry.score, second, by=world.by("indra"), values={"juror": juror.pk, "points": {"input": "80"}})
    assert lacking(world, competition) == ["Contoh Dua belum dipaparkan atau ditinjau di lapangan."]
    world.visit(second)
    [words] = lacking(world, competition)
    assert words.startswith("Contoh Dua: belum ada nilai Contoh Indra (Proses")
    assert "Contoh Indra (Keluaran" in words
    assert words.endswith("lembar nilai selesai 1 dari 3.")
    with pytest.raises(Refused, match="Contoh Dua"):
        world.organise(Competition.lock_ranking, competition)


def test_nobody_to_rank_is_no_ranking(world):
    competition, _entries = world.judged(0)
    assert lacking(world, competition) == ["Belum ada peserta yang sudah ditinjau di lapangan."]


def test_equal_totals_are_told_apart_by_visit_then_by_the_chair_or_share_the_rank(world):
    competition, entries = world.judged(3)
    for entry, points in zip(entries, ("75", "75", "76"), strict=True):
        world.score_by_all(entry)
        world.visit(entry, points)
    vote = {"preferred": [entries[1].pk]}
    assert "is_the_chair" in world.refused(Competition.vote, competition, world.by("indra"), values=vote)
    perform(Competition.vote, competition, by=world.by("joko"), values=vote)
    world.organise(Competition.lock_ranking, competition)
    assert ranks(entries) == [3, 2, 1]


def test_a_tie_that_remains_is_shared(world):
    competition, entries = world.locked("80", "80", "70")
    assert ranks(entries) == [1, 1, 3]
    assert [entry.total for entry in entries][:2] == [Decimal("80.00")] * 2


def test_a_visit_still_to_come_or_without_evidence_is_no_visit(world):
    _competition, [entry, _other] = world.judged()
    for wrong in ({"visited_on": "2024-03-05"}, {"visited_on": "kemarin"}, {"points": "101"}):
        with pytest.raises(Exception, match="belum tiba|TTTT-BB-HH|Nilai dari 0"):
            world.visit(entry, **wrong)
    with pytest.raises(Exception, match="attachments: wajib diisi"):
        world.organise(Entry.verify_in_the_field, entry, visited_on="2024-03-04", points="75", attachments=[])
    world.visit(entry)
    assert entry.file.evidence.get().kind == "field_check"


def test_a_locked_ranking_is_never_rewritten(world):
    world.locked("90", "70")
    for change in (lambda: Ranking.objects.update(sha256="0" * 64), lambda: Ranking.objects.all().delete()):
        with pytest.raises(DatabaseError, match="append-only|permission denied"), transaction.atomic():
            change()


@pytest.mark.django_db(transaction=True)
def test_of_two_who_lock_at_once_one_wins(world):
    competition, entries = world.judged()
    for entry in entries:
        world.score_by_all(entry)
        world.visit(entry)
    lost = losers(race([lambda: perform(Competition.lock_ranking, competition, by=world.by("hadi"))] * 2))
    assert [type(error) for error in lost] == [Refused]
    assert Ranking.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_points_given_while_somebody_locks_are_in_the_ranking_or_refused(world):
    competition, entries = world.judged()
    for entry in entries:
        world.score_by_all(entry)
        world.visit(entry)
    results = race([
        lambda: perform(Competition.lock_ranking, competition, by=world.by("hadi")),
        lambda: world.score(entries[0], "joko", output="1"),
        lambda: world.score(entries[1], "indra", output="2"),
    ])  # fmt: skip
    assert all(isinstance(error, Refused) for error in losers(results))
    assert fresh(competition).state == "ranked"
    assert computed(fresh(competition)) == places(competition)
    assert broken_promises() == []


def computed(competition: Competition) -> list:
    return publish(scores_of(competition), competition.rubric.rubric, competition.ranking_rules)["places"]


def places(competition: Competition) -> list:
    return newest(competition).published["places"]


@settings(max_examples=8)
@given(SHEETS)
def check_that_what_is_locked_recomputes(world: ContestWorld, sheets):
    with transaction.atomic():
        competition, entries = world.judged(3)
        for number, sheet in enumerate(sheets):
            points = dict(zip(("input", "process", "output"), sheet, strict=True))
            world.score(entries[number // 3], list(JURY)[number % 3], **points)
        for entry in entries:
            world.visit(entry)
        world.organise(Competition.lock_ranking, competition)
        ranking = newest(competition)
        published = json.loads(json.dumps(ranking.published))
        assert holds(published, ranking.sha256)
        assert {int(place.entry): place.rank for place in recompute(published)} == {e.pk: fresh(e).rank for e in entries}
        assert computed(fresh(competition)) == published["places"]
        transaction.set_rollback(True)


def test_what_is_locked_recomputes_whatever_was_given(world):
    check_that_what_is_locked_recomputes(world)


def test_anybody_checks_a_published_ranking_from_its_file(world, tmp_path, capsys):
    competition, _entries = world.locked("90", "70")
    ranking = newest(competition)
    file = tmp_path / "peringkat.json"
    file.write_text(json.dumps(ranking.published, indent=2), encoding="utf-8")
    call_command("check_ranking", file, sha256=ranking.sha256)
    assert ranking.sha256 in capsys.readouterr().out
    changed = ranking.published | {"places": list(reversed(ranking.published["places"]))}
    file.write_text(json.dumps(changed), encoding="utf-8")
    with pytest.raises(CommandError, match="bukan yang diterbitkan"):
        call_command("check_ranking", file, sha256=ranking.sha256)
    with pytest.raises(CommandError, match="tidak sesuai dengan nilai"):
        call_command("check_ranking", file)


@pytest.mark.parametrize(("text", "words"), [
    ("{", "bukan JSON"), ("{}", "Bukan peringkat"), ("[]", "Bukan peringkat"), (None, "tidak dapat dibaca"),
])  # fmt: skip
def test_what_is_no_ranking_gets_an_answer(tmp_path, text, words):
    file = tmp_path / "peringkat.json"
    if text is not None:
        file.write_text(text, encoding="utf-8")
    with pytest.raises(CommandError, match=words):
        call_command("check_ranking", file)


def test_scores_that_differ_from_what_is_published_are_found(world):
    competition, [entry, _other] = world.locked("90", "70")
    assert broken_promises() == []
    Competition.objects.filter(pk=competition.pk).update(rules=competition.rules | {"sheets_needed": 9})
    assert [finding.invariant for finding in broken_promises()] == ["I14"]
    assert Score.objects.filter(participant=entry).count() == 9
