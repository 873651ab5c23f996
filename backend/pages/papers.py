"""Papers and attachments, to those who may see their file."""

from django.db.models import Exists, OuterRef, Q
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from backend.access import documents_for, files_for
from backend.uploads import path_of
from workflows.core.models import Attachment
from workflows.routes.models import Assignment, PaperRecord
from workflows.villages.models import Evidence

from .acting import OfficialRequest, acting


@require_GET
@acting
def paper(request: OfficialRequest, pk: int) -> HttpResponse:
    """One archived PDF."""
    document = get_object_or_404(documents_for(request.acting.scope), pk=pk)
    if not document.file_path.is_file():
        raise Http404
    return FileResponse(
        document.file_path.open("rb"), content_type="application/pdf", filename=f"{document.file_name}.pdf"
    )


@require_GET
@acting
def attachment(request: OfficialRequest, pk: int) -> HttpResponse:
    """One upload: evidence, a scan, or a paper behind a record; always as a download, never shown as a page of ours."""
    files = files_for(request.acting.scope).values("pk")
    evidence = Evidence.objects.filter(attachment=OuterRef("pk"), file__in=files)
    records = PaperRecord.objects.filter(scan=OuterRef("pk"), file__in=files)
    scans = Assignment.objects.filter(kind="confirm_scan", note__regex=rf"^{pk}$", file__in=files)
    seen = Q(Exists(evidence)) | Q(Exists(records)) | Q(Exists(scans))
    found = get_object_or_404(Attachment.objects.filter(seen), pk=pk)
    if not path_of(found.sha256).is_file():
        raise Http404
    return FileResponse(
        path_of(found.sha256).open("rb"), as_attachment=True, content_type=found.media_type, filename=found.name
    )
