"""Logging out: what forms keep on the device (`js/autosave.js`) goes with the login."""

from allauth.account.views import logout
from django.http import HttpRequest
from django.http.response import HttpResponseBase


def leave(request: HttpRequest) -> HttpResponseBase:
    """Log out, and let the browser forget everything it stored for us but cookies."""
    answer = logout(request)
    if request.method == "POST":
        answer["Clear-Site-Data"] = '"storage"'
    return answer
