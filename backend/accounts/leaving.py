"""Logging out: what forms keep on the device (`js/autosave.js`, `js/offline/`) goes with the login."""

from allauth.account.views import logout
from django.http import HttpRequest
from django.http.response import HttpResponseBase


def leave(request: HttpRequest) -> HttpResponseBase:
    """Log out, and let the browser forget everything it stored for us but cookies.

    `keep`: unsent work of somebody else is on this device; then the page has forgotten what was this person's (`leave.js`).
    """
    answer = logout(request)
    if request.method == "POST" and "keep" not in request.POST:
        answer["Clear-Site-Data"] = '"storage"'
    return answer
