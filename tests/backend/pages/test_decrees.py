from datetime import date
from io import BytesIO

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pypdf import PdfWriter

from backend.pages.wordings import SENTENCES
from backend.words import LABELS, OF_THE_SYSTEM
from tests.backend.pages.decrees import (
    approved_up_to,
    as_official,
    drafted,
    handed_in,
    read_of,
    sent,
    task_of,
)
from tests.people import person
from tests.world import World, region
from workflows.core.door import perform
from workflows.core.models import Attachment
from workflows.decrees.models import Decree, LegalBasis
from workflows.routes.models import Assignment, PaperRecord


def pdf(width: int = 215) -> bytes:
    """A real PDF of one empty page."""
    made, written = PdfWriter(), BytesIO()
    made.add_blank_page(width, 330)
    made.write(written)
    return written.getvalue()


PDF = pdf()


def paper(name: str = "pindaian.pdf", content: bytes = PDF):
    return SimpleUploadedFile(name, content, "application/pdf")


def typed(**more):
    basis = LegalBasis.objects.get()
    return {
        "subject": "Penetapan Contoh", "considerations": "bahwa satu;\n\nbahwa dua;", "clauses": "Menetapkan.",
        "bases": [basis.pk], "effects": ["designate"], "signing": "none",
    } | more  # fmt: skip


def test_from_an_empty_form_to_a_decree_in_review(world: World) -> None:
    ani = as_official(world, "ani", "agency")
    answer = ani.post("/keputusan/baru/", typed(issuer=world.office("regent").pk))
    decree = Decree.objects.get()
    assert answer.headers["Location"] == f"/keputusan/{decree.pk}/daftar/"
    assert decree.considerations == ["bahwa satu;", "bahwa dua;"]
    grey = ani.get(f"/keputusan/{decree.pk}/").content.decode()
    assert "belum dapat dilakukan" in grey
    address = f"/keputusan/{decree.pk}/daftar/?kecamatan={world.district.pk}"
    looked = ani.post(address, {"village": [world.villages[0].pk], "lines": "9901012002, 99.01.01.1003"})
    ani.post(address, {"do": "tambah", "village": [one.region.pk for one in looked.context["ready"]]})
    assert decree.rows.count() == 3
    page = ani.get(f"/keputusan/{decree.pk}/")
    form = next(offer for offer in page.context["offers"] if offer.name == "submit").form
    ani.post(f"/keputusan/{decree.pk}/submit/", {name: form[name].value() for name in ("key", "version")})
    decree.refresh_from_db()
    assert decree.state == "in_review"


def test_only_the_drafting_office_edits(world: World) -> None:
    decree = handed_in(world)
    before = decree.subject
    budi = as_official(world, "budi", "legal")
    answer = budi.post(f"/keputusan/{decree.pk}/naskah/", typed(version=decree.file.version, subject="Lain"))
    decree.refresh_from_db()
    assert (answer.status_code, decree.subject) == (422, before)


def test_an_edit_upon_a_stale_version_is_a_conflict_that_keeps_the_text(world: World) -> None:
    decree = drafted(world)
    ani = as_official(world, "ani", "agency")
    seen = ani.get(f"/keputusan/{decree.pk}/naskah/").context["form"]["version"].value()
    assert ani.post(f"/keputusan/{decree.pk}/naskah/", typed(version=seen, subject="Satu")).status_code == 302
    answer = ani.post(f"/keputusan/{decree.pk}/naskah/", typed(version=seen, subject="Dua"))
    assert answer.status_code == 422
    assert 'value="Dua"' in answer.content.decode()


def test_withdraw_a_decree(world: World) -> None:
    decree = handed_in(world)
    ani = as_official(world, "ani", "agency")
    form = next(o for o in ani.get(f"/keputusan/{decree.pk}/").context["offers"] if o.name == "withdraw").form
    hidden = {name: form[name].value() for name in ("key", "version")}
    assert ani.post(f"/keputusan/{decree.pk}/withdraw/", hidden).status_code == 422
    ani.post(f"/keputusan/{decree.pk}/withdraw/", hidden | {"reason": "Disusun ulang."})
    decree.refresh_from_db()
    assert decree.state == "withdrawn"


def test_hand_in_again_after_a_return(world: World) -> None:
    decree = handed_in(world)
    sent(as_official(world, "hadi"), task_of(decree), "return_to_drafter", reason="Perbaiki.")
    ani = as_official(world, "ani", "agency")
    version = ani.get(f"/keputusan/{decree.pk}/naskah/").context["form"]["version"].value()
    ani.post(f"/keputusan/{decree.pk}/naskah/", typed(version=version, clauses="Menetapkan dengan benar."))
    form = next(o for o in ani.get(f"/keputusan/{decree.pk}/").context["offers"] if o.name == "resubmit").form
    ani.post(f"/keputusan/{decree.pk}/resubmit/", {name: form[name].value() for name in ("key", "version")})
    hadi = as_official(world, "hadi")
    page = hadi.get(f"/tugas/{task_of(decree).pk}/")
    assert "<ins>Menetapkan dengan benar.</ins>" in page.content.decode()


def test_a_row_struck_on_the_way_is_confirmed_by_those_who_approved_it(world: World) -> None:
    decree = approved_up_to(world, handed_in(world), "legal")
    budi = as_official(world, "budi", "legal")
    form = budi.get(f"/keputusan/{decree.pk}/ubah/").context["form"]
    same = {
        name: form[name].value() for name in ("key", "version", "subject", "considerations", "clauses", "copies_to", "bases")
    }
    row = decree.rows.get(order=2)
    budi.post(
        f"/keputusan/{decree.pk}/ubah/",
        same | {"reason": "Bukti kurang.", "strike": [row.pk], "strike_reason": "Tanpa berita acara."},
    )
    asked = task_of(decree, "confirm_change")
    hadi = as_official(world, "hadi")
    page = hadi.get(f"/tugas/{asked.pk}/").content.decode()
    assert "<del>" in page
    assert "Contoh Dua" in page
    assert "Tanpa berita acara." in page
    sent(hadi, asked, "confirm_change")
    asked.refresh_from_db()
    assert asked.state == "approved"


def test_villages_are_added_on_the_way_by_name_or_code_and_what_is_unclear_is_named(world: World) -> None:
    decree = handed_in(world)
    hadi, address = as_official(world, "hadi"), f"/keputusan/{decree.pk}/ubah/"
    form = hadi.get(address).context["form"]
    same = {name: form[name].value() for name in ("key", "version", "subject", "copies_to", "bases")}
    same |= {"considerations": "\n".join(decree.considerations), "clauses": "\n".join(decree.clauses), "reason": "Tambah."}
    refused = hadi.post(address, same | {"add": "Kampung Entah\n99.01.01.9999\nContoh Duo"})
    assert refused.status_code == 422
    unknown, code, alike = refused.context["form"].errors["add"]
    assert unknown.startswith("“Kampung Entah”: Tidak ada desa")
    assert "99.01.01.9999 tidak dikenal" in code
    assert "Contoh Dua, Contoh Hilir" in alike
    village = region(world.district, "village", "desa", "Contoh Empat", "99.01.01.2004")
    assert hadi.post(address, same | {"add": "Desa Contoh Empat"}).status_code == 302
    assert decree.rows.get(order=4).kampung.region == village


def test_refuse_a_change(world: World) -> None:
    decree = approved_up_to(world, handed_in(world), "legal")
    perform(
        Decree.revise,
        decree,
        by=world.by("budi", "legal"),
        reason="Ubah.",
        values={"changes": {"clauses": ["Menetapkan dua."]}},
    )
    task = task_of(decree, "confirm_change")
    sent(as_official(world, "hadi"), task, "refuse_change", reason="Tidak setuju.", fix_by="2024-03-08")
    decree.refresh_from_db()
    assert decree.state == "returned"
    assert Assignment.objects.get(pk=task.pk).fix_by == date(2024, 3, 8)


def test_an_empty_revision_is_refused(world: World) -> None:
    decree = handed_in(world)
    hadi = as_official(world, "hadi")
    form = hadi.get(f"/keputusan/{decree.pk}/ubah/").context["form"]
    same = {name: form[name].value() for name in ("key", "version", "subject", "copies_to", "bases")}
    text = {"considerations": "\n".join(decree.considerations), "clauses": "\n".join(decree.clauses)}
    answer = hadi.post(f"/keputusan/{decree.pk}/ubah/", same | text | {"reason": "Coba."})
    assert "Belum ada yang diubah." in answer.content.decode()


def test_number_from_the_offices_book(world: World) -> None:
    world.office("regent").series.update(mode="external")
    decree = approved_up_to(world, handed_in(world), "regent")
    citra, budi = as_official(world, "citra"), as_official(world, "budi", "legal")
    sent(citra, task_of(decree), "decide")
    assert (
        "Menunggu nomor dari Kepala Bagian Hukum" in citra.get(f"/keputusan/{decree.pk}/tanda-tangan/").content.decode()
    )
    wrong = sent(budi, task_of(decree, "number"), "type_number", number="531/2024")
    assert "Nomor tidak sesuai pola" in wrong.content.decode()
    sent(budi, task_of(decree, "number"), "type_number", number="531 TAHUN 2024")
    decree.refresh_from_db()
    assert decree.issue["number"] == "531 TAHUN 2024"


def test_a_decree_in_ink_is_printed_inked_scanned_and_compared(world: World, settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path
    world.appoint("fitri", world.office("regent"), "staf")
    world.appoint("kartika", world.office("regent"), "staf")
    decree = approved_up_to(world, handed_in(world, signing="ink"), "regent")
    fitri, kartika = as_official(world, "fitri", "regent"), as_official(world, "kartika", "regent")
    sent(fitri, task_of(decree, "print"), "record_ink", inked_on="2024-03-04")
    wrong = sent(fitri, task_of(decree, "scan"), "hand_in_scan", scan=paper("a.exe", b"MZ"))
    assert "Unggah PDF, JPEG, PNG" in wrong.content.decode()
    sent(fitri, task_of(decree, "scan"), "hand_in_scan", scan=paper())
    comparing = task_of(decree, "confirm_scan")
    assert "Anda sendiri yang mencatat" in fitri.get(f"/tugas/{comparing.pk}/").content.decode()
    scan = Attachment.objects.get()
    assert b"".join(kartika.get(f"/lampiran/{scan.pk}/").streaming_content) == PDF
    sent(kartika, comparing, "refuse_scan", reason="Halaman dua tidak terbaca.")
    sent(fitri, task_of(decree, "scan"), "hand_in_scan", scan=paper(content=pdf(210)))
    sent(kartika, task_of(decree, "confirm_scan"), "confirm_scan")
    decree.refresh_from_db()
    assert decree.state == "in_force"


def test_an_act_on_paper_counts_once_a_second_person_has_compared_it(world: World, settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path
    world.appoint("kartika", world.office("agency"), "staf")
    world.appoint("fitri", world.office("agency"), "staf")
    decree = handed_in(world)
    fitri, kartika, step = (
        as_official(world, "fitri", "agency"),
        as_official(world, "kartika", "agency"),
        task_of(decree),
    )
    form = fitri.get(f"/tugas/{step.pk}/dari-kertas/").context["form"]
    hidden = {name: form[name].value() for name in ("key", "version", "read")}
    on_paper = {"act": "approve", "official": world.by("hadi").pk, "on": "2024-03-04", "scan": paper()}
    answer = fitri.post(f"/tugas/{step.pk}/dari-kertas/", hidden | on_paper)
    assert answer.status_code == 302, answer.content.decode()
    comparing = task_of(decree, "confirm_record")
    page = kartika.get(f"/tugas/{comparing.pk}/").content.decode()
    assert "Contoh Hadi" in page
    assert "Setujui" in page
    sent(kartika, comparing, "confirm")
    step.refresh_from_db()
    assert (step.state, step.decided_by.username, PaperRecord.objects.get().state) == ("approved", "hadi", "confirmed")


def test_a_record_that_does_not_agree_with_its_paper_is_refused(world: World, settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path
    world.appoint("kartika", world.office("agency"), "staf")
    decree = handed_in(world)
    ani, step = as_official(world, "ani", "agency"), task_of(decree)
    form = ani.get(f"/tugas/{step.pk}/dari-kertas/").context["form"]
    hidden = {name: form[name].value() for name in ("key", "version", "read")}
    ani.post(
        f"/tugas/{step.pk}/dari-kertas/",
        hidden | {"act": "approve", "official": world.by("hadi").pk, "on": "2024-03-04", "scan": paper()},
    )
    sent(
        as_official(world, "kartika", "agency"), task_of(decree, "confirm_record"), "refuse", reason="Tanggalnya lain."
    )
    assert PaperRecord.objects.get().state == "refused"
    step.refresh_from_db()
    assert step.state == "open"


def test_an_old_decree_is_entered_with_its_number_and_date(world: World) -> None:
    decree = drafted(world)
    ani = as_official(world, "ani", "agency")
    form = next(o for o in ani.get(f"/keputusan/{decree.pk}/").context["offers"] if o.name == "enter_old").form
    hidden = {name: form[name].value() for name in ("key", "version")}
    ani.post(f"/keputusan/{decree.pk}/enter_old/", hidden | {"number": "7 TAHUN 2020", "on": "2020-05-06"})
    decree.refresh_from_db()
    assert (decree.state, decree.issue["number"]) == ("in_force", "7 TAHUN 2020")


def test_text_of_users_is_escaped(world: World) -> None:
    decree = drafted(world, subject="<script>alert(1)</script>")
    page = as_official(world, "ani", "agency").get(f"/keputusan/{decree.pk}/").content.decode()
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_reading_changes_nothing(world: World) -> None:
    decree = handed_in(world)
    hadi = as_official(world, "hadi")
    for path in [f"/tugas/{task_of(decree).pk}/approve/", f"/keputusan/{decree.pk}/withdraw/"]:
        assert hadi.get(path).status_code == 405


def test_a_form_without_its_token_is_refused(world: World) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(person("hadi"))
    decree = handed_in(world)
    assert (
        strict.post(
            f"/tugas/{task_of(decree).pk}/approve/", {"key": "k", "version": 1, "read": read_of(decree)}
        ).status_code
        == 403
    )


@pytest.mark.parametrize(
    "path", ["/keputusan/{pk}/", "/keputusan/{pk}/naskah/", "/keputusan/{pk}/ubah/", "/keputusan/{pk}/tanda-tangan/"]
)
def test_a_foreign_decree_does_not_exist(world: World, path: str) -> None:
    decree = drafted(world)
    assert as_official(world, "eko").get(path.format(pk=decree.pk)).status_code == 404


def test_a_draft_is_linked_to_the_decree_that_it_replaces(world: World) -> None:
    old = drafted(world)
    perform(Decree.enter_old, old, by=world.by("ani", "agency"), values={"number": "7 TAHUN 2020"}, on=date(2020, 5, 6))
    decree = drafted(world, subject="Penetapan baru", effects=["appoint_pokja"])
    ani = as_official(world, "ani", "agency")
    assert "7 TAHUN 2020" in ani.get(f"/keputusan/{decree.pk}/hubungan/").content.decode()
    ani.post(f"/keputusan/{decree.pk}/hubungan/", {"kind": "replaces", "other": old.pk})
    assert decree.links.get().other == old
    assert "Menggantikan" in ani.get(f"/keputusan/{decree.pk}/").content.decode()


def test_every_act_of_the_history_is_a_sentence() -> None:
    assert set(LABELS | OF_THE_SYSTEM) <= set(SENTENCES)


def test_a_draft_is_seen_as_a_sheet_and_downloaded_as_konsep(world: World) -> None:
    decree = drafted(world)
    ani = as_official(world, "ani", "agency")
    assert "MEMUTUSKAN" in ani.get(f"/keputusan/{decree.pk}/").content.decode()
    pdf = b"".join(ani.get(f"/keputusan/{decree.pk}/konsep.pdf").streaming_content)
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert len(opened.pages) >= 1


def test_a_draft_that_cannot_be_printed_yet_says_why(world: World) -> None:
    decree = drafted(world)
    decree.clauses = []
    decree.save(update_fields=["clauses"])
    ani = as_official(world, "ani", "agency")
    assert ani.get(f"/keputusan/{decree.pk}/").status_code == 200
    assert "role=\"status\"" in ani.get(f"/keputusan/{decree.pk}/konsep.pdf", follow=True).content.decode()


def test_two_taps_start_one_decree(world: World) -> None:
    ani = as_official(world, "ani", "agency")
    typed = {"issuer": world.office("regent").pk, "subject": "Contoh", "signing": "ink", "key": "sekali"}
    first, second = ani.post("/keputusan/baru/", typed), ani.post("/keputusan/baru/", typed)
    assert (first.url, Decree.objects.count()) == (second.url, 1)


def test_a_new_decree_begins_at_the_server_with_its_subject_and_goes_on_at_its_own_address(world: World) -> None:
    ani, sent_by_script = as_official(world, "ani", "agency"), {"Siklus-Autosave": "1"}
    given = {"issuer": world.office("regent").pk, "key": "contoh", "signing": "none", "clauses": "Menetapkan."}
    early = ani.post("/keputusan/baru/", given, headers=sent_by_script)
    assert (early.status_code, Decree.objects.count()) == (422, 0)
    told = ani.post("/keputusan/baru/", given | {"subject": "Contoh baru"}, headers=sent_by_script)
    found = Decree.objects.get()
    assert (told.status_code, told["Location"]) == (200, f"/keputusan/{found.pk}/naskah/")
    assert (found.subject, found.clauses, told.json()["version"]) == ("Contoh baru", ["Menetapkan."], found.file.version)
    more = given | {"subject": "Contoh lagi", "version": told.json()["version"]}
    assert ani.post("/keputusan/baru/", more, headers=sent_by_script).json()["version"] == found.file.version + 1
    last = ani.post("/keputusan/baru/", more | {"version": found.file.version + 1, "subject": "Contoh akhir"})
    assert last.url == f"/keputusan/{found.pk}/daftar/"
    assert Decree.objects.get().subject == "Contoh akhir"
