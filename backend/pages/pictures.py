"""A picture on a page of its own: as wide as the screen, or as large as it is."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from backend.access import attachments_for
from workflows.villages.models import Evidence

from .acting import OfficialRequest, acting


@require_GET
@acting
def picture(request: OfficialRequest, pk: int) -> HttpResponse:
    """`?besar=1` shows it in its own size, `?tugas=` and `?bukti=` say from which task and evidence it was opened."""
    found = get_object_or_404(attachments_for(request.acting.mandate.person), pk=pk)
    if not found.media_type.startswith("image/"):
        raise Http404
    task, evidence = (request.GET.get(name, "") for name in ("tugas", "bukti"))
    known = evidence.isascii() and evidence.isdigit() and len(evidence) < 18
    shown = Evidence.objects.filter(attachment=found, pk=evidence).select_related("file").first() if known else None
    return render(request, "tasks/picture.html", {
        "section": "tasks", "picture": found, "large": "besar" in request.GET, "evidence": shown,
        "file": shown and shown.file, "task_id": task if task.isascii() and task.isdigit() else "",
    })  # fmt: skip
