"""Every answer of the API says how often one may still ask."""

from collections.abc import Callable

import pytest

from backend.api.rates import UserRate
from tests.backend.api.conftest import Api

ClientOf = Callable[[str], Api]


def test_what_is_left_counts_down_and_then_it_is_too_often(client_of: ClientOf, monkeypatch: pytest.MonkeyPatch) -> None:
    ani = client_of("ani")
    monkeypatch.setattr(UserRate, "THROTTLE_RATES", {"user": "2/min"})
    first, second, third = (ani.get("/api/me/") for _ in range(3))
    assert [answer.headers["RateLimit-Remaining"] for answer in (first, second, third)] == ["1", "0", "0"]
    assert first.headers["RateLimit-Limit"] == "2"
    assert 0 < int(third.headers["RateLimit-Reset"]) <= 60
    assert third.status_code == 429


def test_pages_say_nothing_of_it(client_of: ClientOf) -> None:
    assert "RateLimit-Limit" not in client_of("ani").get("/masuk/").headers
