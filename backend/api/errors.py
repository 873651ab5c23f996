"""Every refusal of the API as a problem document (RFC 9457), in words for the user; nothing of it is ever a 500."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from django.apps import apps
from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.db import DataError
from django.http import Http404
from django.utils.translation import gettext as _
from django_fsm import FSMField
from rest_framework import status
from rest_framework.exceptions import APIException, ValidationError
from rest_framework.response import Response
from rest_framework.views import exception_handler

from workflows.core.act import Rule, only_follows
from workflows.core.door import somebody_was_quicker
from workflows.core.errors import BadValues, Conflict, KeyReused, NotDone, Problem, Refused

MEDIA_TYPE = "application/problem+json"
ALSO_FORBIDDEN = {"no_mandate_today", "may_draft_for", only_follows.name}
MOVED_ON = {"state", "version", "signature_pending"}


def answer(error: Exception, context: dict[str, Any]) -> Response | None:
    """DRF's exception handler."""
    if (found := _of_the_domain(error)) is not None:
        return found
    if (response := exception_handler(_as_api(error), context)) is None:
        return None
    details: dict[str, Any] = {"errors": by_field(response.data)} if isinstance(error, ValidationError) else {}
    shown = document(response.status_code, _words(error, response.status_code), **details)
    for header in ("WWW-Authenticate", "Retry-After"):
        if header in response.headers:
            shown[header] = response.headers[header]
    return shown


def document(code: int, detail: str, kind: str = "", **more: Any) -> Response:
    """One problem document; `kind` is the last word of its type."""
    title, name = TITLES.get(code, (_("Permintaan ditolak"), "refused"))
    body = {"type": f"urn:siklus:{kind or name}", "title": str(title), "status": code, "detail": detail} | more
    return Response(body, code, content_type=MEDIA_TYPE)


TITLES = {
    400: (_("Permintaan tidak dapat dibaca"), "bad-request"),
    401: (_("Masuk dahulu"), "unauthenticated"),
    403: (_("Bukan wewenang Anda"), "forbidden"),
    404: (_("Tidak ditemukan"), "not-found"),
    405: (_("Cara ini tidak tersedia"), "method-not-allowed"),
    409: (_("Keadaan sudah berubah"), "conflict"),
    413: (_("Kiriman terlalu besar"), "too-large"),
    415: (_("Jenis isi tidak didukung"), "unsupported-media-type"),
    422: (_("Belum memenuhi syarat"), "refused"),
    429: (_("Terlalu sering"), "throttled"),
}


def _of_the_domain(error: Exception) -> Response | None:
    match error:
        case Conflict():
            from backend.api.journal import as_shown  # its views import this module's words

            return document(409, str(error), problems=listed(error.problems), changes=as_shown(error.changes))
        case Refused():
            return document(status_of(error.problems), str(error), problems=listed(error.problems))
        case BadValues():
            return document(400, str(error), errors=error.fields)
        case KeyReused():
            return document(422, str(error), "key-reused")
        case _ if somebody_was_quicker(error):
            return document(409, _("Orang lain sedang mengubah hal yang sama. Muat ulang, lalu coba lagi."))
        case DataError():
            return document(400, _("Ada nilai yang terlalu panjang atau di luar batas."))
        case NotDone():
            return document(422, str(error))
    return None


def _as_api(error: Exception) -> Exception:
    if isinstance(error, RequestDataTooBig):
        too_big = APIException(_("Kiriman terlalu besar."))
        too_big.status_code = status.HTTP_413_REQUEST_ENTITY_TOO_LARGE
        return too_big
    return error


def _words(error: Exception, code: int) -> str:
    """What is foreign and what does not exist answer with the very same words."""
    if isinstance(error, Http404) or code == status.HTTP_404_NOT_FOUND:
        return _("Tidak ada, atau di luar wilayah Anda.")
    if isinstance(error, ValidationError):
        return _("Ada isian yang perlu diperbaiki.")
    if isinstance(error, PermissionDenied):
        return _("Anda tidak berwenang.")
    return str(getattr(error, "detail", error))


def status_of(problems: list[Problem]) -> int:
    """403 when the actor may not, 409 when the state has moved on, 422 when something is missing."""
    rules = {problem.rule for problem in problems}
    if rules & permissions():
        return status.HTTP_403_FORBIDDEN
    return status.HTTP_409_CONFLICT if rules & MOVED_ON else status.HTTP_422_UNPROCESSABLE_ENTITY


@cache
def permissions() -> set[str]:
    """The names of all rules that some lifecycle asks as its permission."""
    return ALSO_FORBIDDEN | {rule.name for rule in _declared_permissions()}


def _declared_permissions() -> Iterator[Rule]:
    for model in apps.get_models():
        for field in model._meta.get_fields():
            if isinstance(field, FSMField):
                yield from (t.permission for t in field.get_all_transitions(model) if isinstance(t.permission, Rule))


def listed(problems: list[Problem]) -> list[dict[str, Any]]:
    return [problem.as_dict() for problem in problems]


def by_field(detail: Any, name: str = "") -> dict[str, str]:
    """DRF's nested errors, flat: `{"rows.2.region": "…"}`; rows are counted from 1."""
    if isinstance(detail, dict):
        parts = [(f"{name}.{_counted(key)}".lstrip("."), value) for key, value in detail.items()]
    elif isinstance(detail, list) and any(isinstance(item, dict | list) for item in detail):
        parts = [(f"{name}.{n}".lstrip("."), value) for n, value in enumerate(detail, 1) if value]
    else:
        words = detail if isinstance(detail, list) else [detail]
        return {name.removesuffix(".non_field_errors"): " ".join(str(word) for word in words)}
    return {key: words for path, value in parts for key, words in by_field(value, path).items()}


def _counted(key: str | int) -> str | int:
    return key + 1 if isinstance(key, int) else key
