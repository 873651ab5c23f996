import pytest

from tests.people import person


@pytest.fixture
def fitri(world):
    """Fitri has a password."""
    made = person("fitri")
    made.set_password("contoh-sandi")
    made.save()
    return made


def login(client, password="contoh-sandi"):
    return client.post("/api/login/", {"username": "fitri", "password": password}, content_type="application/json")


def test_a_token_opens_the_api_and_is_revoked(fitri, client):
    token = login(client).json()["token"]
    mine = {"Authorization": f"Token {token}"}
    me = client.get("/api/me/", headers=mine).json()
    assert (me["full_name"], me["mandates"][0]["office"]["role"]) == ("Contoh Fitri", "village_head")
    assert client.delete("/api/login/", headers=mine).status_code == 204
    assert client.get("/api/me/", headers=mine).status_code == 401


def test_a_wrong_password_is_refused_whoever_it_is(fitri, client):
    wrong = login(client, "salah")
    nobody = client.post("/api/login/", {"username": "x", "password": "x"}, content_type="application/json")
    assert (wrong.status_code, wrong.content) == (401, nobody.content)


def test_an_inactive_person_does_not_get_in(fitri, client):
    token = login(client).json()["token"]
    fitri.is_active = False
    fitri.save()
    assert login(client).status_code == 401
    assert client.get("/api/me/", headers={"Authorization": f"Token {token}"}).status_code == 401


def test_guessing_is_slowed_for_one_name_at_one_address(fitri, client):
    codes = [login(client, "salah").status_code for _try in range(11)]
    assert codes == [401] * 10 + [429]
    other = client.post("/api/login/", {"username": "eko", "password": "x"}, content_type="application/json")
    assert other.status_code == 401


def test_credentials_of_the_wrong_form_are_a_400(db, client):
    for given in ({}, {"username": None}, {"username": {"a": 1}, "password": 1}, {"username": "a", "password": []}, ["a"]):
        assert client.post("/api/login/", given, content_type="application/json").status_code == 400
