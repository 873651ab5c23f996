"""Logging in with name or telephone number and a password, and what strangers learn from trying."""

import pytest
from django.core import mail
from django.test import Client

from tests.people import person
from workflows.organisation.models import Person

PASSWORD = "contoh-sandi-panjang"  # noqa: S105


@pytest.fixture
def fitri(world) -> Person:
    made = person("fitri")
    made.phone, made.email = "0812-3456-7890", "fitri@example.id"
    made.set_password(PASSWORD)
    made.save()
    return made


def log_in(client: Client, name: str = "fitri", password: str = PASSWORD, **more):
    return client.post("/masuk/", {"username": name, "password": password, **more})


def test_whoever_followed_a_link_lands_on_its_item(fitri, client):
    asked = client.get("/keputusan/?keadaan=draft").headers["Location"]
    page = client.get(asked)
    assert 'name="next" value="/keputusan/?keadaan=draft"' in page.content.decode()
    assert log_in(client, next="/keputusan/?keadaan=draft").headers["Location"] == "/keputusan/?keadaan=draft"


def test_no_link_leads_off_to_a_strangers_page(fitri, client):
    assert log_in(client, next="https://jahat.example/").headers["Location"] == "/"


@pytest.mark.parametrize("typed", ["081234567890", "0812 3456 7890", "+62 812-3456-7890", "62812 3456 7890"])
def test_the_telephone_number_is_a_name_however_it_is_written(fitri, client, typed):
    assert log_in(client, typed).headers["Location"] == "/"


def test_a_number_that_two_share_is_nobodys_name(fitri, client):
    other = person("gita")
    other.phone = "+6281234567890"
    other.set_password(PASSWORD)
    other.save()
    assert log_in(client, "081234567890").status_code == 200


def test_a_stranger_does_not_learn_which_names_exist(fitri, client):
    wrong, nobody = log_in(client, password="salah-sekali"), log_in(client, "siapapun", "salah-sekali")
    said = [list(answer.context["form"].non_field_errors()) for answer in (wrong, nobody)]
    assert said[0] == said[1] != []
    reset = [client.post("/lupa-kata-sandi/", {"email": who}) for who in ("fitri@example.id", "siapa@example.id")]
    assert [answer.headers["Location"] for answer in reset] == ["/lupa-kata-sandi/terkirim/"] * 2


def test_guessing_is_slowed_for_one_name_at_one_address_only(fitri, client):
    said = [log_in(client, password="salah-sekali").content.decode() for _try in range(6)]
    assert ["Terlalu banyak percobaan" in words for words in said] == [False] * 5 + [True]
    assert "Terlalu banyak percobaan" in log_in(client).content.decode()
    elsewhere = Client(REMOTE_ADDR="203.0.113.9")
    assert log_in(elsewhere).headers["Location"] == "/"


def test_a_deactivated_person_is_told_only_with_the_right_password(fitri, client):
    Person.objects.filter(pk=fitri.pk).update(is_active=False)
    assert log_in(client, password="salah-sekali").status_code == 200
    answer = log_in(client)
    assert "tidak aktif" in client.get(answer.headers["Location"]).content.decode()
    assert client.get("/").status_code == 302


def test_logging_out_is_an_act_and_no_link(fitri, client):
    log_in(client)
    assert "Keluar dari Siklus?" in client.get("/keluar/").content.decode()
    assert client.get("/akun/").status_code == 200
    assert client.post("/keluar/").headers["Location"] == "/masuk/"
    assert client.get("/akun/").status_code == 302


def test_a_forgotten_password_is_replaced_once_by_e_mail(fitri, client):
    client.post("/lupa-kata-sandi/", {"email": "fitri@example.id"})
    link = next(word for word in mail.outbox[0].body.split() if "/lupa-kata-sandi/" in word).removeprefix(
        "http://testserver"
    )
    form = client.get(link).headers["Location"]
    new = {"password1": "sandi-baru-panjang", "password2": "sandi-baru-panjang"}
    assert client.post(form, new).headers["Location"] == "/lupa-kata-sandi/selesai/"
    assert "tidak berlaku lagi" in Client().get(link).content.decode()
    assert log_in(Client(), password="sandi-baru-panjang").headers["Location"] == "/"


def test_a_password_that_is_easily_guessed_is_refused_in_words(fitri, client):
    log_in(client)
    weak = {"oldpassword": PASSWORD, "password1": "password", "password2": "password"}
    page = client.post("/akun/kata-sandi/", weak)
    assert "terlalu umum" in page.content.decode()
    good = weak | {"password1": "sandi-baru-panjang", "password2": "sandi-baru-panjang"}
    assert client.post("/akun/kata-sandi/", good).headers["Location"] == "/akun/"
    assert "diganti" in mail.outbox[-1].body


def test_my_number_is_mine_to_change_and_nothing_else(fitri, client):
    log_in(client)
    answer = client.post("/akun/", {"phone": "0813 1111 2222", "name": "Contoh Lain", "nip": "1" * 18})
    assert answer.status_code == 302
    fitri.refresh_from_db()
    assert (fitri.phone, fitri.name, fitri.nip) == ("0813 1111 2222", "Contoh Fitri", "")
    assert "seperti 0812" in client.post("/akun/", {"phone": "12"}).content.decode()
