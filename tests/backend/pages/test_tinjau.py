"""Remarks at their place, the loop from a return to what changed since, versions compared, and parafs that are void."""

import re
from datetime import date

from django.test import Client

from backend.pages import file_acts, forms
from backend.pages.differences import Change, changes, list_in_words
from backend.pages.file_acts import FILE_BUTTONS
from backend.pages.reasons import REASONS
from backend.pages.wordings import BUTTONS
from backend.words import LABELS
from tests.backend.pages.decrees import approved_up_to, as_official, drafted, handed_in, offered, sent, task_of
from tests.world import World
from workflows.core.door import perform
from workflows.core.models import Seen
from workflows.decrees.models import Decree, LegalBasis
from workflows.routes.models import Assignment, Remark
from workflows.villages.models import Proposal


def hidden(client: Client, task: Assignment, act: str) -> dict:
    form = offered(client, task, act)
    return {name: form[name].value() for name in ("key", "version", "read")}


def returned(world: World, target: str = "clauses.2", **typed) -> Decree:
    decree = handed_in(world)
    given = {"reason": "Perbaiki.", f"note.{target}": "Tulis tanggalnya."} | typed
    sent(as_official(world, "hadi"), task_of(decree), "return_to_drafter", **given)
    return decree


def answer_of(client: Client, decree: Decree | Proposal) -> dict:
    form = client.get(f"/berkas/{decree.pk}/perbaiki/").context["form"]
    return {field.html_name: field.value() for field in form if field.value() is not None}


def test_pinning_a_remark_keeps_what_was_typed_and_does_nothing_yet(world: World) -> None:
    decree = handed_in(world)
    hadi, task = as_official(world, "hadi"), task_of(decree)
    typed = hidden(hadi, task, "return_to_drafter") | {"reason": "Belum lengkap.", "note.clauses.1": "Sebut jumlahnya."}
    answer = hadi.post(f"/tugas/{task.pk}/return_to_drafter/", typed | {"pin": "rows.2"})
    page = answer.content.decode()
    assert answer.status_code == 200
    for words in ["Belum lengkap.", "Sebut jumlahnya.", 'name="note.rows.2"']:
        assert words in page
    assert re.search(r'name="note\.rows\.2"[^>]*autofocus', page)
    assert task_of(decree) == task


def test_a_place_that_is_none_is_not_pinned(world: World) -> None:
    decree = handed_in(world)
    for odd in ["<script>", "clauses.2.3", "x" * 200, "nowhere.1", "²"]:
        page = as_official(world, "hadi").get(f"/tugas/{task_of(decree).pk}/", {"pin": odd}).content.decode()
        assert f'name="note.{odd}"' not in page


def test_a_common_reason_is_a_reason(world: World) -> None:
    decree = handed_in(world)
    sent(as_official(world, "hadi"), task_of(decree), "return_to_drafter", common="Lampiran belum lengkap.")
    assert Assignment.objects.get(file=decree.pk, state="returned").note == "Lampiran belum lengkap."


def test_a_reason_that_an_act_demands_is_called_so(world: World) -> None:
    page, task = as_official(world, "hadi"), task_of(handed_in(world))
    called = {"return_to_drafter": "Alasan dikembalikan", "reject": "Alasan penolakan", "reassign": "Alasan pengalihan"}
    for act, label in called.items():
        form = offered(page, task, act)
        assert (form["reason"].label, form["reason"].field.required) == (label, True)
        assert f'<label for="{act}_reason">{label}</label>' in page.get(f"/tugas/{task.pk}/").content.decode()
    assert "pilih satu dari daftar" in sent(page, task, "return_to_drafter").content.decode()


def test_every_act_that_asks_for_a_reason_says_which() -> None:
    asking = {name for name, button in BUTTONS.items() if issubclass(button.form, forms.WithReason)}
    asking |= {name for name, button in FILE_BUTTONS.items() if issubclass(button.form, file_acts.WithReason)}
    assert asking <= set(REASONS) <= set(LABELS)  # the other rooms have acts of their own


def test_a_deadline_in_the_past_is_refused_in_words(world: World) -> None:
    decree = handed_in(world)
    answer = sent(as_official(world, "hadi"), task_of(decree), "return_to_drafter", reason="Perbaiki.", fix_by="2024-03-01")
    assert answer.status_code == 422
    assert "Tenggat perbaikan" in answer.content.decode()


def test_a_return_without_a_day_has_the_usual_one_as_the_form_says(world: World) -> None:
    task = task_of(handed_in(world))
    hadi = as_official(world, "hadi")
    assert "Bila dikosongkan: 3 hari kerja." in hadi.get(f"/tugas/{task.pk}/").content.decode()
    sent(hadi, task, "return_to_drafter", reason="Perbaiki.", fix_by="")
    assert Assignment.objects.get(pk=task.pk).fix_by == date(2024, 3, 7)


def test_a_remark_stands_beside_its_clause(world: World) -> None:
    decree = returned(world)
    perform(Decree.resubmit, decree, by=world.by("ani", "agency"))
    page = as_official(world, "hadi").get(f"/tugas/{task_of(decree).pk}/").content.decode()
    place = page.index('id="clauses.2"')
    assert "Tulis tanggalnya." in page[place : place + 400]


def test_the_receipt_of_a_return_shows_the_message_that_the_drafter_gets(world: World) -> None:
    decree = handed_in(world)
    hadi = as_official(world, "hadi")
    typed = {"reason": "Perbaiki.", "note.clauses.2": "Tulis tanggalnya.", "fix_by": "2024-03-07"}
    answer = sent(hadi, task_of(decree), "return_to_drafter", **typed)
    page = hadi.get(answer.headers["Location"]).content.decode()
    for words in ["nomor rujukan", "1 catatan", "7 Maret 2024", f"/berkas/{decree.pk}/perbaiki/"]:
        assert words in page


def test_who_fixes_changes_that_clause_only_and_says_what_was_done(world: World) -> None:
    decree = returned(world)
    ani = as_official(world, "ani", "agency")
    page = ani.get(f"/berkas/{decree.pk}/perbaiki/").content.decode()
    assert "1 catatan: 0 selesai" in re.sub(r"\s+", " ", page)
    assert 'name="item.clauses.2"' in page
    assert 'name="item.clauses.1"' not in page
    typed = answer_of(ani, decree) | {"item.clauses.2": "Berlaku sejak 4 Maret 2024."}
    remark = Remark.objects.get()
    assert ani.post(f"/berkas/{decree.pk}/perbaiki/", typed | {f"answer.{remark.pk}": "Tanggal ditulis."}).status_code == 302
    decree.refresh_from_db()
    remark.refresh_from_db()
    assert decree.clauses == ["Menetapkan tiga desa.", "Berlaku sejak 4 Maret 2024."]
    assert (remark.resolved, remark.answer, remark.resolved_by.username) == (True, "Tanggal ditulis.", "ani")
    assert "1 catatan: 1 selesai" in re.sub(r"\s+", " ", ani.get(f"/berkas/{decree.pk}/perbaiki/").content.decode())


def test_a_stale_fix_is_refused_and_keeps_what_was_typed(world: World) -> None:
    decree = returned(world)
    ani = as_official(world, "ani", "agency")
    typed = answer_of(ani, decree) | {"item.clauses.2": "Teks saya."}
    ani.post(f"/berkas/{decree.pk}/perbaiki/", answer_of(ani, decree) | {"item.clauses.2": "Teks lebih dulu."})
    answer = ani.post(f"/berkas/{decree.pk}/perbaiki/", typed)
    assert answer.status_code == 422
    assert "Teks saya." in answer.content.decode()


def test_nobody_else_answers_remarks(world: World) -> None:
    decree = returned(world)
    remark = Remark.objects.get()
    answer = as_official(world, "budi", "legal").post(f"/berkas/{decree.pk}/perbaiki/", {"version": 2, f"answer.{remark.pk}": "x"})
    assert answer.status_code in (404, 422)
    remark.refresh_from_db()
    assert not remark.resolved


def test_after_handing_in_again_the_reviewer_sees_what_changed_and_each_answer(world: World) -> None:
    decree = returned(world)
    ani = as_official(world, "ani", "agency")
    typed = answer_of(ani, decree) | {"item.clauses.2": "Berlaku sejak 4 Maret 2024."}
    ani.post(f"/berkas/{decree.pk}/perbaiki/", typed | {f"answer.{Remark.objects.get().pk}": "Tanggal ditulis."})
    decree.refresh_from_db()
    perform(Decree.resubmit, decree, by=world.by("ani", "agency"))
    page = as_official(world, "hadi").get(f"/tugas/{task_of(decree).pk}/").content.decode()
    for words in ["Berubah sejak Anda mengembalikan", "Tanggal ditulis.", "Tampilkan semua", "<ins> 4 Maret 2024</ins>"]:
        assert words in page


def test_a_villages_answer_is_fixed_where_it_was_remarked(world: World) -> None:
    proposal = world.handed_in()
    head = as_official(world, "fitri")
    task = world.task(proposal, "village_head")
    remarks = {"note.preconditions.commitment": "Lampirkan surat.", "note.profile": "Terlalu pendek."}
    sent(head, task, "return_to_drafter", reason="Perbaiki.", **remarks)
    ani = Client()
    ani.force_login(world.staff(0).person)
    ani.post("/penugasan/", {"mandate": world.staff(0).pk, "next": "/"})
    typed = answer_of(ani, proposal)
    typed |= {"note.preconditions.commitment": "Surat Contoh 12/2024", "text.profile": "Contoh gambaran yang panjang."}
    assert ani.post(f"/berkas/{proposal.pk}/perbaiki/", typed).status_code == 302
    proposal.refresh_from_db()
    assert proposal.preconditions["commitment"] == {"met": True, "note": "Surat Contoh 12/2024"}
    assert proposal.profile == "Contoh gambaran yang panjang."
    assert len(proposal.preconditions) == 3


def test_whoever_edits_is_told_whose_paraf_goes_and_the_ladder_shows_it(world: World) -> None:
    decree = approved_up_to(world, handed_in(world), "assistant")
    joko = as_official(world, "joko")
    sent(joko, task_of(decree), "return_to_drafter", reason="Perbaiki koma.", **{"note.clauses.1": "Koma."})
    ani = as_official(world, "ani", "agency")
    warned = ani.get(f"/keputusan/{decree.pk}/naskah/").content.decode()
    assert "tidak berlaku lagi" in warned
    assert "Kepala Bagian Hukum" in warned
    ladder = joko.get(f"/tugas/{decree.file.assignments.get(state='returned').pk}/").content.decode()
    assert "naskah berubah sesudahnya" not in ladder
    ani.post(f"/berkas/{decree.pk}/perbaiki/", answer_of(ani, decree) | {"item.clauses.1": "Menetapkan, tiga desa."})
    ladder = ani.get(f"/keputusan/{decree.pk}/").content.decode()
    assert ladder.count("naskah berubah sesudahnya") == 2


def test_bagian_hukum_edits_a_clause_and_cites_one_more(world: World) -> None:
    decree = approved_up_to(world, handed_in(world), "legal")
    LegalBasis.objects.create(title="Peraturan Contoh Nomor 2", rank=2, year=2020, number="2")
    budi = as_official(world, "budi", "legal")
    form = budi.get(f"/keputusan/{decree.pk}/ubah/").context["form"]
    typed = {name: form[name].value() for name in ("key", "version", "subject", "considerations", "clauses", "copies_to")}
    typed |= {"reason": "Dasar hukum.", "clauses": "Menetapkan tiga desa dan kelurahan.\nBerlaku sejak ditetapkan."}
    typed["bases"] = list(LegalBasis.objects.values_list("pk", flat=True))
    assert budi.post(f"/keputusan/{decree.pk}/ubah/", typed).status_code == 302
    page = budi.get(f"/berkas/{decree.pk}/bandingkan/").content.decode()
    assert "<ins> dan kelurahan</ins>" in page
    assert "Peraturan Contoh Nomor 2" in page
    assert "3 desa/kelurahan: 3 tetap" in page


def test_the_version_opened_last_is_the_one_that_is_compared(world: World) -> None:
    decree = handed_in(world)
    hadi, task = as_official(world, "hadi"), task_of(decree)
    hadi.get(f"/tugas/{task.pk}/")
    assert Seen.objects.get().snapshot == decree.file.snapshots.get()
    for text in ["Satu.", "Dua."]:
        perform(Decree.revise, decree, by=world.by("hadi"), reason="x", values={"changes": {"clauses": [text]}})
    context = hadi.get(f"/berkas/{decree.pk}/bandingkan/").context
    assert (context["before"].number, context["after"].number, context["since_seen"]) == (1, 3, True)
    chosen = hadi.get(f"/berkas/{decree.pk}/bandingkan/", {"dari": "2", "sampai": "3"}).context
    assert chosen["changes"] == [Change("Diktum 1", "Satu.", "Dua.")]


def test_odd_versions_are_left_out(world: World) -> None:
    decree = handed_in(world)
    for odd in ["0", "-1", "x", "9" * 400, "²"]:
        assert as_official(world, "hadi").get(f"/berkas/{decree.pk}/bandingkan/", {"dari": odd, "sampai": odd}).status_code == 200
    draft = drafted(world, subject="Konsep", effects=[])
    assert as_official(world, "ani", "agency").get(f"/berkas/{draft.pk}/bandingkan/").status_code == 404


def test_a_decided_task_says_who_decided_what_and_when(world: World) -> None:
    decree = handed_in(world)
    task = task_of(decree)
    sent(as_official(world, "hadi"), task, "approve")
    page = as_official(world, "hadi").get(f"/tugas/{task.pk}/").content.decode()
    assert "Tugas ini sudah selesai" in page
    assert "Contoh Hadi" in page[page.index("Tugas ini sudah selesai") :][:300]


def test_each_button_says_who_is_next(world: World) -> None:
    page = as_official(world, "hadi").get(f"/tugas/{task_of(handed_in(world)).pk}/").content.decode()
    assert "Berlanjut ke Kepala Bagian Hukum" in page
    assert "Berkas berakhir di sini" in page


def test_a_moved_clause_is_told_as_moved_and_an_added_one_does_not_shift_the_rest() -> None:
    old = {"clauses": ["Satu dua tiga empat.", "Lima enam tujuh delapan.", "Sembilan."]}
    moved = changes(old, {"clauses": ["Sembilan.", "Satu dua tiga empat.", "Lima enam tujuh delapan."]})
    assert moved == [Change("Diktum 1", "Sembilan.", "Sembilan.", "Diktum 3")]
    new = {"clauses": ["Yang baru sekali ini.", "Satu dua tiga lima.", "Lima enam tujuh delapan.", "Sembilan."]}
    assert changes(old, new) == [
        Change("Diktum 1", "", "Yang baru sekali ini."), Change("Diktum 2", "Satu dua tiga empat.", "Satu dua tiga lima."),
    ]  # fmt: skip


def test_words_that_stay_are_not_marked() -> None:
    change = Change("Diktum 1", "Berlaku sejak ditetapkan.", "Berlaku surut sejak ditetapkan.")
    assert change.words == [("=", "Berlaku"), ("+", " surut"), ("=", " sejak ditetapkan.")]


def test_the_list_is_told_in_one_sentence() -> None:
    rows = [{"no": n, "label": "Desa", "village": f"D{n}", "kampung": f"D{n}", "code": str(n)} for n in range(1, 6)]
    after = [row | {"no": n} for n, row in enumerate([*rows[1:4], rows[4] | {"kampung": "Baru"}, rows[0] | {"code": "9"}], 1)]
    old, new = ({"annexes": [{"kind": "villages", "title": "DAFTAR", "rows": found}]} for found in (rows, after))
    assert list_in_words(old, new) == "5 desa/kelurahan: 3 tetap, 1 berubah, 1 ditambah, 1 dikeluarkan"
    assert len(changes(old, new)) == 3


def test_a_changed_answer_is_told_under_its_question() -> None:
    old, new = ({"checklist": {"preconditions": {"commitment": {"met": True, "note": note}}}} for note in ("", "Perdes 3."))
    assert changes(old, new) == [Change("Prasyarat: dukungan dan komitmen pemerintah daerah", "ya", "ya Perdes 3.")]
