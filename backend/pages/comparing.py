"""Bandingkan: two versions of a file side by side, by default the one that I opened last and the present one."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from backend.access import files_for
from workflows.core.models import File, Snapshot

from .acting import OfficialRequest, acting
from .differences import changes, list_in_words
from .seen import opened_before


def file_or_404(request: OfficialRequest, pk: int) -> File:
    wanted = ("snapshot", "office", "region", "decree", "proposal__kampung__region", "letter")
    return get_object_or_404(files_for(request.acting.scope).select_related(*wanted), pk=pk)


@require_GET
@acting
def compare(request: OfficialRequest, pk: int) -> HttpResponse:
    """`?dari=3&sampai=5` names the versions by their numbers; what cannot be read is left out."""
    file = file_or_404(request, pk)
    versions = list(file.snapshots.select_related("entry__person", "entry__office").order_by("number"))
    if not versions:
        raise Http404
    after = numbered(versions, request.GET.get("sampai")) or versions[-1]
    seen = opened_before(request.acting.mandate.person, file)
    before = numbered(versions, request.GET.get("dari")) or seen or one_before(versions, after)
    return render(request, "tasks/compare.html", {
        "section": "tasks", "file": file, "versions": versions, "before": before, "after": after,
        "since_seen": seen is not None and seen.pk == before.pk, **compared(before, after),
    })  # fmt: skip


def compared(before: Snapshot, after: Snapshot) -> dict[str, Any]:
    return {"changes": changes(before.content, after.content), "list": list_in_words(before.content, after.content)}


def numbered(versions: list[Snapshot], number: str | None) -> Snapshot | None:
    return next((version for version in versions if str(version.number) == number), None)


def one_before(versions: list[Snapshot], after: Snapshot) -> Snapshot:
    """The version before; the first one is compared with itself."""
    return versions[max(versions.index(after) - 1, 0)]
