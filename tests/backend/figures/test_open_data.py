"""What anybody may read: the same numbers as on the dashboard of that day, in files that programs and Excel open."""

import csv
import io
import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape
from frictionless import validate
from openpyxl import load_workbook

from backend.figures.open_data.datasets import DATASETS
from tests.backend.figures.test_page import figures, texts
from tests.backend.pages.decrees import as_official
from tests.evaluation_world import EvaluationWorld
from tests.world import region
from workflows.organisation.models import Office, Person
from workflows.villages.models import KampungKB

DAY = "2024-03-04"
AT = f"/data-terbuka/99.01/{DAY}"


def body(client: Client, path: str) -> bytes:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.getvalue()


def rows(client: Client, name: str, day: str = DAY) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(body(client, f"/data-terbuka/99.01/{day}/{name}.csv").decode())))


@pytest.fixture
def told_all(world: EvaluationWorld, told: Any, opened: Any, classed: Any) -> EvaluationWorld:
    """A regency with something in every dataset, and a Kampung KB that is one hamlet."""
    hamlet = KampungKB.objects.create(region=world.villages[0], scope="hamlet", hamlet="RW 05")
    world.decreed(units=[hamlet])
    told(0, "progress")
    told(1, "progress", on="2024-03-04")
    told(0, "population", date(2024, 1, 1))
    told(0, "profile")
    classed("mandiri", "", None)
    return world


def test_a_strict_reader_finds_the_package_valid(client: Client, told_all: EvaluationWorld, tmp_path: Path) -> None:
    (tmp_path / "datapackage.json").write_bytes(body(client, f"{AT}/datapackage.json"))
    for name in DATASETS:
        (tmp_path / f"{name}.csv").write_bytes(body(client, f"{AT}/{name}.csv"))
    report = validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["title", "fieldName", "rowNumber", "message"])
    assert {task.name: task.stats["rows"] for task in report.tasks} == {
        "kampung-kb": 4, "kelas": 2, "cakupan": 6, "kelengkapan": 22, "indikator": 24,
    }  # fmt: skip


def test_the_package_says_what_it_is(client: Client, told_all: EvaluationWorld) -> None:
    package = json.loads(body(client, f"{AT}/datapackage.json"))
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert (package["name"], package["version"]) == ("kampung-kb-99-01-2024-03-04", DAY)
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    for resource in package["resources"]:
        schema = resource["schema"]
        assert {"code", "as_of"} <= set(schema["primaryKey"])
        assert all(field["title"] and field["description"] for field in schema["fields"])
        assert resource["sources"]


def test_the_numbers_are_those_of_the_dashboard_of_that_day(client: Client, told_all: EvaluationWorld) -> None:
    for day in (DAY, "2024-03-03"):
        shown = figures(told_all, told_all.regency, f"?tanggal={day}")
        whole = [row for row in rows(client, "cakupan", day) if row["level"] == "regency"]
        table = shown["cakupan"].table
        assert table
        assert [f"{row['designated']} / {row['villages']}" for row in whole] == [cell.text for cell in table.rows[-1][1::2]]
        table = shown["laporan"].table
        assert table
        for line, form in zip(table.rows, ("progress", "profile", "population"), strict=True):
            told = [row for row in rows(client, "kelengkapan", day) if row["level"] == "regency" and row["form"] == form][0]
            assert [told["expected"], told["reported"], told["in_time"]] == [line[n].text for n in (1, 2, 4)]
        told_of = {row["title"]: row for row in rows(client, "indikator", day) if row["level"] == "regency"}
        for line in (line for key in ("stunting", "kb", "poktan") if (table := shown[key].table) for line in table.rows):
            one = told_of[line[0].text]
            assert [one["part"], one["whole"], one["units"]] == [line[n].text for n in (1, 2, 4)]
    classes = figures(told_all, told_all.regency)["kelas"].table
    assert classes
    assert dict(zip(classes.header, classes.rows[0], strict=True))["Mandiri"].text == "1"
    assert [row["class"] for row in rows(client, "kelas")] == ["mandiri", ""]


def test_what_nobody_knows_is_empty_and_no_nought(client: Client, world: EvaluationWorld) -> None:
    found = rows(client, "cakupan", "2023-05-31")
    assert {(row["designated"], row["share"]) for row in found} == {("", "")}
    assert {row["villages"] for row in found if row["level"] == "regency"} == {"1", "2", "3"}
    assert rows(client, "kelengkapan", "2023-05-31") == []


def test_a_kampung_kb_has_its_code_its_decree_and_its_scope(client: Client, told_all: EvaluationWorld) -> None:
    found = rows(client, "kampung-kb")
    assert [(row["code"], row["hamlet"], row["hamlet_scope"], row["designated_on"]) for row in found] == [
        ("99.01.01.2001", "", "false", "2023-06-01"), ("99.01.01.2001", "RW 05", "true", "2023-06-01"),
        ("99.01.01.2002", "", "false", "2023-06-01"), ("99.01.01.1003", "", "false", "2023-06-01"),
    ]  # fmt: skip
    assert {row["as_of"] for row in found} == {DAY}
    assert rows(client, "kampung-kb", "2023-05-31") == []


def test_few_children_are_not_published(client: Client, world: EvaluationWorld, told: Any) -> None:
    for village in (0, 1, 2):
        told(village, "progress", measured=10, stunted=1)
    found = {row["level"]: row for row in rows(client, "indikator") if row["indicator"] == "stunting"}
    assert {(row["part"], row["whole"], row["share"], row["units"], row["hidden"]) for row in found.values()} == {
        ("", "", "", "3", "true")
    }  # fmt: skip
    assert set(found) == {"regency", "district"}
    shown = {row[0]: row[1:3] for row in texts(figures(world, world.regency)["stunting"])}
    assert shown["Balita stunting"] == ["3", "30"]


def test_excel_opens_it_in_indonesian(client: Client, told_all: EvaluationWorld) -> None:
    text = body(client, f"{AT}/kelengkapan.excel.csv").decode("utf-8")
    assert text.startswith("\ufeffKode wilayah;Tingkat;Nama;")
    assert any(";0,5;0,25;" in line for line in text.splitlines())
    assert ";tidak;" in body(client, f"{AT}/kampung-kb.excel.csv").decode()
    sheet = load_workbook(io.BytesIO(body(client, f"{AT}/kelengkapan.xlsx"))).active
    assert sheet["A1"].value == "Kode wilayah"
    assert [sheet[at].value for at in ("B2", "B3", "D2")] == ["Kabupaten/kota", "Kecamatan", "Perkembangan bulanan"]
    assert (sheet["G2"].value, sheet["J2"].value, sheet["J2"].number_format) == (4, 0.5, "0.0%")
    assert (sheet["L2"].value, sheet["L2"].number_format) == (datetime(2024, 3, 4), "dd/mm/yyyy")


def test_json_has_the_same_rows(client: Client, told_all: EvaluationWorld) -> None:
    for name in DATASETS:
        told = json.loads(body(client, f"{AT}/{name}.json"))
        assert [list(row) for row in told] == [list(row) for row in rows(client, name)]
        assert len(told) == len(rows(client, name))
    assert json.loads(body(client, "/data-terbuka/99.01/2020-01-01/kampung-kb.json")) == []


def test_the_page_defines_what_it_offers_and_says_that_the_licence_waits(client: Client, told_all: EvaluationWorld) -> None:
    text = body(client, "/data-terbuka/99.01").decode()
    for dataset in DATASETS.values():
        for column in dataset.columns:
            assert escape(column.meaning) in text
    assert "99.01" in text
    assert "4 Maret 2024" in text
    assert "Belum dikonfirmasi oleh pemerintah daerah (UNVERIFIED)" in text
    with override_settings(OPEN_DATA_LICENCE="CC0-1.0"):
        told = body(client, "/data-terbuka/99.01").decode()
    assert "CC0" in told
    assert "Belum dikonfirmasi" not in told


def test_nothing_about_persons_is_in_any_of_it(client: Client, told_all: EvaluationWorld) -> None:
    people = [name for person in Person.objects.all() for name in (person.name, person.username) if len(name) > 4]
    everything = body(client, "/data-terbuka/99.01") + body(client, f"{AT}/datapackage.json")
    for name in DATASETS:
        for ending in ("csv", "json", "excel.csv"):
            everything += body(client, f"{AT}/{name}.{ending}")
    told = everything.decode().replace("Contoh Raya", "")
    assert len(people) > 5
    assert [name for name in people if name in told] == []
    assert "Contoh Kader" not in told


def test_what_there_is_not_is_not_found(client: Client, world: EvaluationWorld) -> None:
    for path in ("00.00", "99", "99.01.01", f"99.01/{DAY}/orang.csv", f"99.01/{DAY}/cakupan.exe", "99.01/2024-02-31/cakupan.csv",
                 "99.01/2024-03-05/cakupan.csv", "99.01/1999-01-01/datapackage.json"):  # fmt: skip
        assert client.get(f"/data-terbuka/{path}").status_code == 404, path


def test_regencies_are_found_by_name_and_code(client: Client, world: EvaluationWorld) -> None:
    region(world.regency.parent, "regency", "kabupaten", "Contoh Lain", "99.02")
    for asked in ("", "?cari=raya", "?cari=99.01"):
        text = client.get(f"/data-terbuka{asked}").content.decode()
        assert "/data-terbuka/99.01" in text
        assert "/data-terbuka/99.02" not in text
    assert "Tidak ada kabupaten atau kota" in client.get("/data-terbuka?cari=99.02").content.decode()
    assert Office.objects.filter(role="agency").count() == 1


def test_who_has_it_is_not_sent_it_again(client: Client, told_all: EvaluationWorld) -> None:
    first = client.get(f"{AT}/cakupan.csv")
    assert "max-age=300" in first["Cache-Control"]
    assert client.get(f"{AT}/cakupan.csv", headers={"if-none-match": first["ETag"]}).status_code == 304
    told_all.evaluation(0)
    as_official(told_all, "citra")
    told_all.handed_in(1)
    assert client.get(f"{AT}/cakupan.csv", headers={"if-none-match": first["ETag"]}).status_code == 200


def test_a_file_costs_as_many_questions_however_many_villages_there_are(client: Client, told_all: EvaluationWorld) -> None:
    before = {name: statements(client, name) for name in DATASETS}
    villages = [region(told_all.district, "village", "desa", f"Contoh Lagi {n}", f"99.01.01.21{n:02}") for n in range(30)]
    told_all.decreed(units=[KampungKB.objects.create(region=village) for village in villages])
    assert {name: statements(client, name) for name in DATASETS} == before
    assert len(rows(client, "kampung-kb")) == 34


def statements(client: Client, name: str) -> int:
    body(client, f"{AT}/{name}.json")
    with CaptureQueriesContext(connection) as sent:
        body(client, f"{AT}/{name}.json")
    return len(sent)
