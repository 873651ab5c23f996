"""Nobody scores his own area, what his own office nominated, or what he has recused himself from: by rule and in the database."""

from decimal import Decimal

import pytest
from django.db import DatabaseError, connection, transaction

from tests.contest_world import EVEN, newest
from workflows.contests.models import Competition, Entry, Juror, Recusal, Score
from workflows.core.door import perform
from workflows.core.errors import BadValues, Refused
from workflows.core.models import JournalEntry


def seated(world, login: str, role: str, village: int = 0, **entry) -> tuple[Entry, Juror]:
    """An entry under judgement, and a juror from some office beside the usual three."""
    competition = world.contest()
    nominated = world.nominated(competition, **entry)
    world.seat(competition, {"person": world.by(login).person_id, "office": world.office(role, village).pk})
    world.organise(Competition.begin_judging, competition)
    for act in (Entry.check_papers, Entry.shortlist, Entry.present):
        world.organise(act, nominated)
    return nominated, competition.jurors.get(person__username=login)


def why_not(world, entry, juror) -> list[str]:
    values = {"juror": juror.pk, "points": EVEN}
    return world.refused(Entry.score, entry, world.by(juror.person.username), values=values)


def write(entry, juror, criterion="output", points="80") -> None:
    """Past every rule, as a bug or a hand would."""
    with transaction.atomic():
        Score.objects.create(participant=entry, juror=juror, criterion=criterion, points=Decimal(points),
                             entry=JournalEntry.objects.latest("pk"))  # fmt: skip


def refused_by_the_database(entry, juror, **score) -> bool:
    try:
        write(entry, juror, **score)
    except DatabaseError:
        return True
    return False


@pytest.mark.parametrize(("login", "role", "village", "rules"), [
    ("budi", "camat", 0, ["not_his_own_area"]),
    ("gita", "pkb", 0, ["not_his_own_area"]),
    ("fitri", "village_head", 0, ["not_his_own_area", "not_his_own_agency"]),
    ("eko", "village_head", 1, []),
    ("hadi", "agency", 0, []),
])  # fmt: skip
def test_a_juror_stays_out_of_his_own_area(world, login, role, village, rules):
    entry, juror = seated(world, login, role, village)
    assert why_not(world, entry, juror) == rules
    assert refused_by_the_database(entry, juror) is bool(rules)


def test_a_juror_stays_out_of_what_his_own_office_nominated(world):
    entry, juror = seated(world, "hadi", "agency", by=world.by("ani", "agency"))
    assert why_not(world, entry, juror) == ["not_his_own_agency"]
    assert refused_by_the_database(entry, juror)


def test_where_a_juror_came_from_is_frozen(world):
    entry, juror = seated(world, "budi", "camat")
    assert (juror.territory, juror.agency) == (world.district, world.office("camat"))
    with pytest.raises(DatabaseError, match="append-only|permission denied"), transaction.atomic():
        Juror.objects.filter(pk=juror.pk).update(territory=None, agency=None)


def test_a_juror_of_another_contest_does_not_score(world):
    entry, _juror = seated(world, "eko", "village_head", 1)
    other = world.contest(year=2025)
    world.seat(other)
    stranger = other.jurors.get(person__username="joko")
    assert why_not(world, entry, stranger) == ["is_one_of_its_jurors"]
    assert refused_by_the_database(entry, stranger)


def test_nobody_hands_in_the_sheet_of_another(world):
    competition, [entry, _other] = world.judged()
    joko = competition.jurors.get(person__username="joko")
    for by in (world.by("indra"), world.by("hadi")):
        assert world.refused(Entry.score, entry, by, values={"juror": joko.pk, "points": EVEN}) == ["is_one_of_its_jurors"]


def test_for_a_juror_without_a_login_the_organiser_keys_his_paper(world):
    competition = world.contest()
    entry = world.nominated(competition)
    world.seat(competition, {"name": "Contoh Juri Tamu"})
    world.organise(Competition.begin_judging, competition)
    for act in (Entry.check_papers, Entry.shortlist, Entry.present):
        world.organise(act, entry)
    guest = competition.jurors.get(person=None)
    values = {"juror": guest.pk, "points": EVEN}
    assert world.refused(Entry.score, entry, world.by("joko"), values=values) == ["is_one_of_its_jurors"]
    perform(Entry.score, entry, by=world.by("ani", "agency"), values=values)
    assert guest.scores.count() == 3


def test_whoever_recuses_himself_says_why_and_what_he_gave_does_not_count(world):
    competition, [entry, other] = world.judged(rules={"sheets_needed": 2, "drop_extremes": False, "ties": []})
    for one in (entry, other):
        world.score_by_all(one)
    world.score(entry, "joko", output="0")
    joko = competition.jurors.get(person__username="joko")
    values = {"juror": joko.pk}
    assert world.refused(Entry.recuse, entry, world.by("joko"), values=values) == ["reason_given"]
    perform(Entry.recuse, entry, by=world.by("joko"), values=values, reason="Contoh: saudara ketua Pokja.")
    assert why_not(world, entry, joko) == ["not_recused"]
    assert refused_by_the_database(entry, joko)
    assert Recusal.objects.get().reason == "Contoh: saudara ketua Pokja."
    for one in (entry, other):
        world.visit(one)
    world.organise(Competition.lock_ranking, competition)
    published = newest(competition).published
    assert published["recused"] == [[str(joko.number), str(entry.pk)]]
    assert [place["total"] for place in published["places"]] == ["80", "80"]


def test_points_fit_the_rubric_by_rule_and_in_the_database(world):
    competition, [entry, _other] = world.judged()
    joko = competition.jurors.get(person__username="joko")
    for points, field in (({"output": "101"}, "points.output"), ({"output": "-1"}, "points.output"), ({"x": "1"}, "points.x"),
                          ({"output": "80.123"}, "points.output"), ({"output": "baik"}, "points.output"),
                          ({"output": "NaN"}, "points.output"), ({"output": None}, "points.output"), ({}, "points")):  # fmt: skip
        with pytest.raises(BadValues) as bad:
            perform(Entry.score, entry, by=world.by("joko"), values={"juror": joko.pk, "points": points})
        assert list(bad.value.fields) == [field]
    assert refused_by_the_database(entry, joko, points="100.01")
    assert refused_by_the_database(entry, joko, points="-1")
    assert refused_by_the_database(entry, joko, criterion="x")
    assert not refused_by_the_database(entry, joko, points="100")
    assert refused_by_the_database(entry, joko, points="99")


def test_points_are_given_while_judging_and_never_before_or_after(world):
    competition = world.contest()
    early = world.nominated(competition)
    world.seat(competition)
    joko = competition.jurors.get(person__username="joko")
    assert refused_by_the_database(early, joko)
    _locked, [entry, _other] = world.locked("90", "70", year=2025)
    with pytest.raises(Refused, match="tidak sedang dinilai"):
        world.score(entry, "joko", output="1")
    with connection.cursor() as cursor:
        for change in ("UPDATE contests_score SET points = 1", "DELETE FROM contests_score"):
            with pytest.raises(DatabaseError, match="while a contest is judged"), transaction.atomic():
                cursor.execute(change)
