"""How often one may ask, said with every answer (the headers of draft-ietf-httpapi-ratelimit-headers-07)."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from rest_framework.throttling import AnonRateThrottle, SimpleRateThrottle, UserRateThrottle


class Told(SimpleRateThrottle):
    """Notes on the request what is left of the rate."""

    num_requests: int
    duration: int  # seconds; the base class reads both off the rate

    def allow_request(self, request: Any, view: Any) -> bool:
        allowed = super().allow_request(request, view)
        if self.rate is not None and self.key is not None:
            oldest = self.history[-1] if self.history else self.now
            request._request.rate = {
                "RateLimit-Limit": self.num_requests,
                "RateLimit-Remaining": max(0, self.num_requests - len(self.history)),
                "RateLimit-Reset": max(0, round(self.duration - (self.now - oldest))),
            }
        return allowed


class AnonRate(Told, AnonRateThrottle):
    """By address."""


class UserRate(Told, UserRateThrottle):
    """By person."""


def tell(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """A middleware that writes down what a throttle noted."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        for name, value in getattr(request, "rate", {}).items():
            response.headers[name] = str(value)
        return response

    return answer
