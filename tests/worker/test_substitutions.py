"""Who hears of a substitute: once each, and seven days before the end."""

from datetime import timedelta

import pytest

from tests.people import person
from tests.world import BEGIN, World, build_world, on_day, upload
from worker.models import Delivery
from worker.substitutions import tell_of_substitutes
from workflows.core.door import perform
from workflows.organisation.models import Substitution

UNTIL = BEGIN + timedelta(days=20)


@pytest.fixture
def world(db: None) -> World:
    return build_world()


def test_each_is_told_once_and_both_before_the_end(world):
    one = Substitution.objects.create(
        office=world.office("camat"), person=person("joko"), capacity="plh", since=BEGIN, until=UNTIL, paper="SPT 1",
        paper_on=BEGIN, order=upload("spt.pdf"), prepared_by=person("lia"),
    )  # fmt: skip

    def told() -> list[tuple[str, str]]:
        tell_of_substitutes()
        rows = Delivery.objects.filter(channel="app").values_list("key", "person__username").order_by("key", "person__username")
        return [(key.split()[1], who) for key, who in rows]

    assert told() == [("asked", "budi")]
    perform(Substitution.confirm, one, by=world.by("budi", "camat"))
    assert told() == [("asked", "budi"), ("named", "joko")]
    on_day(UNTIL - timedelta(days=8))
    assert len(told()) == 2
    on_day(UNTIL - timedelta(days=7))
    assert told() == [("asked", "budi"), ("ending", "budi"), ("ending", "joko"), ("named", "joko")]
    assert len(told()) == 4
    assert "24 Maret 2024" in Delivery.objects.filter(key__contains="ending")[0].text
