"""Passkeys in a real browser with an authenticator of its own: made, logged in with, and signed papers with."""

from collections.abc import Iterator
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from backend.accounts.invitations import invite
from tests.decree_world import build_decree_world, fresh
from tests.journeys.looking import PHONE, look
from tests.people import person
from tests.signing_world import Double, ready_to_sign, task_to_sign
from workflows.core.models import Refusal
from workflows.signing.identities import remember_nik

AUTHENTICATOR = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True, "isUserVerified": True,
    "automaticPresenceSimulation": True,
}  # fmt: skip


@pytest.fixture
def world(live_server: LiveServer) -> Any:
    return build_decree_world()


@pytest.fixture
def phone(browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    """A phone that opens every passkey by finger. Passkeys need a name, so it is `localhost` and no number."""
    context = browser.new_context(base_url=live_server.url.replace("127.0.0.1", "localhost"), locale="id-ID", **PHONE)
    page = context.new_page()
    devices = context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    yield page
    context.close()


def come_in(page: Page, login: str) -> None:
    """By invitation, with a passkey."""
    page.goto(f"/undangan/{invite(person(login), person('hadi'))}/")
    page.get_by_role("button", name="Pakai kunci sandi HP ini").click()
    page.get_by_role("heading", name="Anda sudah masuk").wait_for()


def test_an_invitation_a_passkey_and_the_next_login_without_a_word_typed(world: Any, phone: Page) -> None:
    come_in(phone, "kartika")
    look(phone, "undangan-selesai")
    phone.get_by_role("link", name="Lihat kode cadangan").click()
    expect(phone.locator(".codes li")).to_have_count(10)
    look(phone, "kode-cadangan")
    phone.goto("/akun/pengaman/")
    look(phone, "pengaman")
    phone.goto("/akun/perangkat/")
    look(phone, "perangkat")
    phone.locator("details.menu > summary").click()
    phone.get_by_role("button", name="Keluar", exact=True).click()
    phone.goto("/akun/")
    look(phone, "masuk")
    phone.get_by_role("button", name="Pakai kunci sandi").click()
    phone.get_by_role("heading", name="Akun saya").wait_for()
    look(phone, "akun")


@pytest.fixture
def signer(monkeypatch: pytest.MonkeyPatch) -> Double:
    double = Double(needs_secret=False)
    monkeypatch.setattr("worker.signing.signers.signer", lambda: double)
    return double


def test_a_paper_is_signed_with_one_tap_by_the_finger(world: Any, signer: Double, phone: Page) -> None:
    remember_nik(person("fitri"), "0" * 16)
    decree = ready_to_sign(world)
    come_in(phone, "fitri")
    phone.goto(f"/tugas/{task_to_sign(decree).pk}/tanda-tangan/")
    look(phone, "tanda-tangan")
    phone.get_by_role("button", name="Tanda tangani", exact=True).first.click()
    phone.wait_for_url("**/tercatat/**")
    assert fresh(decree).state == "in_force"


@pytest.mark.nightly
def test_a_finger_that_was_given_for_one_paper_signs_no_other(world: Any, signer: Double, phone: Page) -> None:
    remember_nik(person("fitri"), "0" * 16)
    first, second = (ready_to_sign(world, villages=[0], effects=[]) for _n in range(2))
    come_in(phone, "fitri")
    phone.goto(f"/tugas/{task_to_sign(second).pk}/tanda-tangan/")
    other = phone.locator("[name=challenge]").input_value()
    phone.goto(f"/tugas/{task_to_sign(first).pk}/tanda-tangan/")
    phone.evaluate("other => { document.querySelector('[name=challenge]').value = other }", other)
    phone.get_by_role("button", name="Tanda tangani", exact=True).first.click()
    phone.get_by_text("Kunci sandi tidak cocok dengan naskah ini").wait_for()
    assert signer.asked == []
    assert Refusal.objects.filter(act="step_up.not_confirmed", person=person("fitri")).exists()
    assert Authenticator.objects.filter(user=person("fitri"), type="webauthn").count() == 1
