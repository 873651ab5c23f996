"""Fourteen villages of one kecamatan whose proposals wait for the Camat; of two the check on the spot is missing."""

from tests.backend.pages.decrees import set_up
from tests.world import YES, World, build_world, region
from workflows.core.door import perform
from workflows.organisation.models import Office
from workflows.villages.checklists import FIELD_CHECK
from workflows.villages.models import Proposal

VILLAGES = 14
MISSING = 2
TO_THE_CAMAT = [{"order": 1, "role": "camat", "kind": "endorse", "days": 3, "moves": "verify"}]


def build() -> World:
    """The small regency of the tests, with more villages and the shortest of routes."""
    world: World = build_world()
    set_up(world)
    world.route("proposal", TO_THE_CAMAT, region=world.regency)
    for n in range(len(world.villages), VILLAGES):
        village = region(world.district, "village", "desa", f"Contoh Nomor {n + 1:02}", f"99.01.01.20{n:02}")
        world.villages.append(village)
        head = Office.objects.create(role="village_head", region=village, label=f"Kepala Desa {village.name}")
        world.appoint("ani", head, "staf")
    for n in range(VILLAGES):
        hand_in(world, n, checked=n >= MISSING)
    return world


def hand_in(world: World, village: int, checked: bool) -> None:
    proposal = world.draft(village)
    if checked:
        Proposal.objects.filter(pk=proposal.pk).update(field_check=dict.fromkeys(FIELD_CHECK, YES))
    perform(Proposal.submit, proposal, by=world.staff(village))
