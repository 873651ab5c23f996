"""From a rakor to what it did, and from each of these back to the rakor, the decision and its signed record."""

from django.urls import reverse

from tests.backend.meetings.conftest import Enter
from tests.backend.meetings.test_rakors import page
from tests.rakor_world import RakorWorld
from workflows.coaching.models import Need
from workflows.meetings.models import Rakor
from workflows.organisation.models import Mandate
from workflows.routes.models import Assignment


def closed(world: RakorWorld) -> Rakor:
    """A class, a need of the first village, and a task of an office."""
    rakor = world.held(world.round_at_rakor())
    first = [world.units[0].pk]
    asked = {"owner": world.health.pk, "due_on": "2024-04-30"}
    world.resolve(rakor, "deviate_class", villages=first, decided="mandiri", why="pendampingan berjalan")
    world.resolve(rakor, "follow_up", text="Menyediakan alat peraga", villages=first, aim="lingkungan", **asked)
    world.resolve(rakor, "follow_up", text="Menyusun panduan", **asked)
    world.signed(rakor)
    world.execute(rakor)
    return rakor


def test_every_end_of_the_trace_leads_to_the_other(world: RakorWorld, enter: Enter) -> None:
    rakor, browser = closed(world), enter(world.ani)
    shown = browser.get(page(rakor)).content.decode()
    village = reverse("village", args=[world.units[0].pk])
    ends = [reverse("evaluation", args=[world.decided(0).pk]), reverse("need", args=[Need.objects.get().pk]),
            reverse("review", args=[Assignment.objects.get(file=rakor.pk).pk])]  # fmt: skip
    record = reverse("letter", args=[rakor.file.letters.get().pk])
    assert all(f'href="{address}"' in shown for address in (village, record, *ends))
    for number, address in enumerate(ends, 1):
        told = browser.get(address).content.decode()
        assert "Diputuskan dalam rakor" in told
        assert f'href="{page(rakor, "rakor-motions")}#keputusan-{number}"' in told
        assert f'href="{record}"' in told
    story = browser.get(f"{village}?jenis=rakor").content.decode()
    assert all(f'href="{address}"' in story for address in (page(rakor), record, *ends[:2]))


def test_a_link_is_no_way_into_what_is_foreign(world: RakorWorld, enter: Enter) -> None:
    """The partner agency was invited: it reads what was decided, and opens only what it is asked for."""
    rakor = closed(world)
    partner: Mandate = world.by("lala")
    shown = enter(partner).get(page(rakor)).content.decode()
    assert "Contoh Satu" in shown
    assert reverse("village", args=[world.units[0].pk]) not in shown
    assert f'href="{reverse("need", args=[Need.objects.get().pk])}"' in shown
