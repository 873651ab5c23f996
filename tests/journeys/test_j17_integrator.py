"""J17 · A developer reads the docs, lists what is late, and hears of an approval by a signed webhook."""

import json
import shlex
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from standardwebhooks import Webhook as Verifier

from tests.journeys.conftest import Enter
from tests.journeys.looking import look
from tests.journeys.stack import Stack
from tests.processes import wait_until
from tests.worker.receiver import Receiver, listening
from worker.models import Post
from workflows.core.door import perform
from workflows.organisation.models import Mandate
from workflows.routes.models import Assignment

pytestmark = pytest.mark.nightly


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with listening(Receiver()) as receiver:
        yield receiver


def test_the_docs_open_from_the_footer_without_any_foreign_host(stack: Stack, enter: Enter) -> None:
    page = enter("lampung-barat.kadis")
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.get_by_role("contentinfo").get_by_role("link", name="API").click()
    page.get_by_text("/api/tasks/", exact=True).first.wait_for()
    assert [url for url in asked if not url.startswith((stack.url, "data:", "blob:"))] == []
    assert [text for text in said if "Content Security Policy" in text] == []


def test_with_a_key_one_lists_what_is_late_and_is_told_what_it_may_not(stack: Stack, enter: Enter) -> None:
    page = enter("lampung-barat.kabag", path="/akun/kunci-api/")
    page.get_by_label("Nama kunci").fill("Contoh dasbor")
    page.get_by_role("button", name="Buat kunci").click()
    _curl, _flag, header, address = shlex.split(page.get_by_label("Coba dari terminal").input_value())
    look(page, "j17-kunci")
    ask, key = enter().context.request, dict([header.split(": ")])
    answer = ask.get(address, headers=key)
    assert answer.status == 200
    assert all(task["late"] for task in answer.json()["results"])
    assert int(answer.headers["ratelimit-remaining"]) < int(answer.headers["ratelimit-limit"])
    refused = ask.post("/api/decrees/", headers=key, data={})
    assert refused.status == 403
    assert "bercakupan “act”" in refused.json()["detail"]


def register(page: Page, receiver: Receiver) -> str:
    page.get_by_label("Nama").fill("Contoh pusat data")
    page.get_by_label("Alamat").fill(f"{receiver.url}/siklus")
    look(page, "j17-webhook-baru")
    page.get_by_role("button", name="Daftarkan").click()
    return page.get_by_label("Rahasia", exact=True).input_value()


def heard(receiver: Receiver, type: str) -> list[dict[str, str]]:
    return [letter.headers for letter in receiver.got if json.loads(letter.body)["type"] == type]


def test_a_webhook_is_tried_out_hears_of_an_approval_and_is_replayed(stack: Stack, enter: Enter, receiver: Receiver) -> None:
    page = enter("lampung-barat.kadis", path="/webhook/")
    secret = register(page, receiver)
    look(page, "j17-webhook")
    page.get_by_role("button", name="Kirim uji").click()
    wait_until(lambda: bool(heard(receiver, "ping")), "the trial message has come")
    Verifier(secret).verify(receiver.got[0].body, receiver.got[0].headers)

    task = Assignment.objects.filter(state="open", office__role="legal", region__name="Lampung Barat").latest("pk")
    by = Mandate.objects.get(person__username="lampung-barat.kabag")
    perform(Assignment.approve, task, by=by, read=task.file.snapshot.sha256)
    wait_until(lambda: bool(heard(receiver, "task.opened")), "the event has come")
    Verifier(secret).verify(receiver.got[-1].body, receiver.got[-1].headers)

    wait_until(lambda: Post.objects.filter(event="task.opened", done_at__isnull=False).exists(), "it is noted")
    page.reload()
    page.get_by_role("button", name="Kirim ulang").first.click()
    wait_until(lambda: len(heard(receiver, "task.opened")) == 2, "it has come again")
    assert len({headers["webhook-id"] for headers in heard(receiver, "task.opened")}) == 1
    page.reload()
    expect(page.locator(".rows .badge").first).to_have_text("terkirim")
    look(page, "j17-webhook-catatan")
