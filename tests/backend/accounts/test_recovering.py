"""A new way in for a signatory takes two people, or a day in which he can stop it."""

from datetime import timedelta

import pytest
from django.contrib.auth.hashers import make_password
from django.test import Client
from django.utils import timezone

from backend.accounts.models import Invitation, Recovery
from backend.administration.recording import changes_of
from tests.people import appointed, person
from tests.world import BEGIN, World
from worker.models import Delivery
from workflows.organisation.models import Mandate, Person
from workflows.organisation.offices import open_administration

LOST = {"reason": "HP hilang"}


def client_of(login: str) -> Client:
    client = Client()
    client.force_login(person(login))
    return client


@pytest.fixture
def citra(world: World) -> Person:
    """The regent, who has been in, has an e-mail address, and nobody else in her office."""
    citra = person("citra")
    citra.set_password("sandi-yang-lama")
    citra.last_login = timezone.now()
    citra.email = "citra@example.org"
    citra.save()
    Mandate.objects.filter(office=world.office("regent")).exclude(person=citra).delete()
    return citra


@pytest.fixture
def wulan(world: World) -> Client:
    appointed("wulan", open_administration(world.regency, BEGIN))
    return client_of("wulan")


def test_one_administrator_alone_waits_a_day_in_which_the_person_is_told_everywhere(wulan: Client, citra: Person) -> None:
    link = f"/orang/{citra.pk}/undangan/"
    assert wulan.post(link).status_code == 422
    assert wulan.post(f"/orang/{citra.pk}/pemulihan/", {"reason": " "}).status_code == 422
    wulan.post(f"/orang/{citra.pk}/pemulihan/", LOST)
    told = Delivery.objects.filter(person=citra, key__startswith="recovery")
    assert sorted(told.values_list("channel", flat=True)) == ["app", "email"]
    assert "Contoh Wulan" in told.latest("pk").text
    assert wulan.post(link).status_code == 422
    assert not Invitation.objects.exists()
    Recovery.objects.update(opens_at=timezone.now() - timedelta(minutes=1))
    assert "/undangan/" in wulan.post(link).context["text"]
    assert wulan.post(link).status_code == 422
    assert changes_of(citra).filter(field="recovery").count() == 1


def test_the_person_stops_it_and_nothing_can_be_made(wulan: Client, citra: Person) -> None:
    wulan.post(f"/orang/{citra.pk}/pemulihan/", LOST)
    own = client_of("citra")
    assert "Bukan saya yang meminta" in own.get("/akun/").content.decode()
    own.post("/akun/pemulihan/batalkan/")
    Recovery.objects.update(opens_at=timezone.now() - timedelta(minutes=1))
    assert wulan.post(f"/orang/{citra.pk}/undangan/").status_code == 422
    assert Person.objects.get(pk=citra.pk).check_password("sandi-yang-lama")


@pytest.mark.parametrize("second", ["administrator", "regent"])
def test_a_second_administrator_or_the_office_itself_confirms(wulan: Client, citra: Person, world: World, second: str) -> None:
    office = world.office("regent") if second == "regent" else open_administration(world.regency, BEGIN)
    appointed("vera", office, capacity="staf")
    wulan.post(f"/orang/{citra.pk}/pemulihan/", LOST)
    recovery = Recovery.objects.get()
    assert recovery.opens_at is None
    address, vera = f"/pemulihan/{recovery.pk}/", client_of("vera")
    assert Delivery.objects.filter(person=person("vera"), link__endswith=address).exists()
    for other in ("wulan", "citra", "indra"):
        assert client_of(other).post(address, {"do": "setuju"}).status_code == 404
    assert wulan.post(f"/orang/{citra.pk}/undangan/").status_code == 422
    assert "HP hilang" in vera.get(address).content.decode()
    vera.post(address, {"do": "setuju"})
    assert "/undangan/" in wulan.post(f"/orang/{citra.pk}/undangan/").context["text"]


def test_what_was_refused_or_is_a_week_old_allows_nothing(wulan: Client, citra: Person, world: World) -> None:
    appointed("vera", world.office("regent"), capacity="staf")
    wulan.post(f"/orang/{citra.pk}/pemulihan/", LOST)
    client_of("vera").post(f"/pemulihan/{Recovery.objects.get().pk}/", {"do": "tolak"})
    assert wulan.post(f"/orang/{citra.pk}/undangan/").status_code == 422
    wulan.post(f"/orang/{citra.pk}/pemulihan/", LOST)
    recovery = Recovery.objects.latest("pk")
    client_of("vera").post(f"/pemulihan/{recovery.pk}/", {"do": "setuju"})
    Recovery.objects.filter(pk=recovery.pk).update(asked_at=timezone.now() - Recovery.LASTS)
    assert wulan.post(f"/orang/{citra.pk}/undangan/").status_code == 422


def test_a_first_invitation_and_who_signs_nothing_need_nobody_else(wulan: Client, world: World) -> None:
    Person.objects.filter(username="hadi").update(last_login=timezone.now())
    Person.objects.filter(username="fitri").update(password=make_password("sandi-awal"))
    for login in ("fitri", "hadi"):
        assert "/undangan/" in wulan.post(f"/orang/{person(login).pk}/undangan/").context["text"]
