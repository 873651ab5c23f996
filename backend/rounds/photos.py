"""Photos beside the sections of an evaluation, each sent alone."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from backend.offline import contract
from backend.offline.contract import wants_data
from backend.pages.acting import OfficialRequest, acting
from backend.pages.forms import key_sent
from backend.uploads import keep_photo
from workflows.core.errors import BadValues, NotDone
from workflows.evaluations.drafting import attach_photo, detach_photo, sent_before
from workflows.evaluations.models import Evaluation, EvidencePhoto
from workflows.evaluations.questionnaire import Section

from .forms import PhotoForm
from .saving import to_section
from .showing import evaluation_or_404, mine_or_404, section_or_404, show


@require_POST
@acting
def add(request: OfficialRequest, pk: int, key: str) -> HttpResponse:
    """Answers 200 with the photo's id, again for the same `key`; 422 where the file is no whole picture."""
    found = mine_or_404(request, pk)
    section = section_or_404(found, key)
    if kept := sent_before(found, key_sent(request.POST) or ""):
        return there(request, kept)
    form = PhotoForm(request.POST, request.FILES, section=section)
    if not form.is_valid():
        return wrong(request, found, form)
    try:
        return there(request, take(found, section, form, request))
    except BadValues as bad:
        form.add_error("file", " ".join(bad.fields.values()))
        return wrong(request, found, form)
    except NotDone as refusal:
        form.add_error(None, str(refusal))
        return wrong(request, found, form, refusal)


def take(found: Evaluation, section: Section, form: PhotoForm, request: OfficialRequest) -> EvidencePhoto:
    given, by = form.cleaned_data, request.acting.mandate
    attachment = keep_photo(given["file"], by.person, "file")
    return attach_photo(found, by, section.key, attachment, given["note"], key=given["key"])


def there(request: OfficialRequest, photo: EvidencePhoto) -> HttpResponse:
    if wants_data(request):
        return contract.photo_kept(photo.pk)
    return to_section(photo.evaluation_id, photo.section)


def wrong(request: OfficialRequest, found: Evaluation, form: PhotoForm, refusal: NotDone | None = None) -> HttpResponse:
    if wants_data(request):
        problems = {"" if name == "__all__" else name: " ".join(map(str, said)) for name, said in form.errors.items()}
        return contract.unfit(problems)
    return show(request, evaluation_or_404(request, found.pk), form, refusal, status=422)


@require_POST
@acting
def detach(request: OfficialRequest, pk: int, photo: int) -> HttpResponse:
    found = mine_or_404(request, pk)
    there = get_object_or_404(EvidencePhoto.objects.select_related("evaluation"), pk=photo, evaluation=found)
    try:
        detach_photo(there, request.acting.mandate)
    except NotDone as refusal:
        return show(request, evaluation_or_404(request, pk), refusal=refusal, status=422)
    return to_section(pk, there.section)
