"""Emblem, kop, paper and words are dated district data: the most specific says it, down to the shipped default."""

import base64
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError
from PIL import Image

from tests.ground import Ground, ground_of
from tests.pictures import png
from tests.world import World, build_world
from workflows.core.errors import BadValues
from workflows.organisation.emblem import emblem_of
from workflows.organisation.models import Papers, Stationery
from workflows.organisation.stationery import SIGNED_ELECTRONICALLY, set_stationery, stationery_for

SINCE, DAY = date(2024, 1, 1), date(2024, 3, 4)


ground = ground_of(build_world)


@pytest.fixture
def world(db: None, ground: Ground) -> World:
    return ground()


def test_without_data_the_shipped_default_holds(world):
    look = stationery_for(world.office("regent"), DAY)
    assert look.on_decrees == {"footer": SIGNED_ELECTRONICALLY, "number_prefix": "NOMOR", "show_rahmat": False}
    assert (look.place, look.programme) == ("Contoh Raya", "Kampung Keluarga Berkualitas")


def test_each_field_comes_from_the_most_specific_row_that_says_it(world):
    set_stationery(world.regency.parent, SINCE, None, paper="A4", number_prefix="NOMOR :", margin_left=30)
    set_stationery(world.regency, SINCE, None, paper="F4-210", show_rahmat=True)
    set_stationery(world.office("regent"), SINCE, None, show_rahmat=False, place="Contoh Kota", margin_top=40)
    look = stationery_for(world.office("regent"), DAY)
    assert look.page == {"size": "F4-210", "margins": {"left": 30, "top": 40}}
    assert (look.number_prefix, look.show_rahmat, look.place) == ("NOMOR :", False, "Contoh Kota")
    assert stationery_for(world.office("agency"), DAY).show_rahmat is True


def test_margins_may_differ_between_decrees_and_letters(world):
    set_stationery(world.regency, SINCE, None, margin_left=25)
    set_stationery(world.regency, SINCE, None, papers=Papers.NASKAH_DINAS, margin_left=30)
    office = world.office("agency")
    assert stationery_for(office, DAY).page == {"margins": {"left": 25}}
    assert stationery_for(office, DAY, Papers.NASKAH_DINAS).page == {"margins": {"left": 30}}


def test_what_holds_is_what_held_on_the_papers_date(world):
    office = world.office("regent")
    set_stationery(world.regency, date(2020, 1, 1), None, footer="Lama.")
    set_stationery(world.regency, date(2024, 3, 1), None, footer="Baru.")
    assert [stationery_for(office, day).footer for day in (date(2024, 2, 29), date(2024, 3, 1))] == ["Lama.", "Baru."]
    assert [*Stationery.objects.order_by("since").values_list("until", flat=True)] == [date(2024, 2, 29), None]


def test_a_row_put_before_a_later_one_ends_where_that_begins(world):
    set_stationery(world.regency, date(2024, 6, 1), None, footer="Juni.")
    set_stationery(world.regency, date(2024, 1, 1), None, footer="Januari.")
    set_stationery(world.regency, date(2024, 1, 1), None, footer="Januari, dibetulkan.")
    rows = Stationery.objects.order_by("since").values_list("footer", "until")
    assert [*rows] == [("Januari, dibetulkan.", date(2024, 5, 31)), ("Juni.", None)]


def test_two_never_hold_on_one_day(world):
    set_stationery(world.regency, SINCE, None, footer="Satu.")
    with pytest.raises(IntegrityError):
        Stationery.objects.create(region=world.regency, since=DAY, footer="Dua.")


def test_where_an_office_sits_is_not_inherited(world):
    set_stationery(world.regency, SINCE, None, place="Contoh Kota", address="Jalan Contoh 1")
    village = stationery_for(world.office("village_head"), DAY)
    assert (village.place, village.letterhead["address"]) == ("Contoh Satu", "")
    assert stationery_for(world.office("agency"), DAY).letterhead["address"] == "Jalan Contoh 1"


@pytest.mark.parametrize(("role", "lines"), [
    ("regent", ["BUPATI CONTOH RAYA"]),
    ("secretary", ["PEMERINTAH KABUPATEN CONTOH RAYA", "SEKRETARIAT DAERAH"]),
    ("camat", ["PEMERINTAH KABUPATEN CONTOH RAYA", "KECAMATAN CONTOH HILIR"]),
    ("village_head", ["PEMERINTAH KABUPATEN CONTOH RAYA", "KECAMATAN CONTOH HILIR", "DESA CONTOH SATU"]),
])  # fmt: skip
def test_the_kop_says_whose_office_it_is(world, role, lines):
    assert stationery_for(world.office(role), DAY).letterhead["lines"] == lines


def test_the_agency_bears_the_name_of_the_day(world):
    agency = world.office("agency")
    agency.names.create(name="Dinas Contoh Lama", until=date(2023, 12, 31))
    agency.names.create(name="Dinas Contoh Baru", since=SINCE)
    set_stationery(world.regency, date(2020, 1, 1), None, head_lines=["PEMERINTAH CONTOH RAYA"])
    heads = [stationery_for(agency, day).letterhead["lines"] for day in (date(2023, 5, 1), DAY)]
    assert heads == [["PEMERINTAH CONTOH RAYA", "DINAS CONTOH LAMA"], ["PEMERINTAH CONTOH RAYA", "DINAS CONTOH BARU"]]
    assert stationery_for(world.office("regent"), DAY).letterhead["lines"] == ["BUPATI CONTOH RAYA"]


def test_before_the_rename_papers_say_keluarga_berencana_unless_overridden(world):
    office, day = world.office("regent"), date(2019, 12, 31)
    assert stationery_for(office, day).programme == "Kampung Keluarga Berencana"
    set_stationery(world.regency, date(2018, 1, 1), None, programme="Kampung KB")
    assert stationery_for(office, day).programme == "Kampung KB"


def test_an_emblem_is_drawn_anew_small_and_in_its_proportions(world):
    stored = emblem_of(png(1500, 2000))
    with Image.open(BytesIO(stored)) as image:
        assert (image.format, image.size, image.mode) == ("PNG", (360, 480), "P")
    set_stationery(world.regency, SINCE, None, emblem=stored)
    assert base64.b64decode(stationery_for(world.office("regent"), DAY).on_decrees["lambang"]) == stored


@pytest.mark.parametrize(
    "content", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\nrubbish", png(20, 20)[:-30], b"x" * 2_000_001],
    ids=["empty", "a GIF", "only a head", "cut off", "too large"],
)  # fmt: skip
def test_what_is_no_whole_png_is_no_emblem(content):
    with pytest.raises(BadValues) as wrong:
        emblem_of(content)
    assert "emblem" in wrong.value.fields


def test_a_bomb_is_no_emblem():
    with pytest.raises(BadValues, match="terlalu besar"):
        emblem_of(png(8000, 8000))


def test_the_command_says_it_for_a_region_or_one_office(world, tmp_path):
    emblem = tmp_path / "lambang.png"
    emblem.write_bytes(png(30, 40))
    given = {"since": SINCE, "stdout": StringIO()}
    call_command("set_stationery", "99.01", emblem=emblem, margins=[20, 25, 25, 30], prefix="NOMOR :", **given)
    call_command("set_stationery", "99.01", office="regent", rahmat="yes", **given)
    look = stationery_for(world.office("regent"), DAY)
    assert look.page == {"margins": {"top": 20, "right": 25, "bottom": 25, "left": 30}}
    assert (look.number_prefix, look.show_rahmat, bool(look.lambang)) == ("NOMOR :", True, True)


@pytest.mark.parametrize("wrong", [
    {"code": "99.99"}, {"office": "village_head"}, {"emblem": Path("tidak-ada.png")}, {"margins": [5, 25, 25, 25]},
])  # fmt: skip
def test_the_command_says_what_is_wrong(world, wrong):
    given = {"code": "99.01", "since": SINCE} | wrong
    with pytest.raises(CommandError):
        call_command("set_stationery", given.pop("code"), **given)
    assert not Stationery.objects.exists()
