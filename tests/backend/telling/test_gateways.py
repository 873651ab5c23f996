"""*Gerbang pesan*: a district's own way to WhatsApp, whose password nobody sees again."""

import json
from collections.abc import Iterator

import pytest
from cryptography.fernet import Fernet
from django.core.management import call_command
from django.test import Client

from backend.administration.models import Change
from tests.backend.pages.decrees import as_official
from tests.people import appointed, person
from tests.worker.receiver import Receiver, listening
from tests.world import BEGIN, World, region
from worker.models import Delivery, Gateway
from worker.relay import carry_out
from workflows.core.models import Outbox
from workflows.organisation.offices import open_administration

GATEWAYS = "/gerbang/"
PASSWORD = "sandi-gerbang"


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with listening(Receiver()) as found:
        yield found


@pytest.fixture
def lia(world: World) -> Client:
    appointed("lia", open_administration(world.regency, BEGIN))
    client = Client()
    client.force_login(person("lia"))
    return client


def typed(receiver: Receiver) -> dict[str, str]:
    return {"channel": "whatsapp", "address": f"json://siklus:{PASSWORD}@127.0.0.1:{receiver.port}/kirim?:to={{to}}"}


def with_phone(login: str) -> None:
    who = person(login)
    who.phone = "0812 3456 7890"
    who.save(update_fields=["phone"])


def test_the_password_is_sealed_and_never_shown_again(world: World, lia: Client, receiver: Receiver) -> None:
    assert lia.post(GATEWAYS, typed(receiver)).status_code == 302
    gateway = Gateway.objects.get()
    assert PASSWORD in gateway.address
    page = lia.get(GATEWAYS).content.decode()
    assert "127.0.0.1" in page
    kept = [page, *map(str, Gateway.objects.values_list().get()), *map(str, Change.objects.values_list("old", "new"))]
    assert not [words for words in kept if PASSWORD in words]
    wrong = lia.post(GATEWAYS, typed(receiver) | {"channel": "telegram"})
    assert (wrong.status_code, PASSWORD in wrong.content.decode()) == (422, False)


def test_a_district_tells_its_people_by_its_own_gateway(world: World, lia: Client, receiver: Receiver) -> None:
    lia.post(GATEWAYS, typed(receiver))
    with_phone("fitri")
    world.handed_in()
    carry_out(Outbox, Outbox.objects.get(topic="your_turn").pk)
    message = Delivery.objects.get(person=person("fitri"), channel="whatsapp")
    carry_out(Delivery, message.pk)
    [letter] = receiver.got
    assert json.loads(letter.body)["to"] == "6281234567890"
    message.refresh_from_db()
    assert message.status == "sent"


def test_a_test_message_goes_to_the_administrator_and_says_what_the_gateway_answers(
    world: World, lia: Client, receiver: Receiver
) -> None:
    lia.post(GATEWAYS, typed(receiver))
    gateway = Gateway.objects.get()
    assert "Isi dahulu alamat WhatsApp" in lia.post(f"{GATEWAYS}{gateway.pk}/uji/", follow=True).content.decode()
    with_phone("lia")
    assert "diterima gerbang" in lia.post(f"{GATEWAYS}{gateway.pk}/uji/", follow=True).content.decode()
    assert json.loads(receiver.got[0].body)["to"] == "6281234567890"
    receiver.refuse(401)
    assert "menjawab 401" in lia.post(f"{GATEWAYS}{gateway.pk}/uji/", follow=True).content.decode()
    gateway.refresh_from_db()
    assert "401" in gateway.answer


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("http://gerbang.contoh.invalid/{to}", "diawali jsons://, whatsapp://"), ("jsons://127.0.0.1/?:to={to}", "jaringan dalam"),
        ("jsons://127.0.0.1/", "Tulis {to}"), ("json://127.0.0.1/?:to={to}", "jsons://"), ("whatsapp://x/{to}", "tidak lengkap"),
        ("jsons://[::/{to}", "tidak dapat dibaca"), ("file:///etc/passwd", "tidak dapat dibaca"), ("", "harus diisi"),
    ],
)  # fmt: skip
def test_what_is_no_gateway_or_leads_inside_is_refused(world: World, lia: Client, settings, address: str, words: str) -> None:
    settings.WEBHOOKS_ANYWHERE = False
    answer = lia.post(GATEWAYS, {"channel": "whatsapp", "address": address})
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Gateway.objects.exists()


def test_only_the_administrator_of_the_territory_comes_near(world: World, lia: Client, receiver: Receiver) -> None:
    lia.post(GATEWAYS, typed(receiver))
    there = region(world.regency.parent, "regency", "kabupaten", "Contoh Seberang", "99.02")
    appointed("mira", open_administration(there, BEGIN))
    pk = Gateway.objects.get().pk
    for other in (as_official(world, "hadi", "agency"), as_official(world, "citra")):
        assert other.get(GATEWAYS).status_code == 404
        assert other.post(f"{GATEWAYS}{pk}/hapus/").status_code == 404
    mira = Client()
    mira.force_login(person("mira"))
    assert "127.0.0.1" not in mira.get(GATEWAYS).content.decode()
    assert mira.post(f"{GATEWAYS}{pk}/uji/").status_code == 404
    assert not Gateway.nearest(person("mira").pk)


def test_a_gateway_is_replaced_resealed_and_ended(world: World, lia: Client, receiver: Receiver, settings) -> None:
    lia.post(GATEWAYS, typed(receiver))
    lia.post(GATEWAYS, typed(receiver))
    before = Gateway.objects.get().sealed
    settings.FIELD_KEYS = [Fernet.generate_key(), *settings.FIELD_KEYS]
    call_command("reseal_webhooks")
    settings.FIELD_KEYS = settings.FIELD_KEYS[:1]
    gateway = Gateway.objects.get()
    assert gateway.sealed != before
    assert PASSWORD in gateway.address
    lia.post(f"{GATEWAYS}{gateway.pk}/hapus/")
    assert not Gateway.objects.exists()
    assert Change.objects.filter(model="worker.gateway", person=person("lia")).count() == 3
