"""Perangkat saya: every login of mine, where and when it was last seen, and ending any of them."""

import re
import time
from collections.abc import Callable
from typing import Any

from allauth.usersessions.internal.flows.sessions import end_other_sessions, end_sessions
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

NOTED_AT = "seen_at"
NOTED_EVERY = 5 * 60  # seconds; a page more or less is no news
BROWSERS = {"Edg": "Edge", "OPR": "Opera", "SamsungBrowser": "Samsung Internet", "Firefox": "Firefox", "Chrome": "Chrome",
            "Safari": "Safari"}  # fmt: skip
SYSTEMS = {
    "Android": "Android",
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Windows": "Windows",
    "Mac OS": "Mac",
    "Linux": "Linux",
}
"""What stands in a browser's name for itself → what people call it; the first that fits."""


class LastSeen:
    """Middleware: notes now and then when and from where a login was last used."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        noted = request.session.get(NOTED_AT)
        if noted is not None and time.time() - noted > NOTED_EVERY and request.user.is_authenticated:
            UserSession.objects.create_from_request(request)
            note_now(request)
        return self.get_response(request)


def note_now(request: HttpRequest) -> None:
    request.session[NOTED_AT] = time.time()


def called(agent: str) -> str:
    """`Chrome di Android`."""
    browser = next((name for sign, name in BROWSERS.items() if re.search(rf"\b{sign}\b", agent)), _("Peramban"))
    system = next((name for sign, name in SYSTEMS.items() if sign in agent), "")
    return _("%(browser)s di %(system)s") % {"browser": browser, "system": system} if system else browser


@login_required
def devices(request: HttpRequest) -> HttpResponse:
    """My logins; a POST ends one (`login`) or all others."""
    person: Any = request.user
    if request.method == "POST":
        return ended(request, person)
    logins = sorted(UserSession.objects.purge_and_list(person), key=lambda login: login.last_seen_at, reverse=True)
    shown = [{"login": login, "called": called(login.user_agent), "mine": login.is_current()} for login in logins]
    return render(request, "accounts/devices.html", {"section": "account", "logins": shown})


def ended(request: HttpRequest, person: Any) -> HttpResponse:
    if chosen := request.POST.get("login", ""):
        known = UserSession.objects.filter(user=person, pk=chosen if chosen.isdecimal() and len(chosen) < 19 else None)
        end_sessions(request, list(known))
    else:
        end_other_sessions(request, person)
    if request.user.is_authenticated:
        messages.success(request, _("Sudah dikeluarkan."))
    return redirect("devices")
