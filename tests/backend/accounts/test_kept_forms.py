"""A login that ends while somebody types loses no text, and shows it to nobody else."""

import pytest
from django.test import Client
from django.utils import timezone

from backend.accounts.models import KeptForm
from tests.people import person

PASSWORD = "contoh-sandi-panjang"  # noqa: S105
HERE = {"Origin": "http://testserver"}
WRITTEN = {
    "subject": "Contoh naskah yang panjang",
    "codes": "99.01.01.2001\n99.01.01.2002",
    "password": "jangan-simpan",
}
PAGE = "/keputusan/baru/"


@pytest.fixture(autouse=True)
def _people_with_passwords(world):
    for name in ("hadi", "fitri"):
        one = person(name)
        one.set_password(PASSWORD)
        one.save()


def log_in(client, name="hadi"):
    return client.post("/masuk/", {"username": name, "password": PASSWORD, "next": "/isian/"}, follow=True)


@pytest.fixture
def hadi(client) -> Client:
    """His browser, in which the login has ended."""
    log_in(client)
    del client.cookies["sessionid"]
    return client


def test_what_was_sent_without_a_login_is_there_after_it(hadi):
    answer = hadi.post(PAGE, WRITTEN, headers=HERE)
    assert answer.headers["Location"] == "/masuk/?next=/isian/"
    page = log_in(hadi).content.decode()
    assert "Isian Anda masih ada" in page
    assert f'action="{PAGE}"' in page
    assert "99.01.01.2001\n99.01.01.2002</textarea>" in page
    assert "jangan-simpan" not in page


def typed(hadi, path, **written):
    hadi.post(path, written, headers=HERE)
    return log_in(hadi).context["forms"][0]["typed"]


def test_each_text_stands_under_the_label_of_its_field(hadi):
    known = typed(hadi, PAGE, subject="Contoh naskah", considerations="bahwa contoh", issuer="1", copies_to="Contoh penerima")
    assert known == [("Tentang", "Contoh naskah"), ("Menimbang", "bahwa contoh"), ("Tembusan", "Contoh penerima")]


def test_a_reason_and_its_remarks_are_called_as_the_act_calls_them(hadi):
    written = {"reason": "Belum lengkap.", "note.clauses.2": "Tulis tanggalnya.", "entah": "Tidak dikenal.", "fix_by": "2024-03-08"}
    known = typed(hadi, "/tugas/1/return_to_drafter/", **written)
    assert known == [("Alasan dikembalikan", "Belum lengkap."), ("Diktum 2", "Tulis tanggalnya."), ("", "Tidak dikenal.")]


def test_an_answer_on_the_checklist_is_called_as_its_question(hadi):
    known = typed(hadi, "/usulan/1/isian/prasyarat/", **{"preconditions.commitment.note": "Contoh keterangan."})
    assert known == [("Prasyarat: dukungan dan komitmen pemerintah daerah", "Contoh keterangan.")]


def test_whoever_holds_several_offices_says_first_as_whom(world, hadi):
    world.appoint("hadi", world.office("camat"), "plt")
    hadi.post(PAGE, WRITTEN, headers=HERE)
    assert log_in(hadi).redirect_chain[-1][0] == "/penugasan/?next=%2Fisian%2F"
    page = hadi.post("/penugasan/", {"mandate": world.by("hadi").pk, "next": "/isian/"}, follow=True)
    assert "Isian Anda masih ada" in page.content.decode()


def test_nothing_of_it_can_be_read_in_the_database(hadi):
    hadi.post(PAGE, WRITTEN, headers=HERE)
    row = KeptForm.objects.get()
    assert "Contoh" not in row.sealed
    assert row.person == person("hadi")


def test_whoever_logs_in_next_on_the_same_computer_does_not_see_it(hadi):
    hadi.post(PAGE, WRITTEN, headers=HERE)
    assert "Contoh naskah" not in log_in(hadi, "fitri").content.decode()
    assert hadi.get("/isian/").headers["Location"] == "/"


def test_nor_does_he_himself_in_another_browser(hadi):
    hadi.post(PAGE, WRITTEN, headers=HERE)
    elsewhere = Client()
    assert "Contoh naskah" not in log_in(elsewhere).content.decode()


def test_what_another_site_sends_is_never_kept(hadi):
    for origin in ({}, {"Origin": "null"}, {"Origin": "https://jahat.example"}):
        assert hadi.post(PAGE, WRITTEN, headers=origin).headers["Location"] == f"/masuk/?next={PAGE}"
    assert not KeptForm.objects.exists()


def test_what_is_too_large_or_from_a_browser_unknown_is_not_kept(hadi):
    hadi.post(PAGE, WRITTEN | {"subject": "x" * 300_000}, headers=HERE)
    Client().post(PAGE, WRITTEN, headers=HERE)
    assert not KeptForm.objects.exists()


def test_it_is_gone_after_an_hour_and_when_thrown_away(hadi):
    hadi.post(PAGE, WRITTEN, headers=HERE)
    log_in(hadi)
    assert hadi.get("/isian/").status_code == 200
    KeptForm.objects.update(kept_at=timezone.now() - KeptForm.LASTS)
    assert hadi.get("/isian/").status_code == 302
    KeptForm.objects.update(kept_at=timezone.now())
    hadi.post("/isian/")
    assert not KeptForm.objects.exists()


def test_an_old_token_after_a_login_elsewhere_keeps_it_too(hadi):
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = hadi.cookies
    strict.force_login(person("hadi"))
    page = strict.post(PAGE, WRITTEN, headers=HERE)
    assert (page.status_code, "isian Anda masih ada" in page.content.decode()) == (403, True)
    assert "Contoh naskah" in strict.get("/isian/").content.decode()


def test_files_are_named_as_missing(hadi):
    from django.core.files.uploadedfile import SimpleUploadedFile

    hadi.post(PAGE, WRITTEN | {"scan": SimpleUploadedFile("pindaian.pdf", b"%PDF")}, headers=HERE)
    assert "Berkas pindaian.pdf tidak dapat disimpan" in log_in(hadi).content.decode()
