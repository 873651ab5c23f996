"""Webhooks: what a receiver gets and can verify, what its answers lead to, and where nothing is ever sent."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from django.db.models.functions import Now
from standardwebhooks import Webhook as Verifier
from standardwebhooks import WebhookVerificationError

from tests.people import person
from tests.worker.receiver import Receiver, listening
from worker.errors import Unreachable, UnsafeAddress
from worker.models import Delivery, Post, Webhook
from worker.relay import ATTEMPTS, carry_out
from worker.webhooks import events, posting, reaching
from worker.webhooks.secrets import fresh_secret, keep, rotate, valid_secrets
from workflows.core.models import File, JournalEntry, Outbox


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with listening(Receiver()) as receiver:
        yield receiver


@pytest.fixture
def hook(world, receiver) -> Webhook:
    """Hadi's, for everything in the regency."""
    return made(world.regency, receiver)


def made(region, receiver, *wanted: str) -> Webhook:
    url = f"{receiver.url}/siklus"
    hook = Webhook(name="Contoh pusat data", url=url, region=region, events=list(wanted), made_by=person("hadi"))
    keep(hook, fresh_secret())
    hook.save()
    return hook


def send(post: Post) -> Post:
    Post.objects.filter(pk=post.pk).update(available_at=Now())
    carry_out(Post, post.pk)
    post.refresh_from_db()
    return post


def told(hook: Webhook) -> Post:
    """The one message about the village head's turn."""
    carry_out(Outbox, Outbox.objects.get(topic="your_turn").pk)
    return hook.posts.get(event="task.opened")


def test_the_receiver_verifies_it_with_the_standard_library(hook, row, receiver):
    post = send(told(hook))
    [letter] = receiver.got
    [secret] = valid_secrets(hook)
    message = Verifier(secret).verify(letter.body, letter.headers)
    assert (message["type"], message["data"]["task"]["id"]) == ("task.opened", row.object_id)
    assert message["data"]["task"]["url"].endswith(f"/api/tasks/{row.object_id}/")
    assert datetime.fromisoformat(message["timestamp"]).utcoffset() == timedelta(0)
    assert (post.status, post.done_at is None) == (200, False)


def test_a_changed_body_does_not_verify(hook, row, receiver):
    send(told(hook))
    with pytest.raises(WebhookVerificationError):
        Verifier(valid_secrets(hook)[0]).verify(receiver.got[0].body.replace(b"opened", b"closed"), receiver.got[0].headers)


def test_the_message_names_no_person(hook, row):
    body = told(hook).body
    assert "Contoh Fitri" not in body
    assert "fitri" not in body
    assert set(json.loads(body)["data"]) == {"task", "file", "office", "region"}


def test_an_event_that_several_offices_hear_of_is_one_message(hook, row, world):
    for role in ("agency", "secretary"):
        Outbox.objects.create(entry=row.entry, topic="your_turn", object_id=row.object_id, office=world.office(role))
    for found in Outbox.objects.filter(topic="your_turn").order_by("pk"):
        carry_out(Outbox, found.pk)
    assert hook.posts.count() == 1


def test_only_webhooks_of_the_territory_that_want_it_get_it(world, row, receiver):
    wants = made(world.district, receiver, "task.opened")
    made(world.villages[1], receiver)
    made(world.regency, receiver, "decree.in_force")
    carry_out(Outbox, row.pk)
    assert [post.webhook for post in Post.objects.all()] == [wants]


def test_a_no_is_noted_and_tried_again_under_the_same_id(hook, row, receiver):
    post = told(hook)
    receiver.refuse(503, b"sedang diperbaiki")
    send(post)
    assert (post.status, post.answer, post.done_at, post.attempts) == (503, "sedang diperbaiki", None, 1)
    send(post)
    assert (post.status, post.done_at is None) == (200, False)
    assert len({letter.headers["webhook-id"] for letter in receiver.got}) == 1


def test_a_replay_has_the_same_id_and_body_and_a_signature_of_its_own_time(hook, row, receiver):
    post = send(told(hook))
    posting.replay(post)
    send(post)
    first, second = receiver.got
    assert (first.headers["webhook-id"], first.body) == (second.headers["webhook-id"], second.body)
    Verifier(valid_secrets(hook)[0]).verify(second.body, second.headers)


def test_while_a_secret_changes_both_verify_and_afterwards_only_the_new_one(hook, row, receiver):
    [old] = valid_secrets(hook)
    new = rotate(hook)
    post = send(told(hook))
    for secret in (old, new):
        Verifier(secret).verify(receiver.got[0].body, receiver.got[0].headers)
    Webhook.objects.update(former_until=Now() - timedelta(seconds=1))
    posting.replay(post)
    send(Post.objects.get(pk=post.pk))
    with pytest.raises(WebhookVerificationError):
        Verifier(old).verify(receiver.got[1].body, receiver.got[1].headers)


def test_the_database_holds_no_secret_in_the_clear(hook):
    assert "whsec_" not in Webhook.objects.values_list("secret", flat=True).get()


def give_up(hook: Webhook, receiver: Receiver, number: int) -> Post:
    entry = JournalEntry.objects.latest("pk")
    row = Outbox.objects.create(entry=entry, topic="nudge", object_id=number, done_at=Now())
    post = Post.objects.create(webhook=hook, outbox=row, event_id=f"evt_{number}", event="task.reminded", body="{}")
    for _ in range(ATTEMPTS):
        receiver.refuse(500)
        send(post)
    return post


def test_too_many_given_up_pause_it_with_a_notice_and_what_follows_is_kept(hook, row, receiver):
    for number in range(posting.TOO_MANY):
        assert not Webhook.objects.get().paused_at
        give_up(hook, receiver, number)
    assert Webhook.objects.get().paused_at
    notice = Delivery.objects.get(channel="alarm", person=person("hadi"))
    assert "Contoh pusat data" in notice.text
    before = len(receiver.got)
    carry_out(Outbox, row.pk)
    kept = Post.objects.get(event="task.opened")
    carry_out(Post, kept.pk)
    assert len(receiver.got) == before
    posting.resume(hook)
    assert send(kept).status == 200


def test_an_answer_that_it_is_gone_pauses_at_once(hook, row, receiver):
    post = told(hook)
    receiver.refuse(410)
    send(post)
    assert (post.attempts, Webhook.objects.get().paused_at is None) == (1, False)


def test_a_yes_in_between_begins_the_count_anew(hook, row, receiver):
    for number in range(posting.TOO_MANY - 1):
        give_up(hook, receiver, number)
    send(told(hook))
    assert Webhook.objects.get().failures == 0


def test_a_redirect_is_not_followed(hook, row, receiver):
    post = told(hook)
    receiver.refuse(302, Location=f"{receiver.url}/elsewhere")
    send(post)
    assert [letter.path for letter in receiver.got] == ["/siklus"]
    assert post.status == 302
    assert post.done_at is None


def test_of_a_long_answer_only_the_beginning_is_read(hook, row, receiver):
    post = told(hook)
    receiver.refuse(500, b"x" * 5_000_000)
    assert len(send(post).answer) == reaching.EXCERPT


def test_who_takes_too_long_is_not_waited_for(hook, row, receiver, monkeypatch):
    monkeypatch.setattr(reaching, "READ", 0.2)
    receiver.pause = 1.0
    post = send(told(hook))
    assert post.done_at is None
    assert "tidak dapat dihubungi" in post.last_error


def test_a_trial_message_is_signed_like_the_others_and_pauses_nothing(hook, receiver):
    post = posting.ping(hook)
    for _ in range(ATTEMPTS):
        receiver.refuse(410)
        send(post)
    assert not Webhook.objects.get().paused_at
    posting.replay(post)
    send(post)
    assert Verifier(valid_secrets(hook)[0]).verify(receiver.got[-1].body, receiver.got[-1].headers)["type"] == "ping"


@pytest.mark.parametrize(
    "url",
    ["http://example.org/", "ftp://example.org/", "https://", "https://user:pass@example.org/", "https://[::1", "//example.org",
     "https://example.org:0/", "https://example.org:99999/"],
)  # fmt: skip
def test_production_posts_only_over_tls_to_a_named_host(settings, url):
    settings.WEBHOOKS_ANYWHERE = False
    with pytest.raises(UnsafeAddress):
        reaching.parsed(url)


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "10.0.0.8", "192.168.1.1", "169.254.169.254", "[::1]", "[::ffff:10.0.0.1]", "[fe80::1]",
     "[64:ff9b::a00:1]", "[2002:a00:1::]", "0.0.0.0", "100.64.0.1", "224.0.0.1", "2130706433", "0x7f.1"],
)  # fmt: skip
def test_production_never_reaches_into_our_own_network(settings, host):
    settings.WEBHOOKS_ANYWHERE = False
    with pytest.raises((UnsafeAddress, Unreachable)):
        reaching.post(f"https://{host}/", b"{}", {})


@pytest.mark.parametrize("address", ["103.10.11.12", "2606:4700::1111"])
def test_public_addresses_are_fine(address):
    assert reaching.is_public(ip_address(address))


def test_the_connection_goes_to_the_address_that_was_looked_up(settings, receiver, monkeypatch):
    """A name that is asked a second time could lead elsewhere by then."""
    asked = []

    def answers(host, port, type):
        asked.append(host)
        return [(2, 1, 6, "", ("127.0.0.1" if len(asked) == 1 else "127.0.0.9", port))]

    monkeypatch.setattr(reaching, "getaddrinfo", answers)
    answer = reaching.post(f"http://contoh.invalid:{receiver.port}/", b"{}", {})
    assert (answer.status, asked) == (200, ["contoh.invalid"])
    assert receiver.got[0].headers["Host"] == f"contoh.invalid:{receiver.port}"


def test_a_name_that_has_one_private_address_among_public_ones_is_refused(settings, monkeypatch):
    settings.WEBHOOKS_ANYWHERE = False
    found = [(2, 1, 6, "", ("103.10.11.12", 443)), (2, 1, 6, "", ("10.0.0.1", 443))]
    monkeypatch.setattr(reaching, "getaddrinfo", lambda *_args, **_more: found)
    with pytest.raises(UnsafeAddress):
        reaching.post("https://contoh.invalid/", b"{}", {})


def test_every_type_is_documented():
    told = Path("docs/webhooks.md").read_text()
    assert [name for name in events.TYPES if f"`{name}`" not in told] == []



def test_a_file_that_is_not_in_the_api_has_no_address():
    assert events.linked(File(kind="evaluation", pk=17)) == {"kind": "evaluation", "id": 17}
