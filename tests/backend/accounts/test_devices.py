"""The list of my logins, and ending them one by one or all at once."""

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client
from django.utils import timezone

from backend.accounts.devices import NOTED_AT, called
from tests.people import person

PASSWORD = "contoh-sandi-panjang"  # noqa: S105
ANDROID = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1"


@pytest.fixture(autouse=True)
def _fitri(world) -> None:
    fitri = person("fitri")
    fitri.set_password(PASSWORD)
    fitri.save()


def logged_in(agent: str) -> Client:
    client = Client(headers={"User-Agent": agent})
    client.post("/masuk/", {"username": "fitri", "password": PASSWORD})
    return client


def test_devices_are_called_as_people_call_them():
    names = [called(agent) for agent in (ANDROID, IPHONE, "curl/8.1")]
    assert names == ["Chrome di Android", "Safari di iPhone", "Peramban"]


def test_each_login_is_listed_and_ended_by_itself():
    mine, lost = logged_in(ANDROID), logged_in(IPHONE)
    page = mine.get("/akun/perangkat/").content.decode()
    assert "Safari di iPhone" in page
    assert page.count("perangkat ini") == 1
    there = UserSession.objects.get(user_agent=IPHONE)
    mine.post("/akun/perangkat/", {"login": there.pk})
    assert (lost.get("/akun/").status_code, mine.get("/akun/").status_code) == (302, 200)


def test_all_others_end_at_once():
    others, mine = [logged_in(IPHONE) for _n in range(2)], logged_in(ANDROID)
    mine.post("/akun/perangkat/")
    assert [client.get("/akun/").status_code for client in (*others, mine)] == [302, 302, 200]


def test_nobody_ends_a_strangers_login():
    mine, eko = logged_in(ANDROID), Client()
    eko.force_login(person("eko"))
    for login in (UserSession.objects.get().pk, "x", "9" * 40):
        eko.post("/akun/perangkat/", {"login": login})
    assert mine.get("/akun/").status_code == 200


def test_when_it_was_last_seen_is_noted_now_and_then():
    mine, long_ago = logged_in(ANDROID), timezone.now() - timedelta(days=1)
    UserSession.objects.update(last_seen_at=long_ago)
    mine.get("/akun/")
    assert UserSession.objects.get().last_seen_at == long_ago
    session = mine.session
    session[NOTED_AT] -= 600
    session.save()
    mine.get("/akun/")
    assert UserSession.objects.get().last_seen_at > long_ago
