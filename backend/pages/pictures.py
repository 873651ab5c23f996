"""A picture on a page of its own: as wide as the screen, or as large as it is."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from backend.access import attachments_for
from backend.ids import ids_in
from workflows.evaluations.models import EvidencePhoto
from workflows.villages.models import Evidence

from .acting import OfficialRequest, acting


@require_GET
@acting
def picture(request: OfficialRequest, pk: int) -> HttpResponse:
    """`?besar=1` shows it in its own size, `?tugas=`, `?bukti=` and `?foto=` say from which task, evidence or section it was opened."""
    found = get_object_or_404(attachments_for(request.acting.mandate.person), pk=pk)
    if not found.media_type.startswith("image/"):
        raise Http404
    evidence = Evidence.objects.filter(attachment=found, pk__in=asked(request, "bukti")).select_related("file").first()
    photo = EvidencePhoto.objects.filter(attachment=found, pk__in=asked(request, "foto")).select_related("evaluation__file").first()
    return render(request, "tasks/picture.html", {
        "section": "tasks", "picture": found, "large": "besar" in request.GET, "evidence": evidence, "photo": photo,
        "file": evidence.file if evidence else photo and photo.evaluation.file, "task_id": next(iter(asked(request, "tugas")), ""),
    })  # fmt: skip


def asked(request: OfficialRequest, name: str) -> list[int]:
    """At most one id."""
    return ids_in([request.GET.get(name, "")])
