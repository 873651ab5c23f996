"""Until Siklus is set up its front page leads to the first run."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from .code import needed


def first_run(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware; only strangers at the front page cost a question."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path == "/" and not request.user.is_authenticated and needed():
            return redirect("set-up")
        return get_response(request)

    return middleware
