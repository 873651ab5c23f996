"""The administrator's pages: people, offices, imports; the agency reads, others find nothing."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from backend.administration.models import Change, Import
from backend.administration.tasks import MOST_AT_ONCE, carry_out
from tests.backend.administration.books import book, checked
from tests.backend.administration.test_villages import MESSY
from tests.people import person
from workflows.core.models import JournalEntry
from workflows.decrees.models import Series
from workflows.organisation.models import Mandate, OfficeName, Person
from workflows.villages.models import KampungKB

PERSON = {"name": "Contoh Baru", "front_titles": "dr.", "back_titles": "M.Kes.", "rank": "Pembina (IV/a)",
          "nip": "198004122005011003", "phone": "+62 812-3456-7890", "email": ""}  # fmt: skip
SEAT = {"capacity": "staf", "since": "2024-03-04", "until": "", "paper": "SK CONTOH/1/2024", "paper_on": ""}
NEW = "/pengelolaan/impor/baru/desa/"


def logged_in(login, mandate=None):
    client = Client()
    client.force_login(person(login))
    if mandate:
        client.post("/penugasan/", {"mandate": mandate.pk, "next": "/"})
    return client


@pytest.fixture
def browser(world):
    return logged_in("lia")


def hand_in(client, content=MESSY, name="daftar.xlsx"):
    return client.post(NEW, {"file": SimpleUploadedFile(name, content)})


def test_a_list_goes_from_upload_over_columns_and_preview_to_applied_and_back(world, browser):
    content = book(["99.01.01.2001", "Contoh Satu"], header=["Kode", "NAMA PEKON/KEL"])
    path = hand_in(browser, content).url
    assert "Pastikan kolomnya" in browser.get(path).content.decode()
    assert browser.post(f"{path}kolom/", {"code": "A", "village": "A"}).status_code == 422
    assert browser.post(f"{path}kolom/", {"code": "A", "village": "B"}).status_code == 302
    assert not KampungKB.objects.exists()
    assert browser.post(f"{path}terapkan/").status_code == 302
    assert KampungKB.objects.count() == 1
    assert "Batalkan impor ini" in browser.get(path).content.decode()
    browser.post(f"{path}batalkan/")
    assert not KampungKB.objects.exists()
    assert Import.objects.get().undone_by == person("lia")


def test_the_error_workbook_and_the_template_are_downloads(world, browser):
    source = checked("desa", world, MESSY)
    for path in (f"/pengelolaan/impor/{source.pk}/kesalahan.xlsx", f"{NEW}templat.xlsx"):
        answer = browser.get(path)
        assert answer.content.startswith(b"PK")
        assert "attachment" in answer["Content-Disposition"]


def test_what_is_no_workbook_is_answered_on_the_page(world, browser):
    answer = hand_in(browser, b"\xd0\xcf\x11\xe0", "lama.xls")
    assert answer.status_code == 422
    assert "simpan sebagai" in answer.content.decode()
    assert not Import.objects.exists()


def test_applying_what_is_wrong_is_refused_on_the_page(world, browser):
    source = checked("desa", world, MESSY)
    Import.objects.update(sure=True)
    answer = browser.post(f"/pengelolaan/impor/{source.pk}/terapkan/")
    assert answer.status_code == 422
    assert "Masih ada baris yang salah" in answer.content.decode()


def test_a_long_list_is_the_workers(world, browser, monkeypatch):
    rung = []
    monkeypatch.setattr("backend.administration.tasks.carry_out.apply_async", lambda ids, **more: rung.append(ids))
    lines = [["99.01.01.2001", "Contoh Satu", f"RW {n}"] for n in range(MOST_AT_ONCE + 1)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("django.db.transaction.on_commit", lambda call: call())
        path = hand_in(browser, book(*lines, header=["Kode", "Nama desa", "RW/dusun"])).url
        assert "boleh ditinggalkan" in browser.get(path).content.decode()
        carry_out(rung[0][0])
        assert "501" in browser.get(path).content.decode()
        browser.post(f"{path}terapkan/")
        assert not KampungKB.objects.exists()
        carry_out(rung[1][0])
        carry_out(rung[1][0])
    assert KampungKB.objects.count() == MOST_AT_ONCE + 1


def test_somebody_new_is_registered_with_rank_and_nip_and_an_office(world, browser):
    seat = world.office("agency")
    answer = browser.post(f"/pengelolaan/jabatan/{seat.pk}/orang-baru/", PERSON | SEAT)
    made = Person.objects.get(name="Contoh Baru")
    assert answer.url == f"/pengelolaan/orang/{made.pk}/"
    assert (made.rank, made.nip, made.phone) == ("Pembina (IV/a)", "19800412 200501 1 003", "081234567890")
    assert Mandate.objects.get(person=made).paper == "SK CONTOH/1/2024"
    page = browser.get(answer.url).content.decode()
    assert "dr. Contoh Baru, M.Kes." in page
    assert "Contoh Lia" in page


@pytest.mark.parametrize(("wrong", "words"), [
    ({"nip": "123"}, "18 angka"), ({"phone": "021"}, "0812"), ({"name": ""}, "kosong"), ({"paper": ""}, "kosong"),
])  # fmt: skip
def test_what_is_wrong_about_somebody_is_said_and_nobody_is_registered(world, browser, wrong, words):
    before = Person.objects.count()
    answer = browser.post(f"/pengelolaan/jabatan/{world.office('agency').pk}/orang-baru/", PERSON | SEAT | wrong)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert Person.objects.count() == before


def test_a_seat_that_is_taken_is_refused_and_nobody_is_registered(world, browser):
    given = PERSON | SEAT | {"capacity": "definitif"}
    answer = browser.post(f"/pengelolaan/jabatan/{world.office('agency').pk}/orang-baru/", given)
    assert "masih dipegang Contoh Hadi" in answer.content.decode()
    assert not Person.objects.filter(name="Contoh Baru").exists()


def test_changed_data_is_shown_with_old_and_new_and_who(world, browser):
    hadi = person("hadi")
    browser.post(f"/pengelolaan/orang/{hadi.pk}/ubah/", PERSON | {"name": "Contoh Hadi"})
    change = Change.objects.get(field="rank")
    assert (change.person.username, change.old, change.new) == ("lia", "", "Pembina (IV/a)")
    page = browser.get(f"/pengelolaan/orang/{hadi.pk}/").content.decode()
    assert "<ins>Pembina (IV/a)</ins>" in page


def test_a_mandate_is_ended_and_the_next_begins(world, browser):
    seat, indra = world.office("agency"), person("indra")
    held = world.by("hadi")
    assert browser.post(f"/pengelolaan/jabatan/{seat.pk}/akhiri/{held.pk}/", {"until": "2024-03-04"}).status_code == 302
    held.refresh_from_db()
    assert held.until == date(2024, 3, 4)
    path = f"/pengelolaan/jabatan/{seat.pk}/tugaskan/"
    assert "Contoh Indra" in browser.get(f"{path}?cari=indra").content.decode()
    given = SEAT | {"person": indra.pk, "capacity": "definitif", "since": "2024-03-05"}
    assert browser.post(path, given).status_code == 302
    assert JournalEntry.objects.filter(person__username="lia").count() == 2
    assert "Contoh Indra" in browser.get(f"/pengelolaan/jabatan/{seat.pk}/").content.decode()


def test_an_office_is_renamed_and_gets_a_register(world, browser):
    path = f"/pengelolaan/jabatan/{world.office('agency').pk}/"
    browser.post(f"{path}nama/", {"name": "Dinas Contoh", "acronym": "DC", "title": "", "since": "2024-03-04"})
    assert OfficeName.objects.get().name == "Dinas Contoh"
    given = {"doc_class": "letter", "mode": "own", "pattern": "{no}/{thn}", "last": "7"}
    assert browser.post(f"{path}buku-nomor/", given).status_code == 302
    assert (Series.objects.get(doc_class="letter").last, Series.objects.get(doc_class="letter").year) == (7, 2024)
    wrong = browser.post(f"{path}buku-nomor/", given | {"pattern": "x"})
    assert wrong.status_code == 422
    assert "{no} satu kali" in wrong.content.decode()


def test_lists_are_searched_and_narrowed(world, browser):
    assert "Contoh Hadi" in browser.get("/pengelolaan/orang/?cari=hadi").content.decode()
    assert "Contoh Hadi" not in browser.get("/pengelolaan/orang/?peran=camat").content.decode()
    empty = browser.get("/pengelolaan/jabatan/?tanpa=on").content.decode()
    assert "tanpa pejabat" in empty
    assert "Camat Contoh Hilir" not in empty
    assert browser.get(f"/pengelolaan/jabatan/?kecamatan={world.district.pk}&peran=pkb").status_code == 200


def test_what_is_missing_is_listed_with_its_place(world, browser):
    page = browser.get("/pengelolaan/").content.decode()
    assert "sekretaris desa/kelurahan tanpa pejabat" in page
    assert "Buku nomor surat OPD KB belum diatur" in page
    assert NEW in page


def test_the_agency_reads_and_changes_nothing(world):
    hadi, seat = logged_in("hadi"), world.office("agency")
    assert hadi.get("/pengelolaan/orang/").status_code == 200
    assert "Tugaskan seseorang" not in hadi.get(f"/pengelolaan/jabatan/{seat.pk}/").content.decode()
    for path in (f"/pengelolaan/orang/{person('budi').pk}/ubah/", f"/pengelolaan/jabatan/{seat.pk}/orang-baru/", NEW):
        assert hadi.get(path).status_code == 404, path
        assert hadi.post(path, PERSON | SEAT).status_code == 404, path
    assert hadi.get("/pengelolaan/impor/baru/keputusan/").status_code == 200


def test_others_find_nothing_and_see_no_way_there(world):
    fitri = logged_in("fitri")
    assert fitri.get("/pengelolaan/").status_code == 404
    assert "Pengelolaan" not in fitri.get("/").content.decode()
    assert Client().get("/pengelolaan/").status_code == 302
