"""The agency's way through a contest on its pages, and what others see of it."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.backend.pages.decrees import as_official
from tests.contest_world import ContestWorld, newest
from tests.decree_world import fresh
from tests.pictures import png
from tests.world import BEGIN, on_day
from workflows.contests.drafting import start_competition
from workflows.contests.models import Appeal, Competition, Entry, RubricVersion
from workflows.core.models import Outbox
from workflows.decrees.models import Decree
from workflows.decrees.snapshot import content_of
from workflows.letters.models import Letter
from workflows.villages.models import Evidence, Proposal

FORM = {
    "level": "regency",
    "year": "2024",
    "category": "desa",
    "cutoff_on": "2024-03-04",
    "nominations_until": "2024-03-20",
    "visits_until": "",
    "ranking_on": "2024-05-01",
    "needs": ["designated", "pokja", "profile"],
    "barred_ranks": ["1"],
    "barred_years": "3",
    "sheets_needed": "3",
    "tie_1": "output",
    "tie_2": "chair",
    "tie_3": "",
    "winners": "2",
    "appeal_days": "5",
}


def photo() -> SimpleUploadedFile:
    return SimpleUploadedFile("kunjungan.png", png(8, 8), "image/png")


def text(answer: Any) -> str:
    return answer.content.decode()


def form_of(**changed: Any) -> dict[str, Any]:
    return FORM | {"rubric": RubricVersion.objects.get().pk, "key": "a"} | changed


def act(client: Client, subject: Any, name: str, place: str = "lomba", **typed: Any) -> Any:
    version = {"key": f"{name}-{subject.pk}", "version": fresh(subject.file).version}
    return client.post(f"/{place}/{subject.pk}/tindakan/{name}/", version | typed, follow=True)


def test_a_contest_is_prepared_edited_and_announced(world: ContestWorld) -> None:
    agency = as_official(world, "hadi")
    page = text(agency.get("/lomba/baru/"))
    assert "SEMENTARA, bobot belum diputuskan" in page
    for _twice in range(2):
        agency.post("/lomba/baru/", form_of())
    competition = Competition.objects.get()
    assert (competition.rules, competition.winners) == (
        {"sheets_needed": 3, "drop_extremes": False, "ties": ["output", "chair"]},
        2,
    )
    changed = form_of(category="", winners="3", version=competition.file.version)
    agency.post(f"/lomba/{competition.pk}/ubah/", changed)
    assert fresh(competition.file).title == "Lomba Kampung KB Kabupaten Contoh Raya Tahun 2024"
    assert as_official(world, "budi").get(f"/lomba/{competition.pk}/").status_code == 404
    assert "diumumkan" in text(act(agency, competition, "announce"))
    assert as_official(world, "fitri").get(f"/lomba/{competition.pk}/").status_code == 200
    told = Outbox.objects.filter(topic="contest_announced").values_list("office__role", flat=True)
    assert sorted(told) == ["camat", "village_head", "village_head", "village_head"]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"tie_2": "output"}, "satu kali saja"),
        ({"ranking_on": "2024-03-10"}, "mendahului tahap sebelumnya"),
        ({"winners": "0"}, "lebih besar"),
        ({"year": "1999"}, "lebih besar"),
        ({"rubric": "0"}, "Pilih"),
        ({"cutoff_on": "x"}, "tanggal"),
        ({"level": "province"}, "valid"),
    ],
)
def test_what_cannot_be_is_told_by_its_field(world: ContestWorld, wrong: dict[str, str], words: str) -> None:
    answer = as_official(world, "hadi").post("/lomba/baru/", form_of(**wrong))
    assert answer.status_code == 422
    assert words in text(answer)
    assert not Competition.objects.exists()


def test_who_may_enter_who_not_and_what_would_help(world: ContestWorld) -> None:
    Proposal.objects.filter(kampung=world.kampung[1]).update(profile="")
    competition = world.contest()
    files = competition.file.__class__.objects.count()
    page = text(as_official(world, "hadi").get(f"/lomba/{competition.pk}/syarat/"))
    assert "2 dari 3 Kampung KB" in page
    assert "Profil Contoh Dua belum lengkap." in page
    assert "Profil Kampung KB yang dilengkapi oleh Pokjanya." in page
    assert page.count(">Calonkan<") == 2
    assert competition.file.__class__.objects.count() == files
    own = text(as_official(world, "eko").get(f"/lomba/{competition.pk}/syarat/"))
    assert "Contoh Dua" in own
    assert "Contoh Satu" not in own


def test_a_village_is_nominated_by_one_button_and_only_where_it_may(world: ContestWorld) -> None:
    Proposal.objects.filter(kampung=world.kampung[1]).update(profile="")
    competition = world.contest()
    url, village = f"/lomba/{competition.pk}/calonkan/", as_official(world, "fitri")
    assert "Dicalonkan" in text(village.post(url, {"desa": world.kampung[0].pk}, follow=True)).title()
    entry = Entry.objects.get()
    assert (entry.state, entry.file.office) == ("nominated", world.office("village_head"))
    assert Outbox.objects.get(topic="entry_nominated").office == world.office("agency")
    assert village.post(url, {"desa": world.kampung[1].pk}).status_code == 404
    refused = as_official(world, "hadi").post(url, {"desa": world.kampung[1].pk})
    assert refused.status_code == 422
    assert "belum lengkap" in text(refused)
    assert as_official(world, "hadi").get(f"/peserta/{entry.pk}/").status_code == 200
    assert as_official(world, "eko").get(f"/peserta/{entry.pk}/").status_code == 404
    for odd in ("", "x", "0", "9" * 30):
        assert village.post(url, {"desa": odd}).status_code == 404


def test_after_the_last_day_of_nominating_nobody_is_nominated(world: ContestWorld) -> None:
    competition, village = world.contest(nominations_until=BEGIN), as_official(world, "fitri")
    url = f"/lomba/{competition.pk}/"
    assert ">Calonkan<" in text(village.get(f"{url}syarat/"))
    on_day(BEGIN + timedelta(days=1))
    assert "Pencalonan sedang tidak dibuka." in text(village.get(f"{url}syarat/"))
    refused = village.post(f"{url}calonkan/", {"desa": world.kampung[0].pk})
    assert "tidak sedang menerima pencalonan" in text(refused)


def test_the_jury_is_written_down_with_its_decree(world: ContestWorld) -> None:
    competition, agency = world.contest(), as_official(world, "hadi")
    given = {
        "key": "a",
        "decree": world.decree.pk,
        "juri-1-who": world.by("joko").pk,
        "juri-2-who": world.by("indra").pk,
        "juri-3-name": "Contoh Juri Tamu",
        "ketua": "2",
    }
    url = f"/lomba/{competition.pk}/juri/"
    assert "keputusan yang mengangkat juri" in text(agency.post(url, given | {"decree": ""}))
    page = text(agency.post(url, given, follow=True))
    assert "Contoh Juri Tamu" in page
    assert "menilai di kertas" in page
    assert list(competition.jurors.order_by("number").values_list("name", "chair")) == [
        ("Contoh Joko", False),
        ("Contoh Indra", True),
        ("Contoh Juri Tamu", False),
    ]
    assert agency.get("/lomba/1/juri/").status_code == 404
    assert as_official(world, "fitri").get(url).status_code == 404
    assert Outbox.objects.filter(topic="jury_seated").count() == 2


def test_from_the_short_list_to_the_field(world: ContestWorld) -> None:
    competition = world.contest()
    entry = world.nominated(competition)
    world.seat(competition)
    agency = as_official(world, "hadi")
    act(agency, competition, "begin_judging")
    for name in ("check_papers", "shortlist", "present"):
        act(agency, entry, name, "peserta")
    assert fresh(entry).state == "presented"
    visit = {
        "key": "v",
        "version": fresh(entry.file).version,
        "visited_on": "2024-03-04",
        "points": "75,5",
        "note": "Contoh catatan.",
        "photos": photo(),
    }
    url = f"/peserta/{entry.pk}/tinjauan/"
    assert as_official(world, "joko").get(url).status_code == 404
    assert "belum tiba" in text(agency.post(url, visit | {"visited_on": "2024-03-09"}))
    page = text(agency.post(url, visit | {"photos": photo(), "version": fresh(entry.file).version}, follow=True))
    assert "Contoh catatan." in page
    assert Evidence.objects.get(file=entry.pk).kind == "field_check"
    juror = text(as_official(world, "joko").get(f"/peserta/{entry.pk}/nilai/{competition.jurors.get(chair=True).pk}/"))
    assert "Contoh catatan." in juror
    assert "75,5" not in juror


def test_staff_see_what_their_official_decides_and_others_no_acts(world: ContestWorld) -> None:
    competition = world.contest()
    entry = world.nominated(competition)
    staff = text(as_official(world, "ani", "agency").get(f"/lomba/{competition.pk}/"))
    assert "Mulai penilaian" in staff
    assert "belum dapat dilakukan" in staff
    assert "Mulai penilaian" not in text(as_official(world, "fitri").get(f"/lomba/{competition.pk}/"))
    village = text(as_official(world, "fitri").get(f"/peserta/{entry.pk}/"))
    assert "Diskualifikasi" not in village
    refused = act(as_official(world, "fitri"), entry, "disqualify", "peserta", reason="Contoh")
    assert refused.status_code == 422
    assert fresh(entry).state == "nominated"


def test_a_juror_recuses_himself_with_his_reason(world: ContestWorld) -> None:
    competition, [entry, _other] = world.judged()
    seat, juror = competition.jurors.get(chair=True), as_official(world, "joko")
    url = f"/peserta/{entry.pk}/tidak-menilai/{seat.pk}/"
    assert juror.post(url, {"key": "a", "reason": ""}).status_code == 422
    page = text(juror.post(url, {"key": "a", "reason": "Contoh: saudara ketua Pokja."}, follow=True))
    assert "tidak Anda nilai" in page
    assert "saudara ketua Pokja" in text(as_official(world, "hadi").get(f"/lomba/{competition.pk}/"))
    assert "saudara ketua Pokja" not in text(as_official(world, "fitri").get(f"/lomba/{competition.pk}/"))
    assert as_official(world, "indra").get(url).status_code == 404


def test_progress_is_told_without_points_and_the_chair_votes(world: ContestWorld) -> None:
    competition, [entry, other] = world.judged()
    world.score(entry, "joko", output="77.13")
    page = text(as_official(world, "hadi").get(f"/lomba/{competition.pk}/penilaian/"))
    assert "1 dari 2" in page
    assert "77,13" not in page
    assert "77.13" not in page
    url = f"/lomba/{competition.pk}/suara-ketua/"
    assert as_official(world, "indra").post(url, {f"urutan-{entry.pk}": "1"}).status_code == 422
    as_official(world, "joko").post(url, {f"urutan-{entry.pk}": "2", f"urutan-{other.pk}": "1", "urutan-x": "²"})
    assert fresh(competition).preferred == [other.pk, entry.pk]
    assert as_official(world, "fitri").get(f"/lomba/{competition.pk}/penilaian/").status_code == 404


def test_each_place_says_why(world: ContestWorld) -> None:
    competition, entries = world.judged(3)
    for entry, points in zip(entries, ("90", "90", "70"), strict=True):
        world.score_by_all(entry, output=points)
        world.visit(entry, points="60" if entry == entries[0] else "75")
    agency = as_official(world, "hadi")
    assert agency.get(f"/lomba/{competition.pk}/peringkat/").status_code == 404
    act(agency, competition, "lock_ranking")
    page = text(agency.get(f"/lomba/{competition.pk}/peringkat/"))
    assert page.index("Contoh Dua") < page.index("Contoh Satu") < page.index("Contoh Tiga")
    assert "ditentukan oleh nilai tinjauan lapangan: 75" in page
    assert "Rata-rata 3 lembar nilai" in page
    assert "Peringkat ini dipakai bersama" not in page


def test_what_is_lacking_for_the_locking_is_told_by_name(world: ContestWorld) -> None:
    competition, [entry, other] = world.judged()
    world.score(entry, "joko")
    page = text(act(as_official(world, "hadi"), competition, "lock_ranking"))
    assert "Contoh Dua" in page
    assert "belum dipaparkan atau ditinjau" in page
    assert fresh(competition).state == "judging"
    assert other.scores.count() == 0


def test_an_objection_is_handed_in_answered_and_opens_the_judging_again(world: ContestWorld) -> None:
    competition, entries = world.locked("90", "70")
    village, agency = as_official(world, "eko"), as_official(world, "hadi")
    act(village, entries[1], "appeal", "peserta", reason="Contoh: nilai salah ketik.")
    appeal = Appeal.objects.get()
    assert "Contoh: nilai salah ketik." in text(agency.get(f"/sanggahan/{appeal.pk}/"))
    assert f"/sanggahan/{appeal.pk}/" in text(agency.get("/tahun-ini/"))
    assert as_official(world, "fitri").get(f"/sanggahan/{appeal.pk}/").status_code == 404
    assert "Terima sanggahan" not in text(village.get(f"/sanggahan/{appeal.pk}/"))
    act(agency, appeal, "uphold", "sanggahan", reason="Contoh: benar.")
    assert fresh(competition).state == "judging"
    assert "Contoh: benar." in text(village.get(f"/sanggahan/{appeal.pk}/"))
    world.score_by_all(entries[1], output="95")
    act(agency, competition, "lock_ranking", key="again")
    assert newest(competition).number == 2
    assert "Ke-1" in text(agency.get(f"/lomba/{competition.pk}/peringkat/"))


def test_after_the_window_nobody_objects(world: ContestWorld) -> None:
    competition, [entry, _other] = world.locked("90", "70")
    world.window_passes(competition)
    page = text(as_official(world, "fitri").get(f"/peserta/{entry.pk}/"))
    assert "Masa sanggah sudah lewat" in page


def test_the_winners_decree_is_drafted_once_from_the_ranking(world: ContestWorld) -> None:
    competition, entries = world.locked("90", "70", "80", winners=2)
    agency = as_official(world, "hadi")
    for _twice in range(2):
        answer = agency.post(f"/lomba/{competition.pk}/keputusan-pemenang/")
    decree = Decree.objects.get(subject__startswith="Penetapan Pemenang")
    assert answer.headers["Location"] == f"/keputusan/{decree.pk}/"
    rows = decree.rows.order_by("order").values_list("kampung__region__name", "data__note")
    assert list(rows) == [("Contoh Satu", "Juara 1"), ("Contoh Tiga", "Juara 2")]
    [annex] = content_of(decree.file).content["annexes"]
    assert [row["note"] for row in annex["rows"]] == ["Juara 1", "Juara 2"]
    assert as_official(world, "fitri").post(f"/lomba/{competition.pk}/keputusan-pemenang/").status_code == 422
    world.window_passes(competition)
    assert "Sebutkan keputusan" in text(act(agency, competition, "award"))
    act(agency, competition, "award", paper="Keputusan Bupati Contoh 1/2024", key="with paper")
    assert (fresh(competition).state, fresh(competition).source) == ("awarded", "Keputusan Bupati Contoh 1/2024")
    assert [fresh(entry).state for entry in entries] == ["awarded", "ranked", "awarded"]


def test_the_record_of_the_jury_keeps_its_signatories_when_its_draft_is_saved_as_it_stands(world: ContestWorld) -> None:
    competition, _entries = world.locked("90", "70")
    agency = as_official(world, "hadi")
    page = agency.post(f"/surat/tentang/{competition.pk}/berita_acara_penilaian/", follow=True)
    draft, letter = page.context["draft"], Letter.objects.get(kind="berita_acara_penilaian")
    signing = list(letter.parties.values_list("role", "office"))
    shown = {field.html_name: field.value() for sheet in [*draft.sheets, draft.parties.management_form] for field in sheet}
    saved = agency.post(f"/surat/{letter.pk}/isian/", {name: value for name, value in shown.items() if value is not None})
    assert saved.status_code == 302, saved.context["draft"].errors
    assert list(letter.parties.values_list("role", "office")) == signing
    assert len(signing) == 4


def test_the_first_goes_on_to_the_province(world: ContestWorld) -> None:
    competition, [first, _second] = world.locked("90", "70")
    above = world.provincial()
    world.window_passes(competition)
    agency = as_official(world, "hadi")
    page = text(act(agency, first, "forward", "peserta", competition=above.pk))
    assert "Diajukan ke" in page
    went = Entry.objects.get(competition=above)
    assert "Maju dari" in text(as_official(world, "lina").get(f"/peserta/{went.pk}/"))


def test_the_year_tells_a_juror_what_waits_for_him(world: ContestWorld) -> None:
    assert "Belum ada lomba." in text(as_official(world, "joko").get("/tahun-ini/"))
    _competition, [entry, other] = world.judged()
    assert "2 lembar nilai belum selesai." in text(as_official(world, "joko").get("/tahun-ini/"))
    for one in (entry, other):
        world.score(one, "joko")
    assert "belum selesai" not in text(as_official(world, "joko").get("/tahun-ini/"))


def test_a_draft_is_its_offices_alone(world: ContestWorld) -> None:
    given = {
        "level": "regency",
        "year": 2024,
        "cutoff_on": world.decree.decided_on,
        "rubric": RubricVersion.objects.get(),
    }
    draft = start_competition(world.regency, world.by("hadi"), **given)
    assert str(draft) in text(as_official(world, "ani", "agency").get("/lomba/"))
    assert str(draft) not in text(as_official(world, "citra").get("/lomba/"))
    assert as_official(world, "citra").get(f"/lomba/{draft.pk}/").status_code == 404
    assert str(draft) not in text(as_official(world, "citra").get("/cari/?q=lomba"))
    assert str(draft) in text(as_official(world, "hadi").get("/cari/?q=lomba"))
