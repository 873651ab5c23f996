"""What came back: only what has a remark is put right, remarks on the whole are answered too, and it is counted."""

from typing import Any

import pytest
from django.test import Client

from tests.backend.pages.decrees import as_official
from tests.backend.rounds.conftest import picture
from tests.backend.rounds.test_answering import POKJA, at, page, send
from tests.evaluation_world import EvaluationWorld
from workflows.core.door import perform
from workflows.core.errors import Refused
from workflows.evaluations.drafting import detach_photo, save_answers
from workflows.evaluations.models import Evaluation
from workflows.routes.models import Assignment, Remark
from workflows.routes.remarks import answer_remarks

ON_MEETINGS = {"part": "pokja", "target": "pokja.meetings", "text": "Cocokkan."}
ON_THE_WHOLE = {"part": "", "target": "", "text": "Rapikan semuanya."}


def returned(world: EvaluationWorld, *remarks: dict[str, str]) -> Evaluation:
    evaluation = world.handed_in_evaluation()
    world.send_back(evaluation, "pkb", "gita", values={"remarks": list(remarks)})
    return world.evaluation()


def test_a_section_without_a_remark_is_locked_and_can_be_read(world: EvaluationWorld, ani: Client) -> None:
    evaluation = returned(world, ON_MEETINGS)
    shown = page(ani, evaluation)
    assert "Tidak diberi catatan, jadi terkunci" in shown
    assert "APBD" in shown
    assert shown.count("data-offline ") == 1
    answer = send(ani, evaluation, "needs", read=1, **{"needs.hardest": "Contoh lain."})
    assert answer.status_code == 422
    assert "terkunci" in answer.json()["problems"][""]
    assert world.evaluation().answers["needs"]["hardest"] == "Contoh jarak."
    photo = ani.post(at(evaluation, "facilities", "foto/"), {"key": "f", "file": picture()}, headers={"Accept": "application/json"})
    assert photo.status_code == 422
    with pytest.raises(Refused):
        detach_photo(evaluation.photos.get(section="facilities"), world.staff(0))
    assert send(ani, evaluation, read=1, **POKJA).status_code == 200


def test_a_remark_on_the_whole_or_on_the_outcome_locks_nothing(world: EvaluationWorld, ani: Client) -> None:
    on_the_outcome = {"part": "outcome", "target": "outcome", "text": "Mengapa?"}
    evaluation = returned(world, ON_MEETINGS, on_the_outcome)
    assert "jadi terkunci" not in page(ani, evaluation)
    assert send(ani, evaluation, "needs", read=1, **{"needs.hardest": "Contoh lain."}).status_code == 200


def test_what_was_opened_again_by_the_agency_is_bound_by_no_older_remark(world: EvaluationWorld, ani: Client) -> None:
    evaluation = returned(world, ON_MEETINGS)
    save_answers(evaluation, world.staff(0), {"pokja": {"meetings": 11}})
    perform(Evaluation.resubmit, evaluation, by=world.staff(0))
    for role, login in (("pkb", "gita"), ("camat", "budi"), ("agency", "hadi")):
        world.approve(evaluation, role, login)
    perform(Evaluation.reopen, evaluation, by=world.by("hadi"), reason="Contoh.", values={"until": "2024-03-20"})
    shown = page(ani, evaluation)
    assert "Pengisian dibuka lagi sampai 20 Maret 2024" in shown
    assert "“Contoh.”" in shown
    assert "1 catatan" not in shown
    save_answers(evaluation, world.staff(0), {"needs": {"hardest": "Contoh lain."}})
    assert world.evaluation().answers["needs"]["hardest"] == "Contoh lain."


def test_a_remark_on_the_whole_is_answered_with_the_first_section(world: EvaluationWorld, ani: Client) -> None:
    evaluation = returned(world, ON_THE_WHOLE)
    shown = page(ani, evaluation)
    assert "Catatan untuk seluruh isian" in shown
    assert "1 catatan: 0 selesai" in shown
    remark = Remark.objects.get()
    answer = send(ani, evaluation, read=1, **POKJA, **{f"remark.{remark.pk}": "Sudah dirapikan."})
    assert answer.status_code == 200
    remark.refresh_from_db()
    assert (remark.resolved, remark.answer) == (True, "Sudah dirapikan.")
    assert "1 catatan: 1 selesai" in page(ani, evaluation)


def test_each_remark_is_seen_to_before_it_is_handed_in_again(world: EvaluationWorld, ani: Client) -> None:
    """By another answer at its place or by a word; what cannot be answered otherwise, by a word."""
    on_the_outcome = {"part": "outcome", "target": "outcome", "text": "Mengapa?"}
    evaluation, by = returned(world, ON_MEETINGS, on_the_outcome), world.staff(0)
    waiting = "Belum ditanggapi: ubah isiannya"
    assert page(ani, evaluation).count(waiting) == 2
    look_over = ani.get(f"/evaluasi/{evaluation.pk}/periksa/").content.decode()
    assert f"/evaluasi/{evaluation.pk}/?bagian=pokja#pokja.meetings" in look_over
    assert "Ajukan ulang</button>" not in look_over
    save_answers(evaluation, by, {"pokja": {"meetings": 11}})
    with pytest.raises(Refused) as refusal:
        perform(Evaluation.resubmit, evaluation, by=by)
    [problem] = refusal.value.problems
    assert (problem.rule, problem.words.partition(":")[0]) == ("remarks_seen", "Hasil hitungan")
    assert page(ani, evaluation).count(waiting) == 1
    answer_remarks(evaluation.file, by, {Remark.objects.get(target="outcome").pk: "Laporannya sudah dikoreksi."})
    perform(Evaluation.resubmit, evaluation, by=by)
    assert world.evaluation().state == "submitted"


def test_the_first_open_remark_has_the_focus(world: EvaluationWorld, ani: Client) -> None:
    """In the order of the page, whatever the order of the return."""
    evaluation = returned(world, {"part": "activities", "target": "activities.best", "text": "Sebutkan."}, ON_MEETINGS)
    shown: Any = page(ani, evaluation).split("autofocus>")
    assert len(shown) == 2
    assert "Cocokkan." in shown[1][:200]


def test_a_photo_leads_back_to_its_section_and_to_a_remark(world: EvaluationWorld) -> None:
    evaluation = world.handed_in_evaluation()
    photo, task = evaluation.photos.get(section="facilities"), Assignment.objects.get(file=evaluation.pk, state="open")
    gita = as_official(world, "gita")
    address = f"/lampiran/{photo.attachment_id}/gambar/?foto={photo.pk}"
    assert f"{address}&amp;tugas={task.pk}" in gita.get(f"/tugas/{task.pk}/").content.decode()
    shown = gita.get(f"{address}&tugas={task.pk}").content.decode()
    assert f'href="/tugas/{task.pk}/#facilities"' in shown
    assert f'href="/tugas/{task.pk}/?pin=facilities.photos"' in shown
    assert f'href="/evaluasi/{evaluation.pk}/?bagian=facilities#facilities"' in gita.get(address).content.decode()
