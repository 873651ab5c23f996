"""The first run: opened by a one-time code only, each step kept, sound or refused, and gone when it is over."""

from io import StringIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client

from backend.administration.models import SetUp
from tests.pictures import png
from workflows.core.models import JournalEntry
from workflows.decrees.bases import shipped
from workflows.decrees.models import LegalBasis, Series
from workflows.organisation.models import Mandate, Office, Person, Region, RegionLabel, Stationery, WorkingDay
from workflows.routes.models import RouteVersion

NUMBERS = {f"{book}_{column}": value for book in ("regent", "letter", "note")
           for column, value in (("mode", "own"), ("pattern", "{no} TAHUN {thn}"), ("last", "0"))}  # fmt: skip
SAID: dict[str, dict[str, Any]] = {
    "wilayah": {"code": "1804"},
    "kop": {"head_lines": "", "address": "Jalan Contoh 1", "place": "Liwa"},
    "sebutan": {"label_desa": "Pekon", "head_desa": "Peratin", "label_kelurahan": "Kelurahan", "head_kelurahan": "Lurah",
                "label_kecamatan": "Kecamatan", "head_kecamatan": "Camat", "programme": "Kampung Keluarga Berkualitas"},
    "jabatan": {"agency": "Dinas Contoh", "acronym": "DC", "legal": "", "there": ["assistant", "pkb"],
                "partners": "Dinas Kesehatan Contoh\nDinas Pendidikan Contoh"},
    "nomor": NUMBERS | {"regent_last": "99", "village_pattern": "{no} TAHUN {thn}", "ladder": "pkb_before_camat"},
    "dasar-hukum": {"chosen": [one["title"] for one in shipped()]},
    "orang": {"name": "Contoh Pengelola", "front_titles": "", "back_titles": "", "nip": "", "phone": "0812 0000 0001", "email": "",
              "password": "rumah-di-tepi-danau", "again": "rumah-di-tepi-danau"},
}  # fmt: skip


def code() -> str:
    said = StringIO()
    call_command("setup_code", stdout=said)
    return said.getvalue().split()[2]


@pytest.fixture
def opened(db: None, client: Client) -> Client:
    assert client.post("/mulai/", {"code": code()}).status_code == 302
    return client


def walk(client: Client, upto: str = "orang") -> None:
    for name, said in SAID.items():
        answer = client.post(f"/mulai/{name}/", said)
        assert answer.status_code == 302, (name, answer.context["form"].errors, answer.context["refusal"])
        if name == upto:
            return


def test_the_front_page_of_an_empty_installation_leads_to_the_first_run(db, client):
    assert client.get("/").url == "/mulai/"


def test_only_the_code_opens_it_and_only_once(db, client):
    first = code()
    assert client.get("/mulai/wilayah/").url == "/mulai/"
    assert client.post("/mulai/", {"code": "AAAAA-BBBBB"}).status_code == 422
    assert client.post("/mulai/", {"code": first.lower()}).status_code == 302
    assert Client().post("/mulai/", {"code": first}).status_code == 422


def test_after_ten_wrong_codes_only_a_new_one_opens(db, client):
    right = code()
    for _n in range(10):
        client.post("/mulai/", {"code": "AAAAA-BBBBB"})
    assert client.post("/mulai/", {"code": right}).status_code == 422
    assert client.post("/mulai/", {"code": code()}).status_code == 302


def test_seven_steps_make_a_district(opened):
    walk(opened)
    region = Region.objects.get(level="regency")
    assert (region.name, region.zone, Region.objects.filter(level="village").count()) == ("Lampung Barat", "Asia/Jakarta", 136)
    assert WorkingDay.objects.exists()
    assert Stationery.objects.get(region=region).place == "Liwa"
    assert Stationery.objects.get(region=region).programme == "Kampung Keluarga Berkualitas"
    assert Office.objects.get(role="agency").label == "Kepala Dinas Contoh"
    assert Office.objects.filter(role="partner", label="Kepala Dinas Pendidikan Contoh").count() == 1
    assert not Office.objects.filter(role="village_secretary").exists()
    assert LegalBasis.objects.filter(region=region, verified=False).exclude(source="").count() == len(shipped())
    assert Series.objects.get(office__role="regent").last == 99
    assert Series.objects.filter(office__role="village_head", doc_class="keputusan_kades", mode="external").count() == 136
    steps = RouteVersion.objects.get(route__region=region, route__subject="proposal", state="published").steps
    assert list(steps.values_list("role", flat=True)) == ["village_head", "pkb", "camat", "agency"]
    lia = Person.objects.get(name="Contoh Pengelola")
    assert (lia.phone, lia.check_password("rumah-di-tepi-danau")) == ("081200000001", True)
    assert Mandate.objects.get(person=lia).office.role == "administrator"
    assert JournalEntry.objects.filter(act="organisation.Office.appoint").exists()
    assert opened.get("/pengelolaan/").status_code == 200
    assert opened.get("/mulai/").status_code == 404
    assert "sudah disiapkan" in printed()


def printed() -> str:
    said = StringIO()
    call_command("setup_code", stdout=said)
    return said.getvalue()


def test_a_step_left_is_resumed_and_none_is_skipped(opened):
    walk(opened, "kop")
    assert opened.get("/mulai/orang/").url == "/mulai/sebutan/"
    other = Client()
    other.post("/mulai/", {"code": code()})
    assert other.get("/mulai/").url == "/mulai/sebutan/"
    assert other.get("/mulai/kop/").context["form"]["address"].value() == "Jalan Contoh 1"


def test_a_step_done_may_be_changed(opened):
    walk(opened, "nomor")
    assert opened.post("/mulai/jabatan/", SAID["jabatan"] | {"there": ["pkb"]}).status_code == 302
    assert not Office.objects.active().filter(role="assistant").exists()
    assert opened.post("/mulai/sebutan/", SAID["sebutan"] | {"label_desa": "Desa", "head_desa": "Kepala Desa"}).status_code == 302
    assert RegionLabel.objects.get(shipped=False).label == "Desa"
    assert Office.objects.get(role="village_head", region__name="Kubu Perahu").label == "Kepala Desa Kubu Perahu"


@pytest.mark.parametrize(("upto", "step", "wrong", "words"), [
    ("", "wilayah", {"code": "18.99"}, "18.04 Kabupaten Lampung Barat"), ("", "wilayah", {"code": "abc"}, "empat angka"),
    ("jabatan", "wilayah", {"code": "61.12"}, "tidak dapat diganti"), ("sebutan", "jabatan", {"agency": ""}, "harus diisi"),
    ("jabatan", "nomor", {"regent_pattern": "tanpa nomor"}, "{no}"), ("dasar-hukum", "orang", {"again": "lain"}, "tidak sama"),
    ("dasar-hukum", "orang", {"password": "12345", "again": "12345"}, "pendek"),
    ("dasar-hukum", "orang", {"phone": "123"}, "Tulis seperti"),
    ("wilayah", "kop", {"emblem_file": b"GIF89a"}, "PNG yang utuh"),
])  # fmt: skip
def test_what_is_wrong_is_said_and_the_step_is_not_done(opened, upto, step, wrong, words):
    if upto:
        walk(opened, upto)
    answer = opened.post(f"/mulai/{step}/", SAID[step] | with_files(wrong))
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert (step in SetUp.objects.get().steps) == (step == "wilayah" and upto == "jabatan")


def with_files(given):
    return {name: SimpleUploadedFile("a.png", value) if isinstance(value, bytes) else value for name, value in given.items()}


def test_an_emblem_is_kept(opened):
    walk(opened, "wilayah")
    assert opened.post("/mulai/kop/", SAID["kop"] | with_files({"emblem_file": png(30, 40)})).status_code == 302
    assert Stationery.objects.get().emblem


def test_a_ladder_whose_office_is_missing_is_refused_with_the_step(opened):
    walk(opened, "sebutan")
    opened.post("/mulai/jabatan/", SAID["jabatan"] | {"there": ["pkb"]})
    answer = opened.post("/mulai/nomor/", SAID["nomor"] | {"ladder": "with_assistant"})
    assert answer.status_code == 422
    assert "asisten" in answer.content.decode().lower()
    assert not RouteVersion.objects.filter(route__region__isnull=False).exists()
    assert not Series.objects.exists()


def test_every_regency_of_the_country_can_begin(opened):
    answer = opened.post("/mulai/wilayah/", {"code": "3301"}, follow=True)
    assert answer.status_code == 200
    regency = SetUp.objects.get().region
    assert (regency.name, regency.parent.name) == ("Cilacap", "Jawa Tengah")
    assert Region.objects.under(regency).filter(level="village").count() == 284
