"""What a form that works without a network sends and is answered (docs/decisions/0008-offline.md).

It sends `key`, which makes it one saving however often it arrives, and `read`, the version of its section that was seen.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.forms import Form
from django.http import HttpRequest, JsonResponse


def wants_data(request: HttpRequest) -> bool:
    """Whether a script asks, which says so before anything else, and not a browser's own form."""
    return request.get_preferred_type(["text/html", "application/json"]) == "application/json"


def kept(version: int, at: datetime | None, progress: Any) -> JsonResponse:
    """It is on the server, as this version."""
    return JsonResponse({"version": version, "saved_at": moment(at), "progress": str(progress)})


def saved_elsewhere(theirs: Mapping[str, Any], by: str, at: datetime | None, version: int) -> JsonResponse:
    """409, nothing was written: what stands there (field → as it would be typed), by whom and since when."""
    return JsonResponse({"theirs": dict(theirs), "by": by, "at": moment(at), "version": version}, status=409)


def unfit(problems: Mapping[str, Any]) -> JsonResponse:
    """422: what is wrong with which field; "" stands for the whole."""
    return JsonResponse({"problems": {name: str(words) for name, words in problems.items()}}, status=422)


def faults(form: Form) -> dict[str, str]:
    return {name: " ".join(map(str, words)) for name, words in form.errors.items()}


def moment(at: datetime | None) -> str:
    return at.isoformat() if at else ""


def photo_kept(pk: int) -> JsonResponse:
    """The same again for the same `key`."""
    return JsonResponse({"id": pk})
