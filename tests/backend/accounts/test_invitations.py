"""The first way in, and the way back in: one link, one person, once."""

import re
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY, TOTP
from django.test import Client
from django.utils import timezone

from backend.accounts.invitations import invite
from backend.accounts.keys import make_key
from backend.accounts.models import Invitation, Key, Scope
from backend.administration.recording import changes_of
from tests.codes import code_of
from tests.people import appointed, person
from tests.races import race
from tests.world import build_world
from workflows.organisation.models import Office, Person

PASSWORD = "contoh-sandi-panjang"  # noqa: S105
CHOSEN = {"new_password1": PASSWORD, "new_password2": PASSWORD, "code": ""}


@pytest.fixture
def wulan(world) -> Client:
    """The administrator of the regency."""
    office = Office.objects.create(role="administrator", region=world.regency, label="Contoh Pengelola")
    client = Client()
    client.force_login(appointed("wulan", office).person)
    return client


def link_in(answer) -> str:
    return re.search(r"http://\S+(/undangan/\S+/)", answer.context["text"])[1]


def code_for(client: Client) -> str:
    secret = client.session[SECRET_SESSION_KEY]
    return code_of(secret)


def test_the_message_names_person_office_and_end(wulan, world):
    Person.objects.filter(pk=person("kartika").pk).update(phone="0812 3456 7890")
    answer = wulan.post(f"/orang/{person('kartika').pk}/undangan/")
    until = timezone.localtime(Invitation.objects.get().expires_at)
    assert all(
        part in answer.context["text"] for part in ("Contoh Kartika", "Sekretaris", f"{until.day} ", str(until.year))
    )
    assert answer.context["whatsapp"].startswith("https://wa.me/6281234567890?text=Yth.")
    assert "Salin pesan WhatsApp" in answer.content.decode()


def test_whoever_opens_it_reads_who_and_where_and_nothing_happens_yet(wulan, world, client):
    link = link_in(wulan.post(f"/orang/{person('kartika').pk}/undangan/"))
    page = client.get(link).content.decode()
    assert all(part in page for part in ("Contoh Kartika", world.villages[0].name, "Contoh Wulan"))
    client.get(f"{link}kata-sandi/")
    assert Invitation.objects.get().used_at is None


def test_a_password_and_a_code_open_the_door_once(wulan, client):
    link = link_in(wulan.post(f"/orang/{person('kartika').pk}/undangan/"))
    client.get(f"{link}kata-sandi/")
    answer = client.post(f"{link}kata-sandi/", CHOSEN | {"code": code_for(client)}, follow=True)
    assert "Anda sudah masuk" in answer.content.decode()
    assert "Kode cadangan Anda" in client.get("/akun/pengaman/kode-cadangan/").content.decode()
    assert client.get("/akun/").status_code == 200
    late = Client().post(f"{link}kata-sandi/", CHOSEN)
    assert (late.status_code, "sudah dipakai" in late.content.decode()) == (410, True)
    asked = Client().post("/masuk/", {"username": "kartika", "password": PASSWORD})
    assert asked.headers["Location"] == "/masuk/kode/"


def test_a_wrong_code_or_a_weak_password_does_not_use_the_link_up(wulan, client):
    link = link_in(wulan.post(f"/orang/{person('kartika').pk}/undangan/"))
    for change in (
        {"code": "000000"},
        {"new_password1": "12345678", "new_password2": "12345678"},
        {"new_password2": "lain"},
    ):
        assert client.post(f"{link}kata-sandi/", CHOSEN | change).status_code == 422
    assert Invitation.objects.get().used_at is None


def test_a_signatory_cannot_do_without_a_code(wulan, client, settings):
    settings.SECOND_FACTOR = "required"
    link = link_in(wulan.post(f"/orang/{person('fitri').pk}/undangan/"))
    assert client.post(f"{link}kata-sandi/", CHOSEN).status_code == 422


def test_a_newer_link_replaces_the_older_and_each_says_why_it_is_over(wulan, client):
    url = f"/orang/{person('kartika').pk}/undangan/"
    first, second = (link_in(wulan.post(url)) for _n in range(2))
    assert "diganti yang baru" in client.get(first).content.decode()
    Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    page = client.get(second)
    assert (page.status_code, "lewat waktunya" in page.content.decode()) == (410, True)
    assert "Contoh Wulan" in page.content.decode()
    assert client.get("/undangan/tidak-ada/").status_code == 404


def test_whoever_lost_a_telephone_starts_afresh(wulan, client):
    kartika = person("kartika")
    TOTP.activate(kartika, "A" * 32)
    key = make_key(kartika, "Contoh", Scope.ACT, timedelta(days=1))
    kartika.set_password("sandi-yang-lama")
    kartika.save()
    link = link_in(wulan.post(f"/orang/{kartika.pk}/undangan/"))
    assert client.post(f"{link}kata-sandi/", CHOSEN).headers["Location"] == "/undangan/selesai/"
    assert not Authenticator.objects.filter(user=kartika).exists()
    assert Client().get("/api/me/", headers={"Authorization": f"Token {key}"}).status_code == 401
    kartika.refresh_from_db()
    assert kartika.check_password(PASSWORD)


def test_who_may_invite_whom(wulan, world):
    def may(login: str, role: str, whom: str) -> bool:
        client = Client()
        client.force_login(person(login))
        client.post("/penugasan/", {"mandate": world.by(login, role).pk, "next": "/"})
        return client.get(f"/orang/{person(whom).pk}/undangan/").status_code == 200

    assert may("hadi", "agency", "fitri"), "the agency for its villages"
    assert not may("hadi", "agency", "citra"), "but not for the seat"
    assert may("hadi", "agency", "ani"), "and for the own staff"
    world.appoint("mira", world.office("village_head", 0), "staf")
    assert may("hadi", "agency", "mira")
    world.appoint("mira", world.office("legal"), "staf")
    assert not may("hadi", "agency", "mira"), "nor for whoever also works for another office of the seat"
    assert not may("fitri", "village_head", "kartika"), "a head for the own staff only"
    world.appoint("lina", world.office("village_head", 0), "staf")
    assert may("fitri", "village_head", "lina")
    assert not may("budi", "camat", "fitri")
    assert wulan.get(f"/orang/{person('citra').pk}/undangan/").status_code == 200
    assert wulan.get(f"/orang/{person('wulan').pk}/undangan/").status_code == 404, "nobody is his own care"


@pytest.mark.django_db(transaction=True)
def test_of_two_that_use_a_link_at_once_one_gets_in():
    build_world()
    secret = invite(person("kartika"), person("hadi"))

    def use() -> int:
        return Client().post(f"/undangan/{secret}/kata-sandi/", CHOSEN).status_code

    assert sorted(race([use, use])) == [302, 410]


def test_all_logins_of_a_person_end_at_once(wulan, world):
    kartika = person("kartika")
    kartika.set_password(PASSWORD)
    kartika.save()
    key = {"Authorization": f"Token {make_key(kartika, 'Contoh', Scope.READ, timedelta(days=1))}"}
    hers = Client()
    hers.post("/masuk/", {"username": "kartika", "password": PASSWORD})
    assert (hers.get("/akun/").status_code, Client().get("/api/me/", headers=key).status_code) == (200, 200)
    wulan.post(f"/orang/{kartika.pk}/akses/keluarkan/")
    assert (hers.get("/akun/").status_code, Client().get("/api/me/", headers=key).status_code) == (302, 401)
    assert hers.post("/masuk/", {"username": "kartika", "password": PASSWORD}).headers["Location"] == "/"
    wulan.post(f"/orang/{kartika.pk}/akses/tutup/")
    assert hers.get("/akun/").status_code == 302
    assert "tidak-aktif" in hers.post("/masuk/", {"username": "kartika", "password": PASSWORD}).headers["Location"]
    wulan.post(f"/orang/{kartika.pk}/akses/buka/")
    assert hers.post("/masuk/", {"username": "kartika", "password": PASSWORD}).headers["Location"] == "/"
    assert not Key.objects.valid().exists()
    noted = [(change.field, change.old, change.new) for change in changes_of(kartika).filter(person=person("wulan"))]
    assert noted == [("is_active", False, True), ("logins", 1, 0), ("is_active", True, False), ("logins", 2, 0)]
