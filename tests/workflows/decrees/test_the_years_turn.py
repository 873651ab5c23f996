"""The year's turn, to the second, in all three zones: number, printed date and register agree."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection

from tests.databases import as_owner
from tests.decree_world import VILLAGE, fresh
from workflows.core.clock import go_live, today
from workflows.core.models import File
from workflows.decrees.models import Series
from workflows.organisation.models.region import Zone
from workflows.organisation.working_days import fill_ahead

ZONES = [Zone.WIB, Zone.WITA, Zone.WIT]
OFFSET = {Zone.WIB: 7, Zone.WITA: 8, Zone.WIT: 9}
"""Hours ahead of UTC."""


@pytest.fixture
def clock(transactional_db, world):
    """Sets the database's own `now()`, which the unaltered `siklus_today` asks, to an instant."""
    as_owner("""
        CREATE SCHEMA earlier;
        CREATE FUNCTION earlier.now() RETURNS timestamptz LANGUAGE sql STABLE AS
        $$ SELECT current_setting('earlier.instant')::timestamptz $$;
        GRANT USAGE ON SCHEMA earlier TO PUBLIC;
    """)
    go_live()
    fill_ahead()  # a route's deadlines are those of today

    def set_to(instant):
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('earlier.instant', %s, false)", [instant.isoformat()])
            cursor.execute("SET search_path TO earlier, pg_catalog, public")

    yield set_to
    connection.close()


def new_year_in(zone):
    """Midnight before 1 January 2025, local."""
    return datetime(2025, 1, 1, tzinfo=UTC) - timedelta(hours=OFFSET[zone])


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize(("seconds", "day"), [(-1, "2024-12-31"), (0, "2025-01-01"), (1, "2025-01-01")])
def test_the_day_turns_at_local_midnight(clock, zone, seconds, day):
    instant = new_year_in(zone) + timedelta(seconds=seconds)
    clock(instant)
    assert today(zone).isoformat() == day == instant.astimezone(ZoneInfo(zone)).date().isoformat()


@pytest.mark.parametrize("zone", ZONES)
def test_one_second_apart_lies_a_year(clock, world, zone):
    world.register(pattern="{no}/{bln_romawi}/{thn}", last=41)
    old, new = world.walked(villages=[0]), world.walked(villages=[1])
    File.objects.update(zone=zone)
    for decree, seconds in ((old, -1), (new, 0)):
        clock(new_year_in(zone) + timedelta(seconds=seconds))
        world.decide(decree)
    assert [world.number(decree) for decree in (old, new)] == ["42/XII/2024", "1/I/2025"]
    for decree, day in ((old, "2024-12-31"), (new, "2025-01-01")):
        number, decided = decree.file.numbers.get(), fresh(decree)
        assert decided.issue["date"] == day == str(decided.decided_on) == str(number.date)
        assert (decided.issue["number"], number.year) == (number.text, int(day[:4]))
    register = Series.objects.get(doc_class="keputusan_bupati")
    assert (register.year, register.last) == (2025, 1)


def test_at_half_past_ten_on_new_years_eve_in_jakarta_it_is_next_year_in_papua(clock, world):
    decrees = [world.walked(villages=[n]) for n in range(3)]
    for zone, decree in zip(ZONES, decrees, strict=True):
        File.objects.filter(pk=decree.pk).update(zone=zone)
    clock(datetime(2024, 12, 31, 15, 30, tzinfo=UTC))
    for decree in decrees:
        world.decide(decree)
    assert [world.number(decree) for decree in decrees] == ["1 TAHUN 2024", "2 TAHUN 2024", "1 TAHUN 2025"]


def test_who_waited_for_the_book_past_midnight_keeps_his_year(clock, world):
    """In Papua it is 2025 already; a decision dated 2024 then goes on in its own year and turns no counter back."""
    decrees = [world.walked(VILLAGE, effects=[]) for _n in range(4)]
    for zone, decree in zip([Zone.WIB, Zone.WIT, Zone.WIB, Zone.WIT], decrees, strict=True):
        File.objects.filter(pk=decree.pk).update(zone=zone)
    clock(new_year_in(Zone.WIT) + timedelta(seconds=1))
    for decree in decrees:
        world.decide(decree)
    assert [world.number(decree) for decree in decrees] == ["1 TAHUN 2024", "1 TAHUN 2025", "2 TAHUN 2024", "2 TAHUN 2025"]
