"""Bad input gets a clear 400 as a problem document, never a 500."""

import pytest
from django.urls import get_resolver
from rest_framework.test import APIClient

from tests.people import person

PROBLEM = "application/problem+json"
DEEP = "[" * 100_000 + "]" * 100_000


@pytest.fixture
def url(world, client_of):
    world.handed_in()
    return f"/api/tasks/{client_of('fitri').tasks()[0]['id']}/transitions/"


BODIES = [
    "", "{", "nul", "[]", "1", '"x"', '{"name": NaN}', DEEP, '{"values": ' + DEEP + "}", b"\xff\xfe", '{"name": 1e400}',
    '{"name": "approve", "reason": "\\u0000"}', '{"name": "approve", "reason": "\\ud800"}',
    '{"name": "approve", "values": {"\\u0000": 1}}', '{"name": "approve", "version": ' + "9" * 5000 + "}",
    '{"name": "approve", "version": 1e30}', '{"name": "approve", "version": -1}', '{"name": "approve", "version": "satu"}',
    '{"name": {"a": 1}}', '{"name": null}', "{}", '{"name": "approve", "values": []}', '{"name": "approve", "values": 1}',
    '{"name": "approve", "read": ["x"]}', '{"name": "approve", "mandate": 99999999999999999999}',
    '{"name": "__init__"}', '{"name": "decide_on_paper"}', '{"name": "open"}', '{"name": "save"}',
    '{"name": "return_to_step", "reason": "x", "values": {"step": true}}',
    '{"name": "return_to_step", "reason": "x", "values": {"step": "1"}}',
    '{"name": "return_to_step", "reason": "x", "values": {"step": 1e2}}',
    '{"name": "return_to_drafter", "reason": "x", "values": {"remarks": [1]}}',
    '{"name": "return_to_drafter", "reason": "x", "values": {"remarks": [{"text": "x", "target": "' + "y" * 81 + '"}]}}',
    '{"name": "approve", "values": {"lain": 1}}', '{"name": "ask_opinion", "values": {"office": 1}}',
    '{"name": "record_paper", "values": {"act": "approve", "official": 1, "on": "2024-13-45", "attachment": 1}}',
]  # fmt: skip


def test_a_bad_act_is_a_400(client_of, url):
    fitri = client_of("fitri")
    for body in BODIES:
        refused = fitri.generic("POST", url, body, content_type="application/json")
        assert (refused.status_code, refused["Content-Type"]) == (400, PROBLEM), (body[:100], refused.content)
        assert refused.json()["detail"]


@pytest.mark.parametrize("value", [2**63 - 1, -5, 0])
def test_a_number_that_is_no_id_is_refused_by_the_rule(client_of, url, value):
    refused = client_of("fitri").act(
        url.removesuffix("transitions/"), "return_to_step", reason="x", values={"step": value}
    )
    assert (refused.status_code, refused.json()["problems"][0]["rule"]) == (422, "is_an_earlier_step")


def test_a_bad_key_is_a_400(client_of, url):
    for key in ("", "x" * 101):
        refused = client_of("fitri").post(url, {"name": "approve"}, headers={"Idempotency-Key": key})
        assert [*refused.json()["errors"]] == ["Idempotency-Key"]


QUERIES = [
    "tasks/?region=x", "tasks/?region=99999999999999999999", "tasks/?kind=tarian", "tasks/?late=besok", "tasks/?limit=0",
    "tasks/?limit=101", "tasks/?limit=%C2%B2", "tasks/?limit=" + "1" * 5000,
    "tasks/?after=x", "tasks/?after=", "tasks/?region=%00",
    "villages/?on=2024-02-30", "villages/?on=kemarin", "villages/?code=%00", "decrees/?words=%00", "decrees/?state=x",
    "journal/?since=0000-00-00", "journal/?act=%00", "journal/?file=-1", "proposals/?village=1.5",
]  # fmt: skip


def test_a_bad_query_is_a_400_that_names_the_field(world, client_of):
    citra = client_of("citra")
    for query in QUERIES:
        refused = citra.get(f"/api/{query}")
        assert (refused.status_code, refused["Content-Type"]) == (400, PROBLEM), (query[:60], refused.content)
        assert [*refused.json()["errors"]] == [query.split("?")[1].split("=")[0]]


def test_a_stranger_is_told_to_log_in(client):
    refused = client.get("/api/tasks/")
    assert (refused.status_code, refused["Content-Type"], refused["WWW-Authenticate"]) == (401, PROBLEM, "Token")


def test_what_the_address_does_not_do_is_said(world, client_of):
    fitri = client_of("fitri")
    assert fitri.put("/api/tasks/", {}).status_code == 405
    assert fitri.post("/api/tasks/transitions/", "x", content_type="text/plain").status_code == 415
    assert fitri.post("/api/tidak-ada/", {}).status_code == 404


def test_who_asks_too_often_is_told_when_to_come_back(world, client_of, monkeypatch):
    monkeypatch.setattr("rest_framework.throttling.UserRateThrottle.get_rate", lambda self: "1/min")
    fitri = client_of("fitri")
    fitri.get("/api/me/")
    refused = fitri.get("/api/me/")
    assert (refused.status_code, refused["Content-Type"], int(refused["Retry-After"]) > 0) == (429, PROBLEM, True)


def test_a_session_needs_its_csrf_token(world, url):
    browser = APIClient(enforce_csrf_checks=True)
    browser.force_login(person("fitri"))
    refused = browser.post(url, {"name": "approve"}, format="json")
    assert (refused.status_code, refused["Content-Type"]) == (403, PROBLEM)


def test_every_address_has_a_name():
    patterns = get_resolver("backend.api.urls").url_patterns
    assert [str(pattern.pattern) for pattern in patterns if not pattern.name] == [""]
