"""The pages of a partner agency: its own tasks, and no territory."""

from tests.backend.pages.decrees import as_official
from tests.world import BEGIN, World
from workflows.coaching.models import Need
from workflows.coaching.needs import note_need
from workflows.core.door import perform
from workflows.organisation.offices import open_partner
from workflows.villages.drafting import unit_of


def test_a_partner_finds_what_it_is_asked_for_and_is_led_to_no_territory(world: World) -> None:
    partner = world.appoint("lala", open_partner(world.regency, "Dinas Contoh", BEGIN), capacity="staf")
    need = note_need(unit_of(world.villages[0]), world.by("gita"), what="Sumur bor", aim="lingkungan")
    perform(Need.entrust, need, by=world.by("hadi"), values={"office": partner.office_id, "due_on": "2024-03-18"})
    page = as_official(world, "lala").get("/")
    text = page.content.decode()
    assert page.status_code == 200
    assert "Sumur bor" in text
    assert "Siapkan keputusan Pokja" not in text
    assert "/wilayah/" not in text
