"""*Pendelegasian*: without one on record nobody signs a.n.; who registers holders writes it down and ends it."""

from datetime import timedelta

import pytest
from django.test import Client

from backend.administration.models import Change
from tests.backend.pages.decrees import as_official
from tests.ground import Ground, ground_of
from tests.people import appointed
from tests.world import BEGIN, World, build_world
from workflows.organisation.models import Delegation, DocClass, Mandate, Verdict
from workflows.organisation.policy import policy_for

ground = ground_of(build_world)


@pytest.fixture
def world(db: None, ground: Ground) -> World:
    return ground()


@pytest.fixture
def indra(world: World) -> Client:
    return as_official(world, "indra")


@pytest.fixture
def an(world: World) -> Mandate:
    """The Sekda, who signs on behalf of the regent."""
    return appointed("indra", world.office("secretary"), "an", acts_for=world.office("regent"))


def page(world: World) -> str:
    return f"/pendelegasian/jabatan/{world.office('regent').pk}/"


def typed(world: World, **changed: str) -> dict[str, str]:
    return {"receiver": str(world.office("secretary").pk), "doc_class": "", "paper": "Perbup Contoh 1/2024",
            "paper_on": "2024-03-01", "since": BEGIN.isoformat(), "until": ""} | changed  # fmt: skip


def test_what_is_written_down_lets_the_receiver_sign_until_it_is_ended(world: World, indra: Client, an: Mandate) -> None:
    assert policy_for(an, DocClass.REGENT_DECREE, BEGIN).verdict == Verdict.REFUSE
    assert indra.post(page(world), typed(world)).status_code == 302
    assert policy_for(an, DocClass.REGENT_DECREE, BEGIN).verdict != Verdict.REFUSE
    given = Delegation.objects.get()
    shown = indra.get(page(world)).content.decode()
    assert "Perbup Contoh 1/2024" in shown
    assert indra.post(f"/pendelegasian/{given.pk}/akhiri/", {"until": "2024-03-03"}).status_code == 422
    assert indra.post(f"/pendelegasian/{given.pk}/akhiri/", {"until": BEGIN.isoformat()}).status_code == 302
    assert policy_for(an, DocClass.REGENT_DECREE, BEGIN + timedelta(days=1)).verdict == Verdict.REFUSE
    assert Change.objects.filter(model="organisation.delegation", person=an.person).count() == 2


@pytest.mark.parametrize(("wrong", "words"), [
    ({"receiver": ""}, "Jabatan yang boleh"), ({"paper": ""}, "Dasar"), ({"until": "2024-03-01"}, "mendahului"),
    ({"since": "besok"}, "Berlaku sejak"), ({"doc_class": "puisi"}, "puisi"),
])  # fmt: skip
def test_what_is_wrong_is_said(world: World, indra: Client, wrong: dict[str, str], words: str) -> None:
    answer = indra.post(page(world), typed(world, **wrong))
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Delegation.objects.exists()


def test_who_registers_nobody_finds_nothing(world: World, indra: Client) -> None:
    indra.post(page(world), typed(world))
    for other in (as_official(world, "citra"), as_official(world, "budi", "legal"), as_official(world, "fitri")):
        assert other.get(page(world)).status_code == 404
        assert other.post(f"/pendelegasian/{Delegation.objects.get().pk}/akhiri/", {"until": "2024-03-04"}).status_code == 404
