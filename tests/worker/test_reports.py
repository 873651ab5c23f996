"""A village is reminded of a report that is due, once, and not when it has come."""

from datetime import date

import pytest

from tests.workflows.reports.conftest import decreed, drafted, sent, units  # noqa: F401  fixtures
from tests.world import World, build_world, on_day
from worker.models import Delivery
from worker.reports import tell_of_reports


@pytest.fixture
def world(db: None) -> World:
    return build_world()


def told() -> set[tuple[str, str]]:
    tell_of_reports()
    return set(Delivery.objects.filter(channel="app").values_list("person__username", "subject"))


def test_the_offices_of_late_villages_are_reminded_once(units, decreed, sent):  # noqa: F811
    for unit in (units.satu, units.dua):
        decreed(unit, "designate", date(2023, 5, 1))
    on_day(date(2024, 3, 31))
    assert told() == set()
    sent("fitri", day=date(2024, 3, 1))
    on_day(date(2024, 4, 1))
    subject = "Laporan Maret 2024 ditunggu sampai 3 April 2024"
    assert told() == {("eko", subject), ("ani", subject)}
    on_day(date(2024, 4, 2))
    assert len(told()) == Delivery.objects.filter(channel="app").count() == 2
    [notice] = Delivery.objects.filter(channel="app", person__username="eko")
    assert "Contoh Dua belum dikirim" in notice.text
    assert notice.link.endswith(f"/laporan/desa/{units.dua.pk}/")
