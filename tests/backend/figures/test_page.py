"""The dashboard: what each figure says, of what, from where, for whom."""

import re
from datetime import date
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from backend.figures.figure import Figure
from tests.backend.pages.decrees import as_official
from tests.evaluation_world import EvaluationWorld
from tests.world import region
from workflows.organisation.models import Region


def page(world: EvaluationWorld, where: Region, query: str = "", login: str = "citra", role: str = "") -> Any:
    return as_official(world, login, role).get(f"/angka/{where.pk}/{query}")


def figures(world: EvaluationWorld, where: Region, query: str = "") -> dict[str, Figure]:
    return {figure.key: figure for figure in page(world, where, query).context["figures"]}


def texts(figure: Figure) -> list[list[str]]:
    assert figure.table
    return [[cell.text for cell in row] for row in figure.table.rows]


def test_every_figure_says_where_it_comes_from(world: EvaluationWorld, told: Any, opened: Any, classed: Any) -> None:
    told(0, "progress")
    classed("mandiri", "dasar", None)
    answer = page(world, world.regency)
    shown = answer.context["figures"]
    text = answer.content.decode()
    there = {"cakupan", "kelas", "laporan", "putaran", "menunggu", "terlambat", "stunting", "kb", "poktan"}
    assert there <= {figure.key for figure in shown}
    for figure in shown:
        origin = figure.origin
        assert all((origin.source, origin.period, origin.denominator, origin.on)), figure.key
    assert text.count("Dari mana angka ini") == len(shown)
    assert "style=" not in text


def test_coverage_over_the_years_names_its_denominators(world: EvaluationWorld) -> None:
    figure = figures(world, world.regency)["cakupan"]
    assert figure.says == "2 dari 2 desa (100,0 %) · 1 dari 1 kelurahan (100,0 %) · 3 dari 3 desa dan kelurahan (100,0 %)"
    rows = texts(figure)
    assert [row[0] for row in rows] == [*(f"31 Desember {year}" for year in range(2019, 2024)), "4 Maret 2024"]
    assert [row[-2] for row in rows] == ["0 / 3", "0 / 3", "0 / 3", "0 / 3", "3 / 3", "3 / 3"]
    earlier = figures(world, world.regency, "?tanggal=2023-05-31")["cakupan"]
    assert texts(earlier)[-1][-2:] == ["0 / 3", "0,0 %"]


def test_classes_count_those_without_one_too(world: EvaluationWorld, opened: Any, classed: Any) -> None:
    classed("mandiri", "", None)
    figure = figures(world, world.regency)["kelas"]
    assert figure.table
    assert dict(zip(figure.table.header, texts(figure)[0], strict=True)) == {
        "Tahun": "2024", "Dasar": "0", "Berkembang": "0", "Mandiri": "1", "Berkelanjutan": "0", "Tidak dapat dihitung": "1",
        "Belum berkelas": "1", "Jumlah": "3",
    }  # fmt: skip
    assert figure.says == "2 dari 3 Kampung KB berkelas dari evaluasi tahun 2024."
    assert "Belum ada putaran" in figures(world, world.regency, "?tanggal=2024-03-03")["kelas"].says


def test_reports_are_complete_and_in_time_as_of_a_day(world: EvaluationWorld, told: Any) -> None:
    told(0, "progress")
    told(1, "progress", on="2024-03-04")
    [row, *_others] = texts(figures(world, world.regency)["laporan"])
    assert row == ["Perkembangan bulanan Bangga Kencana, Februari 2024", "3", "2", "66,7 %", "1", "33,3 %", "0"]
    [before, *_others] = texts(figures(world, world.regency, "?tanggal=2024-03-03")["laporan"])
    assert before[1:5] == ["3", "1", "33,3 %", "1"]
    [earlier, *_others] = texts(figures(world, world.regency, "?tanggal=2024-03-01")["laporan"])
    assert earlier[:3] == ["Perkembangan bulanan Bangga Kencana, Januari 2024", "3", "0"]


def test_an_indicator_is_a_share_of_those_that_told_both(world: EvaluationWorld, told: Any) -> None:
    told(0, "progress")
    told(0, "population", date(2024, 1, 1))
    told(1, "progress", users=40, iud=0, mow=0, implant=0, injection=40, pill=0, condom=0)
    shown = figures(world, world.regency)
    rows = {row[0]: row[1:5] for row in texts(shown["kb"])}
    assert rows["Peserta KB"] == ["60", "100", "60,0 %", "1"]
    assert rows["Peserta KB jangka panjang (MKJP)"] == ["11", "100", "11,0 %", "2"]
    assert rows["Kebutuhan ber-KB yang tidak terpenuhi"] == ["11", "100", "11,0 %", "1"]
    assert shown["kb"].says == "Peserta KB: 60,0 %, dari laporan 1 dari 3 Kampung KB, Februari 2024."
    assert {row[0]: row[1:5] for row in texts(shown["stunting"])}["Punya DASHAT"] == ["0", "0", "–", "0"]


def test_stunting_is_a_share_of_the_children_measured_where_it_was_reported(world: EvaluationWorld, told: Any) -> None:
    told(0, "progress")
    told(1, "progress", measured=30, stunted=1)
    told(0, "population", date(2024, 1, 1))
    shown = figures(world, world.regency)
    figure = shown["stunting"]
    rows = {row[0]: row[1:5] for row in texts(figure)}
    assert rows["Balita stunting"] == ["10", "100", "10,0 %", "2"]
    assert rows["Balita diukur"] == ["70", "80", "87,5 %", "1"]
    assert rows["Keluarga berisiko stunting (KRS)"] == ["45", "300", "15,0 %", "1"]
    assert figure.says == "Balita stunting: 10,0 %, dari laporan 2 dari 3 Kampung KB, Februari 2024."
    assert texts(shown["stunting-wilayah"]) == [["Contoh Hilir", "10,0 % (2)", "87,5 % (1)", "15,0 % (1)", "–"]]
    villages = texts(figures(world, world.district)["stunting-wilayah"])
    assert [row[:2] for row in villages] == [["Contoh Satu", "12,9 %"], ["Contoh Dua", "3,3 %"]]


def test_from_the_regency_to_a_village_it_is_two_taps(world: EvaluationWorld) -> None:
    first = page(world, world.regency).content.decode()
    assert f'href="/angka/{world.district.pk}/?tanggal=2024-03-04"' in first
    second = page(world, world.district, "?tanggal=2024-03-04").content.decode()
    assert {int(pk) for pk in re.findall(r'href="/desa/(\d+)/"', second)} == {unit.pk for unit in world.units}
    assert page(world, world.villages[0]).status_code == 302


def test_who_sees_what(world: EvaluationWorld) -> None:
    assert page(world, world.regency, login="budi", role="camat").status_code == 404
    assert page(world, world.district, login="budi", role="camat").status_code == 200
    assert page(world, world.district, login="fitri").status_code == 404
    assert as_official(world, "citra").get("/angka/")["Location"] == f"/angka/{world.regency.pk}/"


def test_the_hub_leads_there(world: EvaluationWorld) -> None:
    assert "3 dari 3 desa dan kelurahan (100,0 %)" in as_official(world, "citra").get("/tahun-ini/").content.decode()
    assert 'href="/angka/"' not in as_official(world, "fitri").get("/tahun-ini/").content.decode()


def test_a_day_that_is_none_or_to_come_is_today(world: EvaluationWorld) -> None:
    for given in ("kemarin", "2999-01-01", ""):
        assert page(world, world.regency, f"?tanggal={given}").context["asked"].day == date(2024, 3, 4), given


def test_the_page_costs_the_same_however_large_the_territory(
    world: EvaluationWorld, told: Any, opened: Any, classed: Any
) -> None:
    told(0, "progress")
    classed("mandiri", "dasar", None)
    client, url = as_official(world, "citra"), f"/angka/{world.regency.pk}/"
    before = statements(client, url)
    for number in range(30):
        place = region(world.regency, "district", "kecamatan", f"Contoh {number}", f"99.01.{number + 10}")
        region(place, "village", "desa", f"Contoh {number}", f"99.01.{number + 10}.2001")
    assert statements(client, url) == before
    assert before < 75


def statements(client: Any, url: str) -> int:
    client.get(url)
    with CaptureQueriesContext(connection) as sent:
        client.get(url)
    return len(sent)


def test_what_nobody_can_divide_by_is_not_shown_as_a_share(world: EvaluationWorld, told: Any) -> None:
    told(0, "progress")
    shown = figures(world, world.regency)
    assert shown["kb"].says == "Peserta KB: belum dapat dihitung dari laporan Februari 2024."
    assert "kb-wilayah" not in shown
    assert shown["poktan"].table is None
