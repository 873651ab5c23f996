"""PKB, Camat and agency check an evaluation in *Tinjau*: answers, photos, figures, why the class; returns pinned to fields."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from tests.backend.pages.decrees import as_official, sent
from tests.evaluation_world import EvaluationWorld
from tests.workflows.evaluations.vectors import V3
from tests.workflows.reports.figures import POPULATION
from worker.subjects import about_file
from workflows.core.door import perform
from workflows.core.models import Outbox
from workflows.evaluations.drafting import save_answers
from workflows.evaluations.facts import Facts
from workflows.evaluations.models import Evaluation
from workflows.reports.drafting import save_report, start_report
from workflows.reports.models import Report


def shown(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


@pytest.fixture
def submitted(world: EvaluationWorld) -> Evaluation:
    return world.handed_in_evaluation()


def test_the_field_officer_sees_answers_photos_figures_and_the_class(world: EvaluationWorld, submitted: Evaluation) -> None:
    page = shown(as_official(world, "gita"), f"/tugas/{world.task(submitted, 'pkb').pk}/")
    for words in ("Jumlah pertemuan Pokja tahun ini", "kelas-1.jpg", "Berkembang", "peserta KB semua cara: 60", "3,40"):
        assert words in page
    assert 'name="pin" value="pokja.meetings"' in page
    assert 'name="pin" value="activities.photos"' in page


def test_why_a_class_is_told_indicator_by_indicator(world: EvaluationWorld, submitted: Evaluation) -> None:
    page = shown(as_official(world, "hadi"), f"/evaluasi/{submitted.pk}/")
    for words in (
        "Indeks Masukan dan Proses mencapai 3,00", "Naikkan peserta MKJP", "20–22 %", "Apa yang menaikkannya?", "Berkelanjutan",
        "Untuk setiap indeks cukup salah satu cara", "jenis poktan yang ada: BKB, BKL, BKR, PIK-R, UPPKA",
    ):  # fmt: skip
        assert words in page


def test_what_nobody_reported_is_named_with_the_way_to_report_it(world: EvaluationWorld, figures: Any) -> None:
    figures(Facts())
    evaluation = world.handed_in_evaluation()
    page = shown(as_official(world, "hadi"), f"/evaluasi/{evaluation.pk}/")
    assert "belum dapat dihitung" in page
    assert "pasangan usia subur (PUS)" in page
    assert f"/laporan/desa/{evaluation.kampung_id}/" in page


def test_the_reports_behind_a_class_stay_those_that_counted_when_it_was_frozen(world: EvaluationWorld) -> None:
    telling, kampung = world.staff(0), world.evaluation().kampung
    for year in (2023, 2024):
        told = start_report(kampung, "population", date(year, 1, 1), telling)
        save_report(told, telling, figures=POPULATION)
        perform(Report.send, told, by=telling)
    submitted = world.handed_in_evaluation()
    address, hadi = f"/evaluasi/{submitted.pk}/", as_official(world, "hadi")
    counted = f'<a href="/laporan/{told.pk}/">Data kependudukan Kampung KB, tahun 2024</a> <span class="quiet">Contoh '
    assert counted in (page := shown(hadi, address))
    assert "tahun 2023" not in page
    assert "sejak itu diperbaiki" not in page
    perform(Report.correct, told, by=telling, reason="Contoh.", values={"figures": {"families_at_risk": 44}})
    assert counted in (page := shown(hadi, address))
    assert "sejak itu diperbaiki" in page
    assert f"/laporan/{Report.objects.get(replaces=told).pk}/" not in page


def test_a_remark_is_pinned_to_a_field_of_the_questionnaire(world: EvaluationWorld, submitted: Evaluation) -> None:
    gita, task = as_official(world, "gita"), world.task(submitted, "pkb")
    page = shown(gita, f"/tugas/{task.pk}/?pin=pokja.meetings")
    assert "Catatan pada Pokja: Jumlah pertemuan Pokja tahun ini" in page
    typed = {"note.pokja.meetings": "Cocokkan.", "place1": "activities", "text1": "Foto buram."}
    answer = sent(gita, task, "return_to_drafter", reason="Lengkapi.", **typed)
    assert answer.status_code == 302
    found = task.remarks.order_by("pk").values_list("part", "target", "text")
    assert list(found) == [("pokja", "pokja.meetings", "Cocokkan."), ("activities", "activities", "Foto buram.")]
    assert world.evaluation().state == "returned"


def test_each_office_approves_on_its_page(world: EvaluationWorld, submitted: Evaluation) -> None:
    for role, login in (("pkb", "gita"), ("camat", "budi"), ("agency", "hadi")):
        client, task = as_official(world, login, role), world.task(submitted, role)
        assert sent(client, task, "approve").status_code == 302
    assert world.evaluation().state == "accepted"
    told = Outbox.objects.get(topic="evaluation_accepted")
    assert (told.office, told.object_id) == (submitted.file.office, submitted.pk)
    assert "sudah diterima. Jawabannya terkunci" in about_file(told).text
    assert "Berkembang" in shown(as_official(world, "citra"), f"/evaluasi/{submitted.pk}/")


def test_figures_corrected_meanwhile_are_computed_again_on_its_page(
    world: EvaluationWorld, submitted: Evaluation, figures: Any
) -> None:
    for role, login in (("pkb", "gita"), ("camat", "budi")):
        world.approve(submitted, role, login)
    figures(V3)
    hadi, task = as_official(world, "hadi"), world.task(submitted, "agency")
    assert "Hitung ulang dahulu" in shown(hadi, f"/tugas/{task.pk}/")
    form = next(one.form for one in hadi.get(f"/evaluasi/{submitted.pk}/").context["offers"] if one.name == "recompute")
    hadi.post(f"/evaluasi/{submitted.pk}/recompute/", {name: form[name].value() for name in ("key", "version")})
    assert world.evaluation().computed == "berkelanjutan"
    page = shown(as_official(world, "gita"), f"/berkas/{submitted.pk}/bandingkan/")
    for words in ("Peserta IUD", "Hasil hitungan", "Berkelanjutan"):
        assert words in page


def test_what_was_changed_after_a_return_is_told_answer_by_answer(world: EvaluationWorld, submitted: Evaluation) -> None:
    world.send_back(submitted, "pkb", "gita")
    save_answers(submitted, world.staff(0), {"pokja": {"meetings": 11}})
    perform(Evaluation.resubmit, submitted, by=world.staff(0))
    page = shown(as_official(world, "gita"), f"/tugas/{world.task(submitted, 'pkb').pk}/")
    assert "Pokja: Jumlah pertemuan Pokja tahun ini" in page
    assert "<del>12</del><ins>11</ins>" in page
