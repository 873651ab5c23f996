"""How complete a territory's reports are: with the denominator named, month by month, to take along, and who is reminded."""

from datetime import datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook

from worker.models import Delivery

FEBRUARY = "formulir=progress&masa=2024-02-01"


@pytest.fixture
def half(designated, sent):
    """One of the two Kampung KB told of February, a day late."""
    return sent("fitri")


def test_the_share_says_of_what(enter, world, half):
    page = enter("hadi").get(f"/laporan/wilayah/{world.regency.pk}/?{FEBRUARY}").content.decode()
    assert "1 dari 2 Kampung KB yang ditetapkan per 29 Februari 2024 sudah melapor (50,0 %)" in page
    assert "0 tepat waktu, sampai 3 Maret 2024" in page
    assert "Contoh Hilir" in page


def test_in_a_kecamatan_those_stand_who_have_not_told(enter, world, half):
    page = enter("budi", "camat").get(f"/laporan/wilayah/{world.district.pk}/?{FEBRUARY}")
    assert [unit.region.name for unit in page.context["missing"]] == ["Contoh Dua"]


def test_the_last_due_month_is_shown_unless_another_is_asked_for(enter, world, half):
    page = enter("hadi").get(f"/laporan/wilayah/{world.regency.pk}/?masa=2999-99-99&formulir=x")
    assert page.context["period"] == "Februari 2024"


def test_a_year_is_a_table_of_its_parts_and_of_its_villages(enter, world, half):
    client = enter("hadi")
    [line] = client.get(f"/laporan/wilayah/{world.regency.pk}/tahun/").context["lines"]
    assert [cell.words for cell in line.cells] == ["0/2", "1/2", "0/2"]
    lines = client.get(f"/laporan/wilayah/{world.district.pk}/tahun/").context["lines"]
    assert {line.name: [cell.meaning for cell in line.cells] for line in lines} == {
        "Contoh Satu": ["belum melapor", "terlambat", "belum waktunya"],
        "Contoh Dua": ["belum melapor", "belum melapor", "belum waktunya"],
    }


def test_a_conflict_stands_in_the_table_until_it_is_merged(enter, world, half, sent):
    sent("gita", reported_by="Contoh Kader", reported_on="2024-03-02", iud=4, injection=31)
    lines = enter("hadi").get(f"/laporan/wilayah/{world.district.pk}/tahun/").context["lines"]
    assert lines[1].cells[1].words == "!"


def test_the_workbook_has_every_kampung_kb_with_figures_as_numbers_and_their_source(enter, world, half):
    answer = enter("hadi").get(f"/laporan/wilayah/{world.regency.pk}/unduh/?{FEBRUARY}")
    header, dua_or_satu, other = load_workbook(BytesIO(b"".join(answer.streaming_content))).active.iter_rows(values_only=True)
    assert "ditetapkan per 29 Februari 2024" in str(header[0])
    told, missing = sorted((dua_or_satu, other), key=lambda row: row[5] == "belum")
    assert (told[2], told[4], told[5]) == ("Contoh Satu", datetime(2024, 3, 4), "tidak")
    assert (told[header.index("Peserta IUD")], told[-1]) == (5, "SIGA; Posyandu (e-PPGBM)")
    assert (missing[2], missing[5]) == ("Contoh Dua", "belum")


def test_the_same_as_csv(enter, world, half):
    answer = enter("hadi").get(f"/laporan/wilayah/{world.regency.pk}/unduh/?{FEBRUARY}&bentuk=csv")
    lines = b"".join(answer.streaming_content).decode().splitlines()
    assert len(lines) == 3
    assert lines[1].startswith("99.01.01.2001;")


def test_only_the_late_are_reminded_and_once_a_day(enter, world, half):
    client, address = enter("hadi"), f"/laporan/wilayah/{world.regency.pk}/ingatkan/"
    page = client.get(f"{address}?{FEBRUARY}").content.decode()
    assert "Contoh Eko" in page
    assert "Contoh Fitri" not in page
    for _twice in range(2):
        client.post(address, {"formulir": "progress", "masa": "2024-02-01"})
    told = Delivery.objects.filter(channel="app")
    assert set(told.values_list("person__username", flat=True)) == {"eko", "ani"}
    assert told.count() == 2
    assert "mengingatkan: Perkembangan bulanan" in told[0].text


@pytest.mark.parametrize(("login", "role"), [("fitri", ""), ("eko", "")])
def test_a_village_reminds_nobody(enter, world, half, login, role):
    region = world.villages[0] if login == "fitri" else world.villages[1]
    assert enter(login, role).get(f"/laporan/wilayah/{region.pk}/ingatkan/").status_code == 404


def test_what_is_foreign_does_not_exist(enter, world, half):
    eko = enter("eko")
    for address in (f"/laporan/{half.pk}/", f"/laporan/desa/{half.kampung_id}/", f"/laporan/wilayah/{world.regency.pk}/"):
        assert eko.get(address).status_code == 404


def test_who_is_above_begins_at_the_territory_s_completeness(enter, world, half):
    assert enter("hadi").get("/laporan/").headers["Location"] == f"/laporan/wilayah/{world.regency.pk}/"
