"""What a browser needs to install Siklus and to open it without a signal. All three are the same for everybody."""

import json

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from . import kept_files

ICONS = (
    ("icon-192.png", "192x192", "any"),
    ("icon-512.png", "512x512", "any"),
    ("icon-512-full.png", "512x512", "maskable"),
)
PAPER, LEAF = "#f6f7f4", "#0b5f5a"
"""The two colours of the sheet and of the mark that the phone shows around the page."""


@require_safe
@cache_control(max_age=3600, public=True)
def manifest(request: HttpRequest) -> JsonResponse:
    told = {
        "id": "/",
        "name": _("Siklus: Kampung Keluarga Berkualitas"),
        "short_name": "Siklus",
        "lang": "id",
        "start_url": reverse("inbox"),
        "scope": "/",
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": LEAF,
        "icons": [
            {"src": static(f"icons/{name}"), "sizes": size, "type": "image/png", "purpose": use}
            for name, size, use in ICONS
        ],
    }
    return JsonResponse(told, content_type="application/manifest+json")


@require_safe
@cache_control(no_cache=True)
def worker(request: HttpRequest) -> HttpResponse:
    """Asked for anew at each visit: the browser compares byte by byte and takes over a new version at once."""
    told = {"version": kept_files.version(), "files": kept_files.addresses()}
    told |= {"shell": reverse("offline"), "logout": reverse("logout")}
    queue = static("js/offline/queue.js").partition("?")[0]
    return render(request, "offline/worker.js", {"told": json.dumps(told), "queue": queue}, "text/javascript")


@require_safe
@cache_control(no_cache=True)
def offline(request: HttpRequest) -> HttpResponse:
    """*Anda sedang luring*: which prepared pages lie on this device. What they are is known there only."""
    return render(request, "offline/offline.html")
