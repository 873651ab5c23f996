"""Logging in through an identity provider: a small one of our own, on a real socket."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.people import person
from workflows.organisation.models import Person

NIP = "19800101 200501 1 001"


class Provider(ThreadingHTTPServer):
    """Believes every code, and vouches for `claims`."""

    claims: dict[str, Any]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def told(self, path: str) -> dict[str, Any]:
        configuration = {
            name: f"{self.url}/{name}" for name in ("authorization_endpoint", "token_endpoint", "userinfo_endpoint")
        }
        told: dict[str, dict[str, Any]] = {
            "/.well-known/openid-configuration": configuration | {"issuer": self.url, "jwks_uri": f"{self.url}/keys"},
            "/token_endpoint": {"access_token": "contoh", "token_type": "Bearer", "expires_in": 60},
            "/userinfo_endpoint": self.claims,
        }
        return told[path]


class Answers(BaseHTTPRequestHandler):
    server: Provider

    def do_GET(self) -> None:
        body = json.dumps(self.server.told(urlsplit(self.path).path)).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.do_GET()

    def log_message(self, *said: object) -> None:
        pass


@pytest.fixture
def provider(world, settings) -> Iterator[Provider]:
    server = Provider(("127.0.0.1", 0), Answers)
    app = settings.OIDC | {"client_id": "siklus", "secret": "contoh", "settings": {"server_url": server.url}}
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app]}}
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()


def log_in(client):
    sent = client.post("/masuk/lewat/sso/?next=/keputusan/")
    state = parse_qs(urlsplit(sent.headers["Location"]).query)["state"][0]
    return client.get("/masuk/lewat/sso/kembali/", {"code": "contoh", "state": state})


def test_a_verified_address_binds_the_account_to_the_one_who_has_it(provider, client):
    Person.objects.filter(pk=person("hadi").pk).update(email="hadi@example.id")
    provider.claims = {"sub": "1", "email": "Hadi@example.id", "email_verified": True}
    assert "Masuk lewat akun instansi" in client.get("/masuk/").content.decode()
    assert log_in(client).headers["Location"] == "/keputusan/"
    assert "Contoh Hadi" in client.get("/akun/").content.decode()
    client.post("/keluar/")
    provider.claims = {"sub": "1", "email": "lain@example.id", "email_verified": False}
    assert log_in(client).headers["Location"] == "/keputusan/", "bound by its number, not by the address"


@pytest.mark.parametrize(
    "claims",
    [
        {"email": "hadi@example.id", "email_verified": False},
        {"email": "hadi@example.id"},
        {"email": "siapa@example.id", "email_verified": True},
        {"email_verified": True},
    ],
)
def test_whoever_is_not_vouched_for_does_not_get_in_and_is_not_made(provider, client, claims):
    Person.objects.filter(pk=person("hadi").pk).update(email="hadi@example.id")
    before = Person.objects.count()
    provider.claims = {"sub": "2"} | claims
    answer = log_in(client)
    assert (answer.status_code, "belum dikenal" in answer.content.decode()) == (403, True)
    assert (client.get("/akun/").status_code, Person.objects.count()) == (302, before)


def test_a_claim_may_be_the_number_of_a_civil_servant(provider, client, settings):
    settings.OIDC_CLAIM = "nip"
    Person.objects.filter(pk=person("hadi").pk).update(nip=NIP)
    provider.claims = {"sub": "3", "nip": NIP.replace(" ", "")}
    assert log_in(client).headers["Location"] == "/keputusan/"


def test_without_settings_there_is_no_such_way(world, client):
    assert client.post("/masuk/lewat/sso/").status_code == 404
    assert "Masuk lewat" not in client.get("/masuk/").content.decode()
