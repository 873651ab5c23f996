"""The pages about webhooks: registered with care, secret shown once, log, trial, replay, end."""

from collections.abc import Iterator

import pytest
from django.conf import LazySettings
from standardwebhooks import Webhook as Verifier

from backend.administration.models import Change
from tests.backend.pages.decrees import as_official
from tests.people import person
from tests.worker.receiver import Receiver, listening
from tests.world import World
from worker.models import Post, Webhook
from worker.relay import carry_out
from workflows.organisation.models import Person


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with listening(Receiver()) as receiver:
        yield receiver


def register(world: World, receiver: Receiver, **more: object) -> tuple[Webhook, str]:
    """Hadi registers it; the page shows the secret."""
    asked = {"name": "Contoh pusat data", "url": f"{receiver.url}/siklus", "region": world.regency.pk} | more
    answer = as_official(world, "hadi").post("/webhook/", asked)
    return Webhook.objects.get(), answer.context["secret"]


def test_registered_tried_out_verified_and_replayed(world: World, receiver: Receiver) -> None:
    hook, secret = register(world, receiver)
    hadi = as_official(world, "hadi")
    assert secret not in hadi.get(f"/webhook/{hook.pk}/").content.decode()
    hadi.post(f"/webhook/{hook.pk}/uji/")
    post = Post.objects.get()
    receiver.refuse(500, b"<b>aduh</b>")
    carry_out(Post, post.pk)
    page = hadi.get(f"/webhook/{hook.pk}/").content.decode()
    for part in ("HTTP 500", "&lt;b&gt;aduh", "gagal sementara", post.event_id):
        assert part in page
    Post.objects.update(available_at="2024-01-01T00:00Z")
    carry_out(Post, post.pk)
    hadi.post(f"/webhook/kiriman/{post.pk}/ulang/")
    carry_out(Post, post.pk)
    assert len({letter.headers["webhook-id"] for letter in receiver.got}) == 1
    assert len(receiver.got) == 3
    Verifier(secret).verify(receiver.got[-1].body, receiver.got[-1].headers)


def test_a_new_secret_is_shown_once_and_the_old_one_lasts_a_while(world: World, receiver: Receiver) -> None:
    hook, old = register(world, receiver)
    answer = as_official(world, "hadi").post(f"/webhook/{hook.pk}/rahasia/")
    assert answer.context["secret"] not in ("", old)
    assert "Rahasia lama masih berlaku sampai" in answer.content.decode()


def test_ended_it_gets_nothing_more_and_is_gone_from_the_list(world: World, receiver: Receiver) -> None:
    hook, _secret = register(world, receiver)
    hadi = as_official(world, "hadi")
    hadi.post(f"/webhook/{hook.pk}/uji/")
    hadi.post(f"/webhook/{hook.pk}/akhiri/")
    carry_out(Post, Post.objects.get().pk)
    assert not receiver.got
    assert hadi.get(f"/webhook/{hook.pk}/").status_code == 404
    assert Webhook.objects.get().secret == ""


@pytest.mark.parametrize("url", ["http://example.org/", "https://127.0.0.1/", "https://localhost/", "nonsense", "https://a b/"])
def test_production_refuses_unsafe_addresses_in_words(world: World, receiver: Receiver, settings: LazySettings, url: str) -> None:
    settings.WEBHOOKS_ANYWHERE = False
    asked = {"name": "Contoh", "url": url, "region": world.regency.pk}
    answer = as_official(world, "hadi").post("/webhook/", asked)
    assert answer.status_code == 422
    assert "errorlist" in answer.content.decode()
    assert not Webhook.objects.exists()


def test_a_region_outside_ones_own_is_refused(world: World, receiver: Receiver) -> None:
    asked = {"name": "Contoh", "url": receiver.url, "region": world.regency.parent_id}
    assert as_official(world, "hadi").post("/webhook/", asked).status_code == 422


def test_others_find_no_such_page(world: World, lina: Person) -> None:
    assert as_official(world, "citra").get("/webhook/").status_code == 404
    assert as_official(world, "lina").get("/webhook/").status_code == 200


def test_who_registered_it_is_kept(world: World, receiver: Receiver) -> None:
    hook, _secret = register(world, receiver, events=["task.opened"])
    assert (hook.made_by, hook.events) == (person("hadi"), ["task.opened"])
    as_official(world, "hadi").post(f"/webhook/{hook.pk}/rahasia/")
    changes = Change.objects.filter(model="worker.webhook", object_id=hook.pk, person=person("hadi")).order_by("pk")
    assert list(changes.values_list("field", "new")) == [("", "Contoh pusat data"), ("secret", None)]
