"""The pages of a paper as pictures, to those who may see the paper; drawn when first asked for, then kept."""

from pathlib import Path

from django.conf import settings
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from backend.access import documents_for
from backend.uploads import store
from documents import box
from documents.errors import DocumentError
from documents.models import Document

from .acting import OfficialRequest, acting


@require_GET
@acting
def paper_page(request: OfficialRequest, pk: int, number: int) -> FileResponse:
    """Page `number`, from 1; the same bytes for ever, as the paper's are."""
    found = get_object_or_404(documents_for(request.acting.scope), pk=pk)
    if not 0 < number <= found.pages or not found.file_path.is_file():
        raise Http404
    try:
        answer = FileResponse(picture_of(found, number).open("rb"), content_type="image/webp")
    except DocumentError:
        raise Http404 from None
    answer["Cache-Control"] = "private, max-age=31536000, immutable"
    return answer


def picture_of(paper: Document, number: int) -> Path:
    """Beside the archive, which holds papers alone; whoever clears the folder loses nothing. Raises what the box raises."""
    kept = settings.STATE_DIR / "pictures" / paper.sha256[:2] / f"{paper.sha256}-{number}.webp"
    if not kept.exists():
        store(kept, box.page_as_picture(paper.file_path.read_bytes(), number))
    return kept
