"""What is counted is counted once for all web processes, and Redis may be gone."""

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from redis import Redis

from backend.shared_cache import SharedCache

OPTIONS = settings.CACHES["default"]["OPTIONS"]


def another_process(location: str = settings.REDIS_URL) -> SharedCache:
    return SharedCache(location, {"KEY_PREFIX": "siklus", "OPTIONS": OPTIONS})


@pytest.fixture(autouse=True)
def _forgotten() -> None:
    cache.clear()


def test_processes_count_together() -> None:
    cache.set("asked", [1.5, 2.5])
    assert another_process().get("asked") == [1.5, 2.5]
    cache.add("n", 1)
    assert another_process().incr("n") == 2


def test_clearing_leaves_the_queues_alone() -> None:
    queues = Redis.from_url(settings.REDIS_URL)
    queues.rpush("contoh-antrean", "tugas")
    cache.set("asked", 1)
    cache.clear()
    assert cache.get("asked") is None
    assert queues.lpop("contoh-antrean") == b"tugas"


def test_without_redis_each_process_counts_for_itself() -> None:
    alone, other = another_process("redis://127.0.0.1:1/0"), another_process("redis://127.0.0.1:1/0")
    alone.set("only-here", [1])
    assert alone.get("only-here") == [1]
    assert other.get("never-set", "nothing") == "nothing"
    assert alone.get_many(["only-here"]) == {"only-here": [1]}


def test_the_check_page_answers_without_redis(client: Client, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rest_framework.throttling.SimpleRateThrottle.cache", another_process("redis://127.0.0.1:1/0"))
    assert client.get("/v").status_code == 200


def test_a_stranger_is_stopped_whichever_process_he_meets(client: Client, db: None) -> None:
    for _ in range(120):
        client.get("/v")
    stopped = client.get("/v")
    assert stopped.status_code == 429
    assert int(stopped["Retry-After"]) == 60
    cache.clear()
