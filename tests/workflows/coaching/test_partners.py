"""Partner agencies: several in a regency, each under its own name, outside of routes and decrees."""

import pytest

from backend.access import issuers_for, scope_of
from tests.decree_world import VILLAGE, DecreeWorld
from tests.world import BEGIN, build_world
from workflows.coaching.models import Need
from workflows.coaching.needs import note_need
from workflows.core.door import perform
from workflows.core.errors import BadValues, Refused
from workflows.decrees.drafting import start_decree
from workflows.organisation.models import Office
from workflows.organisation.offices import open_partner
from workflows.routes.models import Assignment, Route
from workflows.routes.publishing import draft_version
from workflows.villages.drafting import unit_of


def test_a_regency_has_several_each_under_its_own_name_and_once(world):
    again = world.partner("Dinas Kesehatan Contoh")
    assert again == world.health.office
    assert set(Office.objects.filter(role="partner").values_list("label", flat=True)) == {
        "Kepala Dinas Kesehatan Contoh", "Kepala Dinas Pekerjaan Umum Contoh",
    }  # fmt: skip


def test_a_partner_has_no_territory_and_drafts_no_decree(world):
    assert scope_of([world.health]).paths == []
    assert not issuers_for(world.health).exists()
    with pytest.raises(Refused):
        start_decree("keputusan_bupati", world.office("regent"), world.health, subject="Contoh")


def test_no_route_passes_a_partner():
    route = Route(subject="proposal", name="Contoh")
    with pytest.raises(BadValues) as bad:
        draft_version(route, [{"order": 1, "role": "partner", "task": "endorse"}])
    assert list(bad.value.fields) == ["steps.1.role"]


@pytest.mark.django_db
def test_a_decree_on_the_pokja_leaves_other_follow_ups_of_the_village_open():
    world = build_world(DecreeWorld)
    world.get_ready()
    world.issued()
    need = note_need(unit_of(world.villages[0]), world.by("gita"), what="Sumur", aim="lingkungan")
    partner = open_partner(world.regency, "Dinas Contoh", BEGIN)
    perform(Need.entrust, need, by=world.by("hadi"), values={"office": partner.pk, "due_on": "2024-04-01"})
    world.issued(VILLAGE, effects=["form", "appoint_pokja"])
    mine = Assignment.objects.filter(kind="follow_up", region=world.villages[0]).order_by("pk")
    assert list(mine.values_list("file__kind", "state")) == [("decree", "approved"), ("need", "open")]
