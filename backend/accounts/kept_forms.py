"""A form that was sent when the login had ended is not lost: it waits, sealed, until the same person is back.

The browser holds a signed cookie that says who used it last. Only that person's forms are kept, only for that browser,
and only what was sent from a page of ours. Files and whatever proves who somebody is are never kept.
"""

import json
from typing import Any

from django.conf import settings
from django.core import signing
from django.db.models.functions import Now
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from workflows.organisation.models import Person
from workflows.signing.sealing import SealingError, opened, sealed

from .models import KeptForm
from .secrets import digest, fresh

COOKIE, SALT = "siklus_perangkat", "siklus.kept-form"
LARGEST, LONGEST = 256 * 1024, 500  # characters of a form, of its address
SECRET = {"password", "passphrase", "code", "credential", "challenge", "csrfmiddlewaretoken"}
"""Fields that are never kept."""
FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
DOORS = ("/masuk/", "/keluar/", "/akun/", "/isian/", "/undangan/", "/lupa-kata-sandi/")
"""Addresses whose forms are about logging in, and hold nothing that somebody wrote."""


def told_by_cookie(request: HttpRequest) -> tuple[int, str] | None:
    """Whose browser this was, and the hash of its cookie."""
    try:
        carried = request.COOKIES.get(COOKIE, "")
        return signing.loads(carried, salt=SALT)["person"], digest(carried)
    except signing.BadSignature:
        return None


def mark(request: HttpRequest, answer: HttpResponseBase) -> None:
    """Let the browser say from now on that this person uses it. What a cache may keep for everybody says nothing of anybody."""
    if "public" in answer.get("Cache-Control", ""):
        return
    told = told_by_cookie(request)
    if request.user.is_authenticated and (told is None or told[0] != request.user.pk):
        carried = signing.dumps({"person": request.user.pk, "nonce": fresh()}, salt=SALT)
        lasts = settings.SESSION_COOKIE_AGE + int(KeptForm.LASTS.total_seconds())
        answer.set_cookie(COOKIE, carried, lasts, secure=settings.SESSION_COOKIE_SECURE, httponly=True, samesite="Lax")


def is_form_of_ours(request: HttpRequest) -> bool:
    """Sent by a page of this very site, to a page of it on which somebody works."""
    from_here = request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
    form = request.method == "POST" and request.content_type in FORMS and "HX-Request" not in request.headers
    return from_here and form and not request.path.startswith(("/api/", *DOORS))


def names_of_files(request: HttpRequest) -> list[str]:
    """Files themselves cannot be kept; that they are missing is said."""
    return [str(file.name) for field in request.FILES for file in request.FILES.getlist(field)]


def keep(request: HttpRequest, person: Person | None = None) -> bool:
    """Keep what was sent, for `person` or whoever used this browser last. Says whether it is kept."""
    told = told_by_cookie(request)
    if told is None or not is_form_of_ours(request) or (person and person.pk != told[0]):
        return False
    body = json.dumps({"fields": kept_fields(request), "files": names_of_files(request)})
    if (
        len(body) > LARGEST
        or len(request.path) > LONGEST
        or not Person.objects.filter(pk=told[0], is_active=True).exists()
    ):
        return False
    try:
        row = {"sealed": sealed(body), "kept_at": Now()}
    except SealingError:
        return False
    KeptForm.objects.filter(kept_at__lt=Now() - KeptForm.LASTS).delete()
    KeptForm.objects.update_or_create(person_id=told[0], browser=told[1], path=request.path, defaults=row)
    return True


def kept_fields(request: HttpRequest) -> list[tuple[str, str]]:
    """In the order in which they were sent."""
    return [(name, value) for name, values in request.POST.lists() if name not in SECRET for value in values]


def kept(request: HttpRequest) -> list[KeptForm]:
    """What waits for who is logged in, the newest first; those that can be opened."""
    told = told_by_cookie(request)
    if told is None or told[0] != request.user.pk:
        return []
    fresh_enough = KeptForm.objects.filter(kept_at__gte=Now() - KeptForm.LASTS, person_id=told[0], browser=told[1])
    return [row for row in fresh_enough.order_by("-kept_at") if unsealed(row)]


def unsealed(row: KeptForm) -> dict[str, Any]:
    """`fields` and the names of the `files` that were not kept; empty if no key of ours opens it."""
    try:
        return json.loads(opened(row.sealed))
    except SealingError:
        return {}
