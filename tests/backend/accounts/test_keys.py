"""Keys for programs: shown once, hashed, with an end and a scope."""

from datetime import timedelta

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client
from django.utils import timezone

from backend.accounts.keys import make_key
from backend.accounts.models import Key, Scope
from tests.backend.api.conftest import Api
from tests.codes import code_of
from tests.people import person

PASSWORD = "contoh-sandi-panjang"  # noqa: S105
SECRET = "JBSWY3DPEHPK3PXP"  # noqa: S105
pytestmark = pytest.mark.usefixtures("world")


@pytest.fixture
def fitri(client):
    client.force_login(person("fitri"))
    return client


def asking(text: str, method: str = "get", url: str = "/api/me/"):
    return getattr(Api(), method)(url, headers={"Authorization": f"Token {text}"})


def test_a_key_is_shown_once_and_only_its_hash_is_kept(fitri):
    page = fitri.post("/akun/kunci-api/", {"name": "Dasbor", "scope": "read", "days": 30})
    text = page.context["made"]
    assert text in page.content.decode()
    assert text not in fitri.get("/akun/kunci-api/").content.decode()
    assert text not in str(Key.objects.values_list())
    assert asking(text).json()["username"] == "fitri"
    assert Key.objects.get().last_used_at is not None


def test_a_key_that_may_only_read_is_told_what_it_lacks():
    text = make_key(person("fitri"), "Dasbor", Scope.READ, timedelta(days=1))
    answer = asking(text, "post", "/api/proposals/")
    assert (answer.status_code, "cakupan “read”" in answer.json()["detail"]) == (403, True)
    act = make_key(person("fitri"), "Bot", Scope.ACT, timedelta(days=1))
    assert asking(act, "post", "/api/proposals/").status_code == 400


def test_it_ends_by_itself_and_when_it_is_withdrawn(fitri):
    text = make_key(person("fitri"), "Dasbor", Scope.READ, timedelta(days=1))
    fitri.post(f"/akun/kunci-api/{Key.objects.get().pk}/cabut/")
    assert asking(text).status_code == 401
    other = make_key(person("fitri"), "Dasbor", Scope.READ, timedelta(days=1))
    Key.objects.update(expires_at=timezone.now())
    assert asking(other).status_code == 401


def test_a_token_by_password_lasts_a_working_day_and_asks_for_the_second_factor():
    fitri = person("fitri")
    fitri.set_password(PASSWORD)
    fitri.save()
    asked = {"username": "fitri", "password": PASSWORD}

    def log_in(**more):
        return Client().post("/api/login/", asked | more, content_type="application/json")

    assert log_in().status_code == 201
    assert Key.objects.get().expires_at <= timezone.now() + timedelta(hours=12)
    TOTP.activate(fitri, SECRET)
    assert "pengaman kedua" in log_in().json()["detail"]
    assert log_in(code="000000").status_code == 401
    assert log_in(code=code_of(SECRET)).status_code == 201


def test_signatories_act_only_with_a_second_factor_where_it_is_required(fitri, settings):
    settings.SECOND_FACTOR = "required"
    text = make_key(person("fitri"), "Bot", Scope.ACT, timedelta(days=1))
    assert asking(text, "post", "/api/proposals/").status_code == 403
    here = {"Origin": "http://testserver"}
    fitri.get("/")
    answer = fitri.post("/usulan/baru/", {"note": "Contoh catatan panjang"}, headers=here)
    assert answer.headers["Location"] == "/akun/pengaman/dahulu/?next=%2Fisian%2F"
    assert "pengaman kedua dahulu" in fitri.get(answer.headers["Location"]).content.decode()
    assert "Contoh catatan panjang" in fitri.get("/isian/").content.decode()
    assert fitri.get("/").status_code == 200
    TOTP.activate(person("fitri"), SECRET)
    assert asking(text, "post", "/api/proposals/").status_code == 400


def test_who_does_not_sign_decrees_needs_none(client, settings, world):
    settings.SECOND_FACTOR = "required"
    client.force_login(person("hadi"))
    assert "pengaman" not in client.post("/usulan/baru/", {}).headers.get("Location", "")
