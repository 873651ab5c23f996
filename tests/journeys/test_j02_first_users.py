"""J2 · The first users come in by WhatsApp, without e-mail: invited at the desk, let in on the phone."""

import re

import pytest
from playwright.sync_api import Page

from tests.backend.accounts.test_passkeys import AUTHENTICATOR
from tests.codes import code_of
from tests.journeys.conftest import Enter
from tests.journeys.looking import PHONE, look
from tests.journeys.stack import Stack
from workflows.organisation.models import Mandate, Person

pytestmark = pytest.mark.nightly

PASSWORD = "contoh-sandi-pekon"  # noqa: S105


def villager(role: str, number: int) -> Person:
    """The holder of a village's office in Lampung Barat."""
    held = Mandate.objects.filter(office__role=role, capacity="definitif", until=None)
    return held.filter(office__region__parent__parent__name__contains="Lampung Barat").order_by("pk")[number].person


def invited(enter: Enter, person: Person) -> str:
    """The link in the message that the administrator copies."""
    desk = enter("lampung-barat.pengelola", path=f"/orang/{person.pk}/undangan/")
    desk.get_by_role("button", name=re.compile("Buat (undangan|tautan)")).click()
    message = desk.get_by_label("Pesan WhatsApp").input_value()
    assert person.full_name in message
    look(desk, "j02-pesan-whatsapp")
    return re.search(r"https?://\S+/(undangan/\S+/)", message)[1]


def on_a_phone(enter: Enter, stack: Stack, link: str) -> Page:
    """Passkeys need a name; the stack listens at a number, which the phone calls `localhost`."""
    page = enter(device=PHONE, path=f"{stack.url.replace('127.0.0.1', 'localhost')}/{link}")
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    return page


def test_one_takes_a_passkey_and_the_link_is_used_up(stack: Stack, enter: Enter) -> None:
    kepala = villager("village_head", 0)
    link = invited(enter, kepala)
    phone = on_a_phone(enter, stack, link)
    village = Mandate.objects.get(person=kepala, until=None, office__role="village_head").office.region
    phone.get_by_text(village.name).first.wait_for()
    look(phone, "j02-undangan")
    phone.get_by_role("button", name="Pakai kunci sandi HP ini").click()
    phone.get_by_role("heading", name="Anda sudah masuk").wait_for()
    again = enter(device=PHONE, path=f"/{link}")
    again.get_by_role("heading", name="Tautan ini sudah dipakai").wait_for()
    look(again, "j02-tautan-terpakai")


def test_another_takes_a_password_with_six_digits(stack: Stack, enter: Enter) -> None:
    kepala = villager("village_head", 1)
    phone = on_a_phone(enter, stack, invited(enter, kepala))
    phone.get_by_role("link", name="Pakai kata sandi").click()
    look(phone, "j02-kata-sandi")
    secret = re.search(r"secret=([A-Z2-7]+)", phone.get_by_role("link", name="Buka aplikasi kode").get_attribute("href") or "")
    phone.locator("[name=new_password1]").fill(PASSWORD)
    phone.locator("[name=new_password2]").fill(PASSWORD)
    phone.locator("[name=code]").fill(code_of(secret[1]))
    phone.get_by_role("button", name="Simpan dan masuk").click()
    phone.get_by_role("heading", name="Anda sudah masuk").wait_for()
    phone.get_by_role("link", name="Lihat kode cadangan").click()
    phone.get_by_role("heading", name="Kode cadangan Anda").wait_for()
