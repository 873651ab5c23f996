"""J18: the provincial team, without a login, takes a regency's open data: valid, and as on the dashboard."""

import csv
import io
import json
from pathlib import Path

import pytest
from frictionless import validate
from playwright.sync_api import Page

from backend.figures.open_data.datasets import DATASETS
from tests.journeys.conftest import Enter
from tests.journeys.looking import DESKTOP, PHONE, look
from tests.journeys.stack import Stack
from workflows.organisation.models import Mandate, Region

pytestmark = pytest.mark.nightly

CODE = "18.04"
AGENCY = "lampung-barat.kadis"


def downloaded(page: Page, name: str) -> bytes:
    """What the link of that name gives."""
    with page.expect_download() as download:
        page.get_by_role("link", name=name, exact=True).click()
    return Path(download.value.path()).read_bytes()


def opened(page: Page) -> Page:
    page.get_by_label("Nama atau kode kabupaten/kota").fill("lampung barat")
    page.get_by_role("button", name="Cari").click()
    page.get_by_role("link", name="Lampung Barat").click()
    page.get_by_role("heading", name="Data terbuka Kabupaten Lampung Barat").wait_for()
    return page


def test_the_page_says_whose_data_it_is_of_when_and_under_which_terms(stack: Stack, enter: Enter) -> None:
    page = opened(enter(None, PHONE, "/data-terbuka"))
    for words in (CODE, "Creative Commons Attribution 4.0", "UNVERIFIED", "Perubahan terakhir"):
        page.get_by_text(words).first.wait_for()
    for fold in page.get_by_text("Arti tiap kolom").all():
        fold.click()
    page.get_by_text("Kebutuhan ber-KB yang tidak terpenuhi").wait_for()
    look(page, "data-terbuka")


def test_the_files_are_valid_open_in_excel_and_name_nobody(stack: Stack, enter: Enter, tmp_path: Path) -> None:
    page = opened(enter(None, DESKTOP, "/data-terbuka"))
    files = {f"{name}.csv": downloaded(page, f"{one.title}, CSV") for name, one in DATASETS.items()}
    files["datapackage.json"] = downloaded(page, "datapackage.json")
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    report = validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["name", "title", "fieldName", "rowNumber"])
    assert len(json.loads(downloaded(page, "Kampung KB, JSON"))) == 136
    told = downloaded(page, "Cakupan Kampung KB, CSV untuk Excel").decode("utf-8-sig")
    lines = list(csv.reader(io.StringIO(told), delimiter=";"))
    assert {len(line) for line in lines} == {8}
    assert [line[6] for line in lines[1:4]] == ["1,0"] * 3
    everything = b"".join(files.values()).decode()
    people = Mandate.objects.filter(office__region__codes__code__startswith=CODE).values_list("person__name", flat=True)
    assert [name for name in set(people) if name in everything] == []


def test_the_numbers_are_those_of_the_dashboard(stack: Stack, enter: Enter) -> None:
    regency = Region.objects.get(codes__code=CODE, codes__until=None)
    told = downloaded(opened(enter(None, DESKTOP, "/data-terbuka")), "Cakupan Kampung KB, CSV").decode()
    whole = {row["denominator"]: row for row in csv.DictReader(io.StringIO(told)) if row["code"] == CODE}
    page = enter(AGENCY, DESKTOP, f"/angka/{regency.pk}/")
    for name, words in {"desa": "desa (", "kelurahan": "kelurahan (", "semua": "desa dan kelurahan ("}.items():
        page.get_by_text(f"{whole[name]['designated']} dari {whole[name]['villages']} {words}").first.wait_for()
    look(page, "angka")
    page.get_by_role("link", name="Balik Bukit").first.click()
    page.get_by_role("heading", name="Kampung KB satu per satu").wait_for()
    page.get_by_role("region", name="Tabel Kampung KB satu per satu").get_by_role("link").first.click()
    page.get_by_role("heading", name="Garis waktu").first.wait_for()
