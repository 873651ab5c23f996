"""The way on for `js/once.js`: it is told where to go, and the browser itself opens that page, once.

A script that follows a redirect reads the page that it leads to, and the browser then opens it again: messages that are shown
once would be spent on the first reading.
"""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest
from django.http.response import HttpResponseBase, HttpResponseRedirectBase


def tell_the_way(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Middleware: a redirect becomes an answer that `fetch` does not follow, with the same `Location`."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if request.headers.get("Siklus-Once") == "1" and isinstance(response, HttpResponseRedirectBase):
            response.status_code = HTTPStatus.OK
        return response

    return answer
