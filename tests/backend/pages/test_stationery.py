"""*Kop dan kertas*: an official says what the papers of his office or regency print, and looks at a sample."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.backend.pages.decrees import as_official
from tests.decree_world import DecreeWorld, build_decree_world
from tests.documents.reading import Reading
from tests.ground import Ground, ground_of
from tests.pictures import png
from workflows.organisation.models import Stationery
from workflows.organisation.stationery import stationery_for

ground = ground_of(build_decree_world)


@pytest.fixture
def world(db: None, ground: Ground) -> DecreeWorld:
    return ground()


def said(**more):
    return {"since": "2024-03-04", "papers": "", "head_lines": ""} | more


def test_the_agency_says_it_for_its_regency_and_the_sample_prints_it(world):
    hadi, path = as_official(world, "hadi"), f"/kop/wilayah/{world.regency.pk}/"
    emblem = SimpleUploadedFile("lambang.png", png(300, 400), "image/png")
    answer = hadi.post(path, said(emblem_file=emblem, paper="A4", number_prefix="NOMOR :", show_rahmat="True", margin_left="30"))
    assert answer.status_code == 302, answer.content.decode()
    row = Stationery.objects.get()
    assert (row.region, row.since, row.set_by.username, row.show_rahmat) == (world.regency, date(2024, 3, 4), "hadi", True)
    sample = Reading(b"".join(hadi.get(f"{path}contoh.pdf").streaming_content))
    assert "NOMOR : B/" in sample.flowing
    assert "DENGAN RAHMAT" in sample.flowing


def test_what_is_not_touched_stays_and_an_emblem_can_be_taken_away(world):
    hadi, path = as_official(world, "hadi"), f"/kop/wilayah/{world.regency.pk}/"
    emblem = SimpleUploadedFile("lambang.png", png(30, 40), "image/png")
    hadi.post(path, said(emblem_file=emblem, head_lines="PEMERINTAH CONTOH\nRAYA"))
    form = hadi.get(path).context["form"]
    assert (form["head_lines"].value(), form["since"].value()) == ("PEMERINTAH CONTOH\nRAYA", date(2024, 3, 4))
    hadi.post(path, said(address="Jalan Contoh 1"))
    assert stationery_for(world.office("agency"), date(2024, 3, 4)).lambang
    hadi.post(path, said(without_emblem="on"))
    assert not stationery_for(world.office("agency"), date(2024, 3, 4)).lambang


@pytest.mark.parametrize(("wrong", "words"), [
    ({"margin_left": "5"}, "10"), ({"paper": "F5"}, "F5"), ({"since": "kemarin"}, "tanggal"), ({"since": "1999-12-31"}, "2000"),
    ({"emblem_file": SimpleUploadedFile("a.png", b"GIF89a")}, "PNG yang utuh"),
])  # fmt: skip
def test_what_is_wrong_is_said_and_nothing_is_stored(world, wrong, words):
    answer = as_official(world, "hadi").post(f"/kop/wilayah/{world.regency.pk}/", said(**wrong))
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Stationery.objects.exists()


def test_each_office_says_it_for_itself_only(world):
    fitri, own, other = as_official(world, "fitri"), world.office("village_head"), world.office("village_head", 1)
    assert fitri.post(f"/kop/jabatan/{own.pk}/", said(place="Balai Contoh")).status_code == 302
    assert stationery_for(own, date(2024, 3, 4)).place == "Balai Contoh"
    for path in (f"/kop/jabatan/{other.pk}/", f"/kop/wilayah/{world.regency.pk}/", f"/kop/jabatan/{own.pk + 999}/", "/kop/x/1/"):
        assert fitri.get(path).status_code == 404
        assert fitri.post(path, said()).status_code == 404
    assert len(fitri.get("/kop/").context["owners"]) == 1


def test_a_letters_sample_has_the_kop(world):
    path = f"/kop/jabatan/{world.office('agency').pk}/contoh.pdf?naskah=naskah_dinas"
    sample = Reading(b"".join(as_official(world, "hadi").get(path).streaming_content))
    assert "PEMERINTAH KABUPATEN CONTOH RAYA PERANGKAT DAERAH KB" in sample.flowing
