"""Results of before Siklus: written down with their source, shown apart from what was ranked here, taken back with a reason."""

from typing import Any

from django.test import Client

from tests.backend.pages.decrees import as_official
from tests.contest_world import ContestWorld
from tests.decree_world import broken_promises, fresh
from workflows.contests.models import Competition, Entry

URL = "/lomba/hasil-lama/baru/"


def form_of(world: ContestWorld, *places: tuple[int, int], **changed: Any) -> dict[str, Any]:
    """Rows of the number of a village and its rank."""
    rows: dict[str, Any] = {}
    for n in (1, 2, 3):
        village, rank = places[n - 1] if n <= len(places) else ("", "")
        unit = "" if village == "" else world.kampung[int(village)].pk
        rows |= {f"tempat-{n}-kampung": unit, f"tempat-{n}-rank": rank}
    told = {"level": "province", "year": "2018", "category": "", "source": "Contoh berita", "source_on": "2018-10-18"}
    return {"key": "a"} | told | rows | changed


def text(answer: Any) -> str:
    return answer.content.decode()


def test_an_old_result_is_written_down_once_with_its_source(world: ContestWorld) -> None:
    desk = as_official(world, "ani", "agency")
    for _twice in range(2):
        page = text(desk.post(URL, form_of(world, (0, 3)), follow=True))
    [entry] = Entry.objects.filter(competition__source_on__isnull=False)
    assert (entry.rank, entry.state, entry.competition.level) == (3, "awarded", "province")
    assert entry.competition.file.region == world.regency.parent
    assert "Contoh berita" in page
    assert "18 Oktober 2018" in page
    assert "Rubrik" not in page
    for path in (f"/peserta/{entry.pk}/", f"/desa/{entry.kampung_id}/"):
        assert "Contoh berita, 18 Oktober 2018; tidak dihitung oleh Siklus" in text(desk.get(path)), path
    assert broken_promises() == []


def test_it_never_stands_among_what_was_ranked_here(world: ContestWorld) -> None:
    ranked, _entries = world.locked("90", "70")
    agency = as_official(world, "hadi")
    agency.post(URL, form_of(world, (2, 1), level="regency", year="2019"))
    old = Competition.objects.get(year=2019)
    lists = {path: text(agency.get(path)) for path in ("/lomba/", "/lomba/hasil-lama/")}
    lists["/v/lomba"] = text(Client().get("/v/lomba"))
    shown = {path: (f"/lomba/{old.pk}/" in page, f"/lomba/{ranked.pk}/" in page) for path, page in lists.items()}
    assert shown["/lomba/"] == (False, True)
    assert shown["/lomba/hasil-lama/"] == (True, False)
    assert old.file.title not in lists["/v/lomba"]
    assert old.file.title not in text(agency.get("/tahun-ini/"))


def test_what_is_typed_wrongly_is_told_and_nothing_stays(world: ContestWorld) -> None:
    agency = as_official(world, "hadi")
    wrong = {
        "paling sedikit satu": form_of(world),
        "tercantum dua kali": form_of(world, (0, 1), (0, 2)),
        "Isi Kampung KB dan peringkatnya": form_of(world, (0, 1), **{"tempat-2-rank": "2"}),
        "belum tiba": form_of(world, (0, 1), source_on="2024-03-05"),
        "Sumber</a>": form_of(world, (0, 1), source=" "),
        "2100": form_of(world, (0, 1), year="99999999999"),
    }
    for words, form in wrong.items():
        answer = agency.post(URL, form)
        assert (answer.status_code, words in text(answer)) == (422, True), words
    assert not Competition.objects.exists()
    assert as_official(world, "fitri").get(URL).status_code == 404


def test_more_rows_keep_what_was_typed(world: ContestWorld) -> None:
    page = text(as_official(world, "hadi").post(URL, form_of(world, (0, 3), tekan="tambah")))
    assert 'name="tempat-6-rank"' in page
    assert 'value="Contoh berita"' in page
    assert not Competition.objects.exists()


def test_one_that_is_wrong_is_taken_back_and_keeps_nobody_out(world: ContestWorld) -> None:
    agency = as_official(world, "hadi")
    agency.post(URL, form_of(world, (0, 1), level="regency", year="2023"))
    old = Competition.objects.get()
    contest = world.contest()
    entry = world.started(contest)
    assert world.refused(Entry.nominate, entry, world.staff(0)) == ["not_lately_a_winner"]
    given = {"key": "b", "version": fresh(old.file).version, "reason": "Contoh: salah desa."}
    page = text(agency.post(f"/lomba/{old.pk}/tindakan/retract/", given, follow=True))
    assert "ditarik" in page
    assert "Contoh: salah desa." in page
    assert world.refused(Entry.nominate, entry, world.staff(0)) == []


def test_what_a_jury_ranked_is_never_taken_back(world: ContestWorld) -> None:
    competition, _entries = world.locked("90", "70")
    world.window_passes(competition)
    world.organise(Competition.award, competition, paper="Keputusan Contoh 1/2024")
    asked = {"by": world.by("hadi"), "reason": "Contoh"}
    assert world.refused(Competition.retract, competition, **asked) == ["entered_from_a_source"]
    assert "Tarik hasil lama" not in text(as_official(world, "hadi").get(f"/lomba/{competition.pk}/"))
