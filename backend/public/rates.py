"""How often a stranger may ask."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http.response import HttpResponseBase
from django.shortcuts import render
from rest_framework.throttling import AnonRateThrottle

View = Callable[..., HttpResponseBase]


class PublicRate(AnonRateThrottle):
    """By address, those who are logged in included (settings: DEFAULT_THROTTLE_RATES)."""

    scope = "public"
    duration: int  # seconds; the base class reads it off the rate

    def get_cache_key(self, request: Any, view: Any) -> str:
        return self.cache_format % {"scope": self.scope, "ident": self.get_ident(request)}


def rated(view: View) -> View:
    """Answer 429 with a page that says when to come back."""

    asked: Any = view  # DRF would have it a view of its own, and does not look at it

    @wraps(view)
    def guarded(request: Any, *args: object, **kwargs: object) -> HttpResponseBase:
        rate = PublicRate()
        if rate.allow_request(request, asked):
            return view(request, *args, **kwargs)
        answer = render(request, "public/too_often.html", {"seconds": rate.duration}, status=429)
        answer["Retry-After"] = str(rate.duration)
        return answer

    return guarded
