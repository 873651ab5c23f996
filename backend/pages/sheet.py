"""The paper on the screen, from the template that prints it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.safestring import SafeString
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET

from documents import preview
from documents.errors import ContentError, UnknownTemplate
from documents.forms import Form
from documents.issue import content_for
from workflows.core.models import File


def sheet_of(file: File) -> SafeString | None:
    """The decree as it stands: a draft until it has number and date. None before it is handed in, or for a proposal."""
    if file.snapshot is None or file.kind != "decree":
        return None
    issue = file.decree.issue
    decided = bool(issue and issue["number"] and issue["signatory"])
    form = Form.FINAL if decided else Form.DRAFT
    try:
        return preview.fragment(
            file.snapshot.template, content_for(file.snapshot.content, form, issue if decided else None), form
        )
    except ContentError:
        return None


@require_GET
@cache_control(max_age=86400, public=True)
def stylesheet(request: HttpRequest, template: str) -> HttpResponse:
    """The look of one kind of paper; it holds nothing about anybody."""
    try:
        return HttpResponse(preview.stylesheet(template), content_type="text/css; charset=utf-8")
    except UnknownTemplate as error:
        raise Http404 from error
