"""Signing by a program: the same service, the same words."""

import pytest

from documents.signing.errors import OutcomeUnknown
from tests.backend.api.conftest import Api
from tests.decree_world import build_decree_world, fresh
from tests.people import person
from tests.signing_world import Double, ready_to_sign, task_to_sign
from workflows.signing.identities import remember_nik

ASKED = {"password": "contoh-sandi", "passphrase": "frasa-rahasia"}


@pytest.fixture
def signer(monkeypatch):
    double = Double()
    monkeypatch.setattr("worker.signing.signers.signer", lambda: double)
    return double


@pytest.fixture
def decree(db, signer):
    world = build_decree_world()
    fitri = person("fitri")
    fitri.set_password(ASKED["password"])
    fitri.save()
    remember_nik(fitri, "0" * 16)
    return ready_to_sign(world)


@pytest.fixture
def url(decree):
    return f"/api/tasks/{task_to_sign(decree).pk}/sign/"


@pytest.fixture
def fitri(decree, client_of):
    return client_of("fitri")


def test_what_is_to_be_signed_is_named_and_can_be_fetched(fitri, url, decree):
    told = fitri.get(url).json()
    assert told == {"state": "ready", "read": decree.paper, "signer": "hanya untuk uji", "needs_passphrase": True}
    assert fitri.get(f"/api/documents/{told['read']}").status_code == 200


def test_it_is_signed_once_whatever_the_number_of_requests(fitri, url, decree, signer):
    answers = [fitri.post(url, ASKED | {"read": decree.paper}, headers={"Idempotency-Key": "one"}) for _n in range(2)]
    assert [answer.status_code for answer in answers] == [201, 201]
    assert answers[0].json() == answers[1].json()
    assert (fresh(decree).state, len(signer.asked), fitri.get(url).json()["state"]) == ("in_force", 1, "signed")


def test_the_general_act_is_refused_and_says_what_it_needs(fitri, url, decree):
    task = url.removesuffix("sign/")
    offer = next(o for o in fitri.get(task).json()["available_transitions"] if o["name"] == "sign")
    assert (offer["needs"], offer["problems"]) == (["signature"], [])
    answer = fitri.post(f"{task}transitions/", {"name": "sign"})
    assert answer.status_code == 422
    assert [problem["rule"] for problem in answer.json()["problems"]] == ["its_paper_is_signed"]


@pytest.mark.parametrize(
    ("change", "status", "words"),
    [
        ({"password": "salah"}, 422, "Kata sandi akun Anda salah"),
        ({"read": "ab" * 32}, 422, "berubah sejak"),
        ({"passphrase": ""}, 400, "wajib diisi"),
        ({"read": None}, 400, "Ada isian"),
    ],
)
def test_what_is_missing_or_wrong_is_said(fitri, url, decree, signer, change, status, words):
    answer = fitri.post(url, ASKED | {"read": decree.paper} | change)
    assert (answer.status_code, signer.asked) == (status, [])
    assert words in answer.content.decode()


def test_a_lost_answer_is_a_conflict_that_asking_solves(fitri, url, decree, signer):
    signer.loses = [OutcomeUnknown()]
    answer = fitri.post(url, ASKED | {"read": decree.paper})
    assert (answer.status_code, answer.json()["problems"][0]["rule"]) == (409, "signature_pending")
    assert fitri.get(url).json()["state"] == "unknown"
    assert fitri.post(f"{url}check/").status_code == 201
    assert (fresh(decree).state, len(signer.asked)) == ("in_force", 1)


def test_nothing_to_ask_about_is_said(fitri, url):
    assert fitri.post(f"{url}check/").status_code == 400


def test_a_task_of_another_kind_or_another_territory_has_none_of_this(fitri, url, decree, client_of):
    eko: Api = client_of("eko")
    assert eko.get(url).status_code == 404
    other = decree.file.assignments.exclude(kind="sign_document").first()
    assert fitri.get(f"/api/tasks/{other.pk}/sign/").status_code == 404
