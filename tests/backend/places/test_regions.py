import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from backend.places.stages import NONE
from tests.backend.pages.decrees import as_official, handed_in, read_of, task_of
from tests.world import BEGIN, World, on_day, region
from workflows.core.door import perform
from workflows.decrees.models import Decree
from workflows.organisation.models import Region
from workflows.routes.models import Assignment


def page(world: World, where: Region, query: str = "", login: str = "citra"):
    return as_official(world, login).get(f"/wilayah/{where.pk}/{query}")


def test_coverage_names_every_denominator(world: World, designated: Decree) -> None:
    text = " ".join(page(world, world.regency).content.decode().split())
    assert "2 dari 2 desa" in text
    assert "1 dari 1 kelurahan" in text
    assert "3 dari 3 desa dan kelurahan berstatus Kampung KB pada 4 Maret 2024" in text
    assert "sampai 1 Maret 2024 belum ada penetapan" in page(world, world.regency, "?tanggal=2024-03-01").content.decode()


def test_what_a_bar_counts_the_list_behind_it_shows(world: World, designated: Decree) -> None:
    other = region(world.regency, "district", "kecamatan", "Contoh Hulu", "99.01.02")
    region(other, "village", "desa", "Contoh Empat", "99.01.02.2001")
    bars = page(world, world.regency).context["bars"]
    assert {bar.region.name: bar.counts for bar in bars} == {
        "Contoh Hilir": {"designated": 3},
        "Contoh Hulu": {NONE: 1},
    }
    for bar in bars:
        for stage, count in bar.counts.items():
            shown = page(world, bar.region, f"?tahap={stage}").context
            assert len(shown.get("units") or shown.get("villages")) == count


def test_the_parts_of_a_bar_fill_it(world: World, designated: Decree) -> None:
    region(world.district, "village", "desa", "Contoh Empat", "99.01.01.2009")
    [bar] = page(world, world.regency).context["bars"]
    widths = [segment.width for segment in bar.segments]
    assert (widths, bar.segments[1].x, bar.total) == ([75.0, 25.0], 75.0, 4)


def test_a_bar_is_drawn_without_style_and_with_points_for_decimals(world: World, designated: Decree) -> None:
    for number in (4, 5, 6):
        region(world.district, "village", "desa", f"Contoh {number}", f"99.01.01.200{number}")
    region(world.district, "village", "desa", "Contoh 7", "99.01.01.2007")
    text = page(world, world.regency).content.decode()
    assert 'width="42.857"' in text
    assert "style=" not in text


def test_from_the_regency_to_a_village_it_is_two_taps(world: World, designated: Decree) -> None:
    first = page(world, world.regency).content.decode()
    assert f'href="/wilayah/{world.district.pk}/?tanggal=2024-03-04"' in first
    assert re.search(r'href="/desa/\d+/"', page(world, world.district).content.decode())


def test_who_is_late_comes_first_and_says_since_when(world: World) -> None:
    decree = handed_in(world)
    on_day(BEGIN + timedelta(days=30))
    seen = as_official(world, "citra").get(f"/wilayah/{world.regency.pk}/pantauan/")
    assert seen.context["waiting"] == {"open": 1, "late": 1, "offices": 1}
    [task] = seen.context["longest"]
    assert (task.pk, task.days_waited) == (task_of(decree).pk, 30)
    assert "sejak 4 Maret 2024 (30 hari)" in seen.content.decode()
    [office] = seen.context["offices"]
    assert office["office"] == task.office_id


def test_what_is_longer_at_its_drafter_than_it_may_is_told_and_reminded_of(world: World) -> None:
    decree = handed_in(world)
    world.perform(Assignment.return_to_drafter, task_of(decree), "hadi", reason="Lengkapi.", values={"fix_by": "2024-03-08"})
    citra, url = as_official(world, "citra"), f"/wilayah/{world.regency.pk}/pantauan/"
    assert "dikembalikan lewat" not in citra.get(url).content.decode()
    on_day(date(2024, 3, 13))
    text = citra.get(url).content.decode()
    assert "1 berkas yang dikembalikan lewat tenggat perbaikannya." in text
    assert f'href="/ingatkan/?wilayah={world.regency.pk}">Ingatkan 1 yang terlambat' in text
    assert len(citra.get(f"/ingatkan/?wilayah={world.regency.pk}").context["rows"]) == 1


def test_nobody_is_late_before_the_deadline(world: World) -> None:
    handed_in(world)
    seen = as_official(world, "citra").get(f"/wilayah/{world.regency.pk}/pantauan/")
    assert seen.context["waiting"] == {"open": 1, "late": 0, "offices": 0}
    assert seen.context["offices"] == []


def test_the_days_of_a_step_are_the_journals(world: World) -> None:
    decrees = [handed_in(world, effects=[]) for _ in range(3)]
    for decree, waited in zip(decrees, (2, 4, 9), strict=True):
        on_day(BEGIN + timedelta(days=waited))
        perform(Assignment.approve, task_of(decree), by=world.by("hadi"), read=read_of(decree))
    [pace] = as_official(world, "citra").get(f"/wilayah/{world.regency.pk}/pantauan/").context["paces"]
    assert (pace.count, pace.days) == (3, 4.0)


def test_a_district_sees_its_own_part_only(world: World, designated: Decree) -> None:
    assert as_official(world, "budi", "camat").get(f"/wilayah/{world.regency.pk}/pantauan/").status_code == 404
    assert as_official(world, "budi", "camat").get(f"/wilayah/{world.district.pk}/pantauan/").status_code == 200


def test_a_village_with_one_kampung_leads_to_its_page(world: World, designated: Decree) -> None:
    answer = page(world, world.villages[0])
    assert answer.status_code == 302
    assert answer["Location"].startswith("/desa/")


@pytest.mark.parametrize("path", ["", "pantauan/"])
def test_the_page_costs_the_same_however_large_the_territory(world: World, designated: Decree, path: str) -> None:
    client, url = as_official(world, "citra"), f"/wilayah/{world.regency.pk}/{path}"
    before = statements(client, url)
    for number in range(40):
        place = region(world.regency, "district", "kecamatan", f"Contoh {number}", f"99.01.{number + 10}")
        region(place, "village", "desa", f"Contoh {number}", f"99.01.{number + 10}.2001")
    assert statements(client, url) == before


def statements(client, url: str) -> int:
    client.get(url)
    with CaptureQueriesContext(connection) as sent:
        client.get(url)
    return len(sent)
