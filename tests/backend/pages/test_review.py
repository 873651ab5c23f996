from uuid import uuid4

from tests.backend.pages.decrees import (
    approved_up_to,
    as_official,
    handed_in,
    offered,
    sent,
    task_of,
    with_paper,
)
from tests.world import World
from workflows.core.models import JournalEntry
from workflows.routes.models import Assignment, Remark


def test_the_paper_the_ladder_and_the_history_are_shown(world: World) -> None:
    decree = handed_in(world)
    page = as_official(world, "hadi").get(f"/tugas/{task_of(decree).pk}/").content.decode()
    for words in [
        "MEMUTUSKAN:",
        "Contoh Satu",
        "Tangga persetujuan",
        "mengajukan berkas",
        "CONTOH – bukan naskah resmi",
    ]:
        assert words in page


def test_an_office_without_a_holder_is_named_so(world: World) -> None:
    decree = handed_in(world)
    world.by("joko").delete()
    assert "tanpa pejabat" in as_official(world, "hadi").get(f"/tugas/{task_of(decree).pk}/").content.decode()


def test_approving_leads_to_a_receipt_that_says_who_is_next(world: World) -> None:
    decree = handed_in(world)
    hadi = as_official(world, "hadi")
    answer = sent(hadi, task_of(decree), "approve")
    receipt = hadi.get(answer.headers["Location"]).content.decode()
    assert "nomor rujukan" in receipt
    assert "Kepala Bagian Hukum" in receipt
    assert task_of(decree).office.role == "legal"


def test_a_double_click_is_one_act(world: World) -> None:
    decree = handed_in(world)
    hadi, task = as_official(world, "hadi"), task_of(decree)
    form = offered(hadi, task, "approve")
    typed = {name: form[name].value() for name in ("key", "version", "read")}
    first, second = (hadi.post(f"/tugas/{task.pk}/approve/", typed) for _click in range(2))
    assert first.headers["Location"] == second.headers["Location"]
    assert JournalEntry.objects.filter(act="routes.Assignment.approve").count() == 1


def test_a_stale_page_shows_what_changed_and_keeps_what_was_typed(world: World) -> None:
    decree = handed_in(world)
    hadi, task = as_official(world, "hadi"), task_of(decree)
    form = offered(hadi, task, "approve")
    typed = {name: form[name].value() for name in ("key", "version", "read")} | {"reason": "Sudah saya baca."}
    sent(hadi, task, "ask_opinion", office=world.office("legal").pk, question="Apakah dasar hukumnya cukup?")
    answer = hadi.post(f"/tugas/{task.pk}/approve/", typed)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "meminta pendapat" in page
    assert "Sudah saya baca." in page
    again = next(offer for offer in answer.context["offers"] if offer.name == "approve").form
    renewed = {name: again[name].value() for name in ("key", "version", "read", "reason")}
    assert hadi.post(f"/tugas/{task.pk}/approve/", renewed).status_code == 302


def test_a_return_carries_its_remarks_to_the_drafter(world: World) -> None:
    decree = handed_in(world)
    sent(
        as_official(world, "hadi"), task_of(decree), "return_to_drafter",
        reason="Perbaiki diktum.", place1="clauses", number1="2", text1="Tulis tanggalnya.",
    )  # fmt: skip
    decree.refresh_from_db()
    remark = Remark.objects.get()
    assert (decree.state, remark.part, remark.target, remark.text) == (
        "returned",
        "text",
        "clauses.2",
        "Tulis tanggalnya.",
    )
    page = as_official(world, "ani", "agency").get(f"/keputusan/{decree.pk}/").content.decode()
    assert "Diktum 2" in page
    assert "Ajukan ulang" in page


def test_a_return_without_a_reason_is_not_sent(world: World) -> None:
    decree = handed_in(world)
    answer = sent(as_official(world, "hadi"), task_of(decree), "return_to_drafter", text1="Catatan ini tidak hilang.")
    assert answer.status_code == 422
    assert "Catatan ini tidak hilang." in answer.content.decode()
    assert task_of(decree).office.role == "agency"


def test_return_to_a_chosen_earlier_step(world: World) -> None:
    decree = approved_up_to(world, handed_in(world), "assistant")
    joko, task = as_official(world, "joko"), task_of(decree)
    step = next(s for s in offered(joko, task, "return_to_step").fields["step"].queryset if s.role == "agency")
    sent(joko, task, "return_to_step", step=step.pk, reason="Periksa lagi daftarnya.")
    assert task_of(decree).office.role == "agency"


def test_reject(world: World) -> None:
    decree = handed_in(world)
    sent(as_official(world, "hadi"), task_of(decree), "reject", reason="Tidak sesuai aturan.")
    decree.refresh_from_db()
    assert decree.state == "rejected"


def test_take_back_an_approval_before_the_next_act(world: World) -> None:
    decree = handed_in(world)
    hadi, task = as_official(world, "hadi"), task_of(decree)
    sent(hadi, task, "approve")
    sent(hadi, Assignment.objects.get(pk=task.pk), "withdraw")
    assert task_of(decree).office.role == "agency"


def test_ask_and_give_an_opinion(world: World) -> None:
    decree = handed_in(world)
    sent(
        as_official(world, "hadi"),
        task_of(decree),
        "ask_opinion",
        office=world.office("legal").pk,
        question="Cukupkah?",
    )
    asked = task_of(decree, "opinion")
    budi = as_official(world, "budi", "legal")
    assert "Cukupkah?" in budi.get(f"/tugas/{asked.pk}/").content.decode()
    sent(budi, asked, "give_opinion", opinion="Cukup.")
    asked.refresh_from_db()
    assert (asked.state, asked.note) == ("approved", "Cukup.")


def test_the_superior_passes_a_task_on(world: World) -> None:
    decree = approved_up_to(world, handed_in(world), "legal")
    joko, task = as_official(world, "joko"), task_of(decree)
    sent(joko, task, "reassign", office=world.office("assistant").pk, reason="Kepala bagian cuti.")
    assert task_of(decree).office.role == "assistant"


def test_what_is_not_mine_is_grey_and_says_whose_it_is(world: World) -> None:
    decree = approved_up_to(world, handed_in(world), "secretary")
    page = as_official(world, "citra").get(f"/tugas/{task_of(decree).pk}/").content.decode()
    assert "belum dapat dilakukan" in page
    assert "Tugas ini milik Sekretaris Daerah Kabupaten Contoh Raya" in page


def test_an_act_sent_by_a_stranger_is_refused_in_words(world: World) -> None:
    decree = approved_up_to(world, handed_in(world), "secretary")
    task = task_of(decree)
    answer = as_official(world, "citra").post(
        f"/tugas/{task.pk}/approve/", {"key": str(uuid4()), "version": 4, "read": ""}
    )
    assert answer.status_code in (409, 422)
    assert task_of(decree).pk == task.pk


def test_a_foreign_task_does_not_exist(world: World) -> None:
    decree = handed_in(world)
    assert as_official(world, "eko").get(f"/tugas/{task_of(decree).pk}/").status_code == 404


def test_deciding_and_signing_are_two_requests(world: World) -> None:
    decree = approved_up_to(world, handed_in(world), "regent")
    citra = as_official(world, "citra")
    sent(citra, task_of(decree), "decide")
    waiting = citra.get(f"/keputusan/{decree.pk}/tanda-tangan/").content.decode()
    assert "Naskah sedang dibuat" in waiting
    assert '<meta http-equiv="refresh" content="3">' in waiting
    with_paper(decree)
    ready = citra.get(f"/keputusan/{decree.pk}/tanda-tangan/")
    assert ready.headers["Location"] == f"/tugas/{task_of(decree).pk}/"
    sent(citra, task_of(decree), "sign")
    decree.refresh_from_db()
    assert (decree.state, decree.issue["number"]) == ("in_force", "100 TAHUN 2024")


def test_the_signatory_takes_his_decision_back_until_it_is_signed(world: World) -> None:
    decree = approved_up_to(world, handed_in(world), "regent")
    citra, step = as_official(world, "citra"), task_of(decree)
    sent(citra, step, "decide")
    sent(citra, Assignment.objects.get(pk=step.pk), "withdraw_decision", reason="Ada kekeliruan pada daftar.")
    decree.refresh_from_db()
    assert decree.state == "in_review"
    assert task_of(decree).kind == "sign"


def test_a_plh_is_told_why_he_may_not_decide(world: World) -> None:
    decree = approved_up_to(world, handed_in(world), "regent")
    page = as_official(world, "dedi").get(f"/tugas/{task_of(decree).pk}/").content.decode()
    assert "tidak boleh menandatangani" in page


def test_a_plt_decides_only_with_a_reason(world: World) -> None:
    world.appoint("eko", world.office("regent"), "plt")
    decree = approved_up_to(world, handed_in(world), "regent")
    eko, task = as_official(world, "eko", "regent"), task_of(decree)
    refused = sent(eko, task, "decide")
    assert refused.status_code == 422
    assert "tuliskan alasannya" in refused.content.decode()
    sent(eko, task, "decide", reason="Bupati berhalangan tetap.")
    decree.refresh_from_db()
    assert decree.state == "numbered"
