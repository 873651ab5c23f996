"""When a round will be through: as long as those furthest behind take, station by station."""

from datetime import date, timedelta

from backend.figures.expecting import Expected, by_station, expected, stations_left
from backend.figures.figure import Figure
from backend.figures.pace import days_words
from backend.figures.running import words_of
from backend.places.waiting import Pace
from tests.backend.figures.test_page import figures, page
from tests.evaluation_world import WAY, EvaluationWorld
from tests.world import BEGIN, on_day
from workflows.core.door import perform
from workflows.evaluations.models import Evaluation, Round

TODAY = date(2024, 3, 4)


def rows(figure: Figure) -> list[list[str]]:
    assert figure.table
    return [[cell.text for cell in row] for row in figure.table.rows]


def pace(kind: str, by: str | None, count: int, *days: int) -> Pace:
    return Pace(kind, by, count, count, *(timedelta(days=n) for n in days))


PACES = [
    pace("self_evaluation", None, 40, 5, 10, 20), pace("review", "verify", 30, 1, 2, 4), pace("endorse", "endorse", 9, 1, 1, 2),
    pace("endorse", "", 7, 0, 1, 3), pace("opinion", None, 3, 90, 90, 90),
]  # fmt: skip
BY_STATION = by_station({(one.kind, one.by): one for one in PACES})


def test_what_has_no_step_is_no_station_but_the_villages_own() -> None:
    assert {station: one.count for station, one in BY_STATION.items()} == {"fill": 40, "verify": 30, "endorse": 9, "": 7}


def test_those_furthest_behind_say_how_long_it_takes() -> None:
    assert stations_left({"accepted": 3, "endorsed": 1}) == ("",)
    whole_way = Expected(date(2024, 3, 11), date(2024, 3, 18), date(2024, 4, 2), 7)
    assert expected({"accepted": 3, "draft": 1}, BY_STATION, TODAY) == whole_way
    assert expected({"verified": 2}, BY_STATION, TODAY) == Expected(date(2024, 3, 5), date(2024, 3, 6), date(2024, 3, 9), 7)


def test_nothing_is_said_where_nothing_is_left_or_known() -> None:
    assert expected({"accepted": 3, "decided": 1, "draft": 0}, BY_STATION, TODAY) is None
    assert expected({"draft": 1}, {"verify": BY_STATION["verify"]}, TODAY) is None


def test_the_page_says_the_day_from_the_journal(world: EvaluationWorld, opened: Round) -> None:
    """The village took 2 days, each of the three offices 3."""
    unknown = figures(world, world.regency)["putaran"]
    assert "Belum dapat diperkirakan" in unknown.says
    on_day(BEGIN + timedelta(days=2))
    evaluation = world.answered()
    perform(Evaluation.submit, evaluation, by=world.staff(0))
    for n, (role, login) in enumerate(WAY, 1):
        on_day(BEGIN + timedelta(days=2 + 3 * n))
        world.approve(world.evaluation(), role, login)
    figure = figures(world, world.regency)["putaran"]
    assert figure.says == (
        "1 dari 3 evaluasi diterima. Semua diperkirakan diterima sekitar 26 Maret 2024, "
        "menurut paling sedikit 1 keputusan tiap langkah."
    )
    assert rows(figure)[0] == ["Contoh Raya", "2", "0", "0", "0", "0", "1", "0", "3"]
    assert rows(figures(world, world.regency)["menunggu"]) == [
        ["Dukung · perangkat daerah KB", "3,0 hari", "1 dari 1 tugas"], ["Dukung · camat", "3,0 hari", "1 dari 1 tugas"],
        ["Periksa · penyuluh KB", "3,0 hari", "1 dari 1 tugas"],
        ["Isi evaluasi mandiri · kepala desa/lurah", "2,0 hari", "1 dari 1 tugas"],
    ]  # fmt: skip
    on_day(BEGIN + timedelta(days=12))
    assert rows(figures(world, world.regency)["terlambat"]) == [
        ["Kepala Desa Contoh Dua", "1", "1", "4 Maret 2024"], ["Lurah Contoh Tiga", "1", "1", "4 Maret 2024"]
    ]  # fmt: skip
    earlier = figures(world, world.regency, "?tanggal=2024-03-10")
    assert "putaran" not in earlier
    assert "menunggu" not in earlier
    assert b"hanya diketahui untuk hari ini" in page(world, world.regency, "?tanggal=2024-03-10").content


def test_a_span_is_told_where_there_is_one() -> None:
    days = [date(2024, 3, day) for day in (20, 22, 28)]
    told = words_of(Expected(early=days[0], middle=days[1], late=days[2], count=4))
    assert "sekitar 22 Maret 2024 (20 Maret 2024–28 Maret 2024), menurut paling sedikit 4 keputusan tiap langkah" in told


def test_what_is_done_on_its_day_takes_no_decimals() -> None:
    assert (days_words(0), days_words(2.5)) == ("hari itu juga", "2,5 hari")
