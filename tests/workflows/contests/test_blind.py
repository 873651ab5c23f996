"""Until the ranking is locked a juror reads his own points, and nobody reads those of all."""

from backend.administration.superusers import shown
from tests.contest_world import JURY
from workflows.contests.models import Competition, Juror, Score
from workflows.core.models import JournalEntry


def points_read_by(world, login: str) -> set[str]:
    """Whose points somebody reads."""
    return set(Score.objects.readable_by(world.by(login).person).values_list("juror__person__username", flat=True))


def test_a_juror_reads_his_own_sheet_until_all_are_locked(world):
    competition, entries = world.judged()
    for entry in entries:
        world.score_by_all(entry)
    assert {login: points_read_by(world, login) for login in JURY} == {login: {login} for login in JURY}
    assert points_read_by(world, "hadi") == set()
    for entry in entries:
        world.visit(entry)
    world.organise(Competition.lock_ranking, competition)
    assert points_read_by(world, "joko") == points_read_by(world, "hadi") == set(JURY)


def test_who_keyed_a_paper_reads_that_sheet_again(world):
    competition, [entry, _other] = world.judged()
    world.organise(Competition.seat_jury, competition, jurors=[{"name": "Contoh Juri Tamu"}], paper="400/8")
    guest = competition.jurors.get(person=None)
    world.organise(type(entry).score, entry, juror=guest.pk, points={"output": "77"})
    world.score(entry, "joko")
    assert list(Score.objects.readable_by(world.by("hadi").person).values_list("juror", flat=True)) == [guest.pk]


def test_the_journal_tells_that_somebody_scored_and_never_what(world):
    _competition, [entry, _other] = world.judged()
    juror = entry.competition.jurors.get(person__username="joko")
    done = world.score(entry, "joko", output="77.5")
    assert JournalEntry.objects.get(pk=done.pk).values == {"juror": juror.pk}


def test_the_admin_shows_no_points():
    assert shown.site.is_registered(Juror)
    assert not shown.site.is_registered(Score)


def test_what_a_juror_gives_again_takes_the_place_of_what_he_gave(world):
    _competition, [entry, _other] = world.judged()
    world.score(entry, "joko", output="77,5")
    world.score(entry, "joko", output="60")
    assert sorted(str(one.points) for one in entry.scores.all()) == ["60.00", "80.00", "80.00"]
