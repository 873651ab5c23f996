"""The village's page of an evaluation: saving sections, photos, what others changed, what is missing, handing in."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.backend.pages.decrees import as_official
from tests.backend.rounds.conftest import picture
from tests.evaluation_world import ANSWERS, DAYS, EvaluationWorld
from tests.world import on_day
from workflows.core.door import perform
from workflows.evaluations.drafting import save_answers, save_section
from workflows.evaluations.models import Evaluation, EvidencePhoto, Round, SavedSection

JSON = {"Accept": "application/json"}
POKJA = {"pokja.meets": "yes", "pokja.meetings": "12", "pokja.roster_current": "no", "pokja.pokja_note": ""}


def at(evaluation: Evaluation, section: str = "pokja", more: str = "") -> str:
    return f"/evaluasi/{evaluation.pk}/bagian/{section}/{more}"


def send(client: Client, evaluation: Evaluation, section: str = "pokja", read: int = 0, key: str = "k1", **typed: Any) -> Any:
    return client.post(at(evaluation, section), {"key": key, "read": read, **typed}, headers=JSON)


def answers(world: EvaluationWorld) -> dict[str, Any]:
    return world.evaluation().answers


def page(client: Client, evaluation: Evaluation) -> str:
    return client.get(f"/evaluasi/{evaluation.pk}/").content.decode()


# --- one section


def test_a_section_is_saved_and_says_how_far_it_all_is(world: EvaluationWorld, ani: Client) -> None:
    answer = send(ani, world.evaluation(), "planning", **{"planning.work_plan": "yes", "planning.figures_agree": "no"})
    assert answer.status_code == 200
    assert answer.json()["version"] == 1
    assert answer.json()["progress"] == "1 dari 5 bagian lengkap"
    assert answer.json()["saved_at"].startswith("20")
    assert answers(world) == {"planning": {"work_plan": True, "figures_agree": False}}


def test_half_a_section_is_kept_and_an_emptied_field_takes_its_answer_back(world: EvaluationWorld, ani: Client) -> None:
    send(ani, world.evaluation(), **POKJA)
    send(ani, world.evaluation(), read=1, key="k2", **{"pokja.meets": "yes", "pokja.meetings": ""})
    assert answers(world) == {"pokja": {"meets": True}}


def test_the_same_form_sent_again_is_the_same_saving_even_after_others(world: EvaluationWorld, ani: Client) -> None:
    evaluation = world.evaluation()
    first = send(ani, evaluation, **POKJA).json()
    save_section(evaluation, world.staff(0), "pokja", {"meetings": 3}, read=1)
    again = send(ani, evaluation, **POKJA)
    assert (again.status_code, again.json()["version"], again.json()["saved_at"]) == (200, 1, first["saved_at"])
    assert answers(world)["pokja"]["meetings"] == 3
    assert SavedSection.objects.count() == 2


def test_what_somebody_else_saved_meanwhile_is_not_overwritten(world: EvaluationWorld, ani: Client) -> None:
    evaluation = world.evaluation()
    save_section(evaluation, world.appoint("indra", world.office("village_head"), "staf"), "pokja", {"meetings": 3}, read=0)
    answer = send(ani, evaluation, **POKJA)
    assert answer.status_code == 409
    said = answer.json()
    assert (said["by"], said["version"]) == ("Contoh Indra", 1)
    assert said["theirs"] == {"pokja.meets": "", "pokja.meetings": "3", "pokja.roster_current": "", "pokja.pokja_note": ""}
    assert said["at"]
    assert answers(world) == {"pokja": {"meetings": 3}}


def test_another_section_is_no_conflict(world: EvaluationWorld, ani: Client) -> None:
    evaluation = world.evaluation()
    save_section(evaluation, world.staff(0), "needs", {"hardest": "Contoh"}, read=0)
    assert send(ani, evaluation, **POKJA).status_code == 200


def test_who_says_what_stands_already_has_saved_it(world: EvaluationWorld, ani: Client) -> None:
    evaluation = world.evaluation()
    save_section(evaluation, world.staff(0), "pokja", {"meetings": 3}, read=0)
    answer = send(ani, evaluation, key="other", **{"pokja.meetings": "3"})
    assert (answer.status_code, answer.json()["version"], SavedSection.objects.count()) == (200, 1, 1)


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"pokja.meetings": "-1"}, "pokja.meetings"),
        ({"pokja.meetings": "dua"}, "pokja.meetings"),
        ({"pokja.meetings": "9" * 5000}, "pokja.meetings"),
        ({"pokja.meets": "mungkin"}, "pokja.meets"),
        ({"pokja.pokja_note": "x" * 2001}, "pokja.pokja_note"),
        ({"key": ""}, "key"),
        ({"read": "x"}, "read"),
    ],
)
def test_a_wrong_answer_is_named(world: EvaluationWorld, ani: Client, typed: dict[str, str], field: str) -> None:
    answer = ani.post(at(world.evaluation()), {"key": "k", "read": 0} | typed, headers=JSON)
    assert (answer.status_code, list(answer.json()["problems"])) == (422, [field])
    assert answers(world) == {}


def test_without_a_script_it_goes_on_to_the_next_section(world: EvaluationWorld, ani: Client) -> None:
    evaluation = world.evaluation()
    answer = ani.post(at(evaluation), {"key": "k", "read": 0} | POKJA)
    assert answer.url == f"/evaluasi/{evaluation.pk}/?bagian=facilities#facilities"
    assert '<details class="fold" open><summary><h2 id="judul-facilities">' in ani.get(answer.url).content.decode()


def test_without_a_script_errors_and_conflicts_keep_what_was_typed(world: EvaluationWorld, ani: Client) -> None:
    evaluation = world.evaluation()
    wrong = ani.post(at(evaluation), {"key": "k", "read": 0, "pokja.meetings": "dua"})
    assert (wrong.status_code, 'value="dua"' in wrong.content.decode()) == (422, True)
    save_section(evaluation, world.staff(0), "pokja", {"meetings": 3}, read=0)
    both = ani.post(at(evaluation), {"key": "k", "read": 0, "pokja.meetings": "4"})
    shown = both.content.decode()
    assert (both.status_code, "sudah diubah Contoh Ani" in shown, "<dd>3</dd>" in shown) == (409, True, True)
    form = next(part.form for part in both.context["page"].parts if part.section.key == "pokja")
    sent = {name: form[name].value() for name in ("key", "read")}
    assert ani.post(at(evaluation), sent | {"pokja.meetings": "4"}).status_code == 302
    assert answers(world) == {"pokja": {"meetings": 4}}


def test_only_the_village_has_the_form(world: EvaluationWorld) -> None:
    evaluation = world.evaluation()
    for login in ("eko", "gita", "budi", "hadi"):
        client = as_official(world, login)
        assert send(client, evaluation, **POKJA).status_code == 404
        assert client.post(at(evaluation, more="foto/"), {"key": "k", "file": picture()}).status_code == 404
    assert answers(world) == {}


@pytest.mark.parametrize(("login", "seen"), [("eko", 404), ("gita", 200), ("budi", 200), ("hadi", 200), ("citra", 200)])
def test_who_reads_it(world: EvaluationWorld, login: str, seen: int) -> None:
    answer = as_official(world, login).get(f"/evaluasi/{world.evaluation().pk}/")
    assert answer.status_code == seen
    assert b"data-offline" not in answer.content.replace(b"data-offline hidden", b"")


# --- photos


def test_a_photo_is_sent_alone_and_once(world: EvaluationWorld, ani: Client) -> None:
    evaluation = world.evaluation()
    first = ani.post(at(evaluation, more="foto/"), {"key": "p1", "file": picture()}, headers=JSON)
    again = ani.post(at(evaluation, more="foto/"), {"key": "p1", "file": picture("lain.jpg", "navy")}, headers=JSON)
    assert (first.status_code, first.json()) == (200, again.json())
    assert EvidencePhoto.objects.get().pk == first.json()["id"]
    other = ani.post(at(evaluation, more="foto/"), {"key": "p2", "file": picture("lain.jpg", "navy")}, headers=JSON)
    assert other.json()["id"] != first.json()["id"]


@pytest.mark.parametrize(
    ("name", "content"), [("surat.txt", b"halo"), ("foto.jpg", b"\xff\xd8\xff rusak"), ("kosong.jpg", b"")]
)
def test_what_is_no_picture_is_refused_in_words(world: EvaluationWorld, ani: Client, name: str, content: bytes) -> None:
    sent = {"key": "p1", "file": SimpleUploadedFile(name, content)}
    answer = ani.post(at(world.evaluation(), more="foto/"), sent, headers=JSON)
    assert (answer.status_code, list(answer.json()["problems"])) == (422, ["file"])
    assert not EvidencePhoto.objects.exists()


def test_a_photo_without_a_file_names_it(world: EvaluationWorld, ani: Client) -> None:
    answer = ani.post(at(world.evaluation(), more="foto/"), {"key": "p1"}, headers=JSON)
    assert list(answer.json()["problems"]) == ["file"]


def test_a_photo_is_shown_and_taken_away(world: EvaluationWorld, ani: Client) -> None:
    evaluation = world.evaluation()
    ani.post(at(evaluation, more="foto/"), {"key": "p1", "file": picture(), "note": "Rapat Contoh"})
    photo = EvidencePhoto.objects.get()
    assert f"/lampiran/{photo.attachment_id}/kecil/" in page(ani, evaluation)
    assert ani.post(f"/evaluasi/{evaluation.pk}/foto/{photo.pk}/lepas/").status_code == 302
    assert not EvidencePhoto.objects.exists()


# --- progress, last year, handing in


def test_what_is_missing_stands_beside_each_section(world: EvaluationWorld, ani: Client) -> None:
    save_answers(world.evaluation(), world.staff(0), {name: ANSWERS[name] for name in ("planning", "needs", "pokja")})
    shown = page(ani, world.evaluation())
    assert "2 dari 5 bagian lengkap" in shown
    assert "kurang: foto bukti (0 dari 1)" in shown
    assert "Menunggu Kepala Desa Contoh Satu" in shown


def test_the_village_comes_from_its_task_to_where_it_answers(world: EvaluationWorld, ani: Client) -> None:
    evaluation = world.evaluation()
    task = evaluation.file.assignments.get()
    assert "Isi evaluasi" in ani.get("/").content.decode()
    assert ani.get(f"/tugas/{task.pk}/").headers["Location"] == f"/evaluasi/{evaluation.pk}/"
    perform(Evaluation.submit, world.answered(), by=world.staff(0))
    assert ani.get(f"/tugas/{task.pk}/").status_code == 200


def test_what_was_closed_says_so_before_anybody_fills_it_in(world: EvaluationWorld, ani: Client) -> None:
    evaluation = world.evaluation()
    assert "sudah ditutup" not in page(ani, evaluation)
    perform(Round.close_answers, evaluation.round, by=world.by("hadi"))
    assert "Mintalah OPD KB membukanya kembali" in page(ani, evaluation)
    perform(Evaluation.admit_late, evaluation, by=world.by("hadi"), reason="Banjir.", values={"until": "2024-12-20"})
    assert "sudah ditutup" not in (shown := page(ani, evaluation))
    assert "“Banjir.”" in shown


def test_what_is_missing_is_named_before_the_button(world: EvaluationWorld, ani: Client) -> None:
    evaluation = world.evaluation()
    shown = ani.get(f"/evaluasi/{evaluation.pk}/periksa/").content.decode()
    assert "Belum dapat diajukan" in shown
    assert "Lengkapi Pokja</a>: Pokja bertemu paling sedikit sekali sebulan" in shown
    assert "/submit/" not in shown


def test_it_is_looked_over_with_the_class_to_expect_and_handed_in(world: EvaluationWorld, ani: Client) -> None:
    evaluation = world.answered()
    shown = ani.get(f"/evaluasi/{evaluation.pk}/periksa/")
    assert "Berkembang" in shown.content.decode()
    form = shown.context["offers"][0].form
    answer = ani.post(f"/evaluasi/{evaluation.pk}/submit/", {name: form[name].value() for name in ("key", "version")})
    assert (answer.url, world.evaluation().state) == (f"/evaluasi/{evaluation.pk}/", "submitted")
    assert f"Menunggu {world.office('pkb').label}" in page(ani, evaluation)


def test_what_was_handed_in_is_only_read(world: EvaluationWorld, ani: Client) -> None:
    evaluation = world.handed_in_evaluation()
    assert "data-section" not in page(ani, evaluation)
    assert send(ani, evaluation, read=1, **POKJA).status_code == 422
    sent = ani.post(at(evaluation, more="foto/"), {"key": "p", "file": picture()}, headers=JSON)
    assert (sent.status_code, "sedang diperiksa" in sent.json()["problems"][""]) == (422, True)


def test_last_years_answers_stand_beside_and_are_taken_over(world: EvaluationWorld, ani: Client) -> None:
    world.accepted()
    days = {name: day.replace(year=2025) for name, day in DAYS.items()}
    on_day(days["opens_on"])
    perform(Round.open, world.planned(2025, **days), by=world.by("hadi"))
    newer = Evaluation.objects.get(kampung=world.units[0], round__year=2025)
    assert "Tahun 2024: 12" in " ".join(page(ani, newer).replace("\n", " ").split())
    for read, target in enumerate(["pokja.meetings", "pokja.meets"]):
        ani.post(at(newer), {"key": target, "read": read, "same": target, "pokja.meetings": "12" if read else ""})
    newer.refresh_from_db()
    assert newer.answers == {"pokja": {"meetings": 12, "meets": True}}


# --- returned


def test_a_return_shows_its_remarks_at_their_fields_and_takes_what_was_done(world: EvaluationWorld, ani: Client) -> None:
    evaluation = world.handed_in_evaluation()
    remarks = [{"part": "pokja", "target": "pokja.meetings", "text": "Cocokkan dengan notulen."}, {"text": "Secara umum baik."}]
    task = world.send_back(evaluation, "pkb", "gita", values={"remarks": remarks}, reason="Lengkapi.")
    remark = task.remarks.get(target="pokja.meetings")
    home = ani.get("/").content.decode()
    assert "Dikembalikan kepada kantor Anda" in home
    assert f'href="/evaluasi/{evaluation.pk}/"' in home
    assert ani.get(f"/berkas/{evaluation.pk}/perbaiki/").url == f"/evaluasi/{evaluation.pk}/"
    shown = page(ani, evaluation)
    told = [f"Dikembalikan {world.office('pkb').label}", "Cocokkan dengan notulen.", "Secara umum baik."]
    for words in [*told, f'name="remark.{remark.pk}"']:
        assert words in shown
    answer = send(ani, evaluation, read=1, **POKJA | {"pokja.meetings": "11", f"remark.{remark.pk}": "Sudah dicocokkan."})
    remark.refresh_from_db()
    assert (answer.status_code, remark.answer, remark.resolved) == (200, "Sudah dicocokkan.", True)
    again = ani.get(f"/evaluasi/{evaluation.pk}/periksa/").context["offers"][0]
    assert (again.name, again.problems) == ("resubmit", [])
