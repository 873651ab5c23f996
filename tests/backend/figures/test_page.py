"""The dashboard: what each figure says, of what, from where, for whom."""

import re
from datetime import date
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from backend.charts.chart import Columns, Stacked
from backend.figures.coverage import sentence
from backend.figures.figure import Figure
from tests.backend.pages.decrees import as_official
from tests.evaluation_world import EvaluationWorld
from tests.world import region
from workflows.organisation.models import Office, Region
from workflows.villages.coverage import coverages, known_since
from workflows.villages.models import KampungKB

D2024 = date(2024, 3, 4)


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
    shares = "2 dari 2 desa (100,0 %) · 1 dari 1 kelurahan (100,0 %) · 3 dari 3 desa dan kelurahan (100,0 %)."
    assert figure.says == f"{shares} Sebelum 1 Juni 2023 belum ada data di Siklus."
    rows = texts(figure)
    assert [row[0] for row in rows] == [*(f"31 Desember {year}" for year in range(2019, 2024)), "4 Maret 2024"]
    assert [row[-2] for row in rows] == [*["belum ada data"] * 4, "3 / 3", "3 / 3"]
    assert isinstance(figure.chart, Columns)
    assert [one.words for one in figure.chart.shares] == [*["–"] * 4, "100 %", "100 %"]


def test_before_the_first_designation_of_a_regency_nothing_is_known_and_that_is_no_nought(world: EvaluationWorld) -> None:
    shown = figures(world, world.regency, "?tanggal=2023-05-31")
    assert shown["cakupan"].says.startswith("Belum ada data: sampai 31 Mei 2023 belum ada penetapan Kampung KB di Contoh Raya")
    assert {row[-2] for row in texts(shown["cakupan"]) + texts(shown["cakupan-wilayah"])} == {"belum ada data"}
    assert "belum ada Kampung KB yang wajib melapor" in shown["laporan"].says


def test_a_regency_of_which_nothing_is_known_makes_no_province_smaller(world: EvaluationWorld) -> None:
    province = world.regency.parent
    other = region(province, "regency", "kabupaten", "Contoh Lain", "99.02")
    district = region(other, "district", "kecamatan", "Contoh Sana", "99.02.01")
    region(district, "village", "desa", "Contoh Sana Satu", "99.02.01.2001")
    assert coverages(province, D2024)["semua"] == coverages(world.regency, D2024)["semua"]
    world.appoint("lina", Office.objects.create(role="agency", region=province, label="OPD KB Provinsi Contoh"))
    shown = {figure.key: figure for figure in page(world, province, login="lina").context["figures"]}
    told = {row[0]: row[-2] for row in texts(shown["cakupan-wilayah"])}
    assert told == {"Contoh Lain": "belum ada data", "Contoh Raya": "3 / 3"}
    assert isinstance(shown["cakupan-wilayah"].chart, Stacked)
    assert [len(bar.parts) for bar in shown["cakupan-wilayah"].chart.bars] == [0, 2]


def test_a_day_before_there_were_kampung_kb_is_answered_by_the_first(world: EvaluationWorld) -> None:
    answer = page(world, world.regency, "?tanggal=0003-01-01")
    assert (answer.status_code, answer.context["asked"].day) == (200, date(2016, 1, 1))


def test_hamlets_are_no_villages_and_regencies_no_province(world: EvaluationWorld) -> None:
    """82 hamlets in 41 desa are neither 82 of 345 nor told as 41 whole ones."""
    KampungKB.objects.filter(region=world.villages[0]).update(scope="hamlet", hamlet="RW 01")
    world.decreed(units=[KampungKB.objects.create(region=world.villages[0], scope="hamlet", hamlet="RW 02")])
    says = figures(world, world.regency)["cakupan"].says
    assert says.startswith("2 dari 2 desa (100,0 %)")
    assert ". 1 di antaranya baru sebagian wilayahnya: 2 Kampung KB tingkat RW/dusun. " in says
    assert figures(world, world.district)["cakupan"].says == says
    found = coverages(world.regency.parent, date(2024, 3, 4))
    says = sentence(world.regency.parent, found, known_since(world.regency.parent))
    assert ". Dihitung dari 1 kabupaten/kota yang penetapannya tercatat di Siklus. " in says


def test_a_province_is_shown_by_its_regencies(world: EvaluationWorld) -> None:
    """To its own agency, which goes on to a regency and to its villages; a regency's sees no province."""
    province = world.regency.parent
    world.appoint("lina", Office.objects.create(role="agency", region=province, label="OPD KB Provinsi Contoh"))
    shown = {figure.key: figure for figure in page(world, province, login="lina").context["figures"]}
    assert "Dihitung dari 1 kabupaten/kota" in shown["cakupan"].says
    table = shown["cakupan-wilayah"].table
    assert table
    assert [(row[0].text, row[0].href.split("?")[0]) for row in table.rows] == [("Contoh Raya", f"/angka/{world.regency.pk}/")]
    assert page(world, world.regency, login="lina").status_code == 200
    assert page(world, province).status_code == 404


def test_where_there_are_no_kelurahan_all_villages_are_desa(world: EvaluationWorld) -> None:
    Region.objects.filter(pk=world.villages[2].pk).update(kind="desa")
    assert figures(world, world.regency)["cakupan"].says.startswith("3 dari 3 desa (100,0 %). ")


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


def test_the_list_of_a_kecamatan_says_how_far_each_evaluation_is(world: EvaluationWorld, opened: Any) -> None:
    listed = figures(world, world.district)["satuan"]
    assert listed.table
    assert listed.table.header[-1] == "Evaluasi yang berjalan"
    assert {row[-1] for row in texts(listed)} == {"konsep"}
    earlier = figures(world, world.district, "?tanggal=2024-03-03")["satuan"]
    assert earlier.table
    assert "Evaluasi yang berjalan" not in earlier.table.header


def test_what_nobody_can_divide_by_is_not_shown_as_a_share(world: EvaluationWorld, told: Any) -> None:
    told(0, "progress")
    shown = figures(world, world.regency)
    assert shown["kb"].says == "Peserta KB: belum dapat dihitung dari laporan Februari 2024."
    assert "kb-wilayah" not in shown
    assert shown["poktan"].table is None
    assert shown["poktan"].says.startswith("Belum dapat dihitung: belum ada Kampung KB yang melaporkan angka ini beserta")
