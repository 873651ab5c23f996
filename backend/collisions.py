"""Two who save what excludes each other in the same moment: the second is told so in words, and keeps what was typed."""

import logging
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from backend.accounts.kept_forms import keep
from workflows.core.door import somebody_was_quicker

log = logging.getLogger(__name__)


class Collisions:
    """Middleware: the answer of a page for which the database had no room. Programs are answered by `backend.api.errors`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not somebody_was_quicker(error):
            return None
        log.exception("what was sent to %s met another's change", request.path)  # or a fault of ours would hide behind it
        is_kept = request.user.is_authenticated and keep(request, request.user)
        return render(request, "409.html", {"kept": is_kept}, status=409)
