"""*Cek keaslian*: whether a paper is ours and whether it holds. No login, no script needed, nothing personal."""

import re
from typing import Any

from django import forms
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

from documents.ledger.errors import NotSealed
from documents.ledger.receipts import receipt_for
from documents.models import Document

from .facts import MOST_ROWS, Facts
from .files import MOST_REVISIONS, Looked, look_at
from .lookup import Subject, by_hash, by_number, by_token, nearly
from .rates import rated
from .verdicts import ADDED_TO, NOT_FOUND, NOT_OURS, SIGNED_NOT_OURS, Verdict

LARGEST = 20 * 1024 * 1024  # bytes of a file to check
FRAME = 64 * 1024  # bytes that a form wraps round it
HASH = re.compile("[0-9a-f]{64}")
TOO_LARGE = _("Berkas lebih besar dari %(n)d MB; yang kami terbitkan selalu lebih kecil.")


class ByNumber(forms.Form):
    nomor = forms.CharField(label=_("Nomor keputusan"), max_length=100, help_text=_("Seperti tercetak: 531 TAHUN 2024"))


class ByFile(forms.Form):
    berkas = forms.FileField(label=_("Berkas PDF"), max_length=200)

    def clean_berkas(self) -> Any:
        upload = self.cleaned_data["berkas"]
        if upload.size > LARGEST:
            raise forms.ValidationError(TOO_LARGE % {"n": LARGEST >> 20})
        return upload


@rated
@require_GET
@cache_control(max_age=60, public=True)
def check(request: HttpRequest) -> HttpResponse:
    """The way in: by number, or by a file. One decree of that number is shown at once, several as a list."""
    if "nomor" not in request.GET:
        return ask(request)
    form = ByNumber(request.GET)
    found = by_number(form.cleaned_data["nomor"]) if form.is_valid() else []
    if len(found) == 1:
        return redirect("public-paper", found[0].file.token)
    verdict = NOT_FOUND if form.is_valid() and not found else None
    near = nearly(form.cleaned_data["nomor"]) if verdict else []
    context = {"found": [Facts(decree) for decree in found], "near": [Facts(decree) for decree in near]}
    return ask(request, status=200 if found else 404, by_number=form, verdict=verdict, **context)


def ask(request: HttpRequest, status: int = 200, **context: Any) -> HttpResponse:
    return render(request, "public/check.html", {"by_number": ByNumber(), "by_file": ByFile()} | context, status=status)


@rated
@require_GET
@cache_control(max_age=60, public=True)
def paper(request: HttpRequest, token: str) -> HttpResponse:
    """What the QR code leads to."""
    return show(request, by_token(token))


def show(request: HttpRequest, found: Subject | None, looked: Looked | None = None) -> HttpResponse:
    if found is None:
        return unknown(request, looked)
    facts = Facts(found)
    rows = facts.rows if "semua" in request.GET else facts.rows[:MOST_ROWS]
    context = {"facts": facts, "file": found.file, "rows": rows, "more": len(facts.rows) - len(rows), "looked": looked}
    return render(request, "public/paper.html", context)


def unknown(request: HttpRequest, looked: Looked | None) -> HttpResponse:
    return render(request, "public/not_found.html", {
        "verdict": verdict_on(looked), "looked": looked, "by_file": ByFile(),
    }, status=404)  # fmt: skip


def verdict_on(looked: Looked | None) -> Verdict:
    """Of what is none of ours."""
    if looked is None:
        return NOT_FOUND
    if looked.before:
        return ADDED_TO
    return SIGNED_NOT_OURS if looked.judgement and looked.judgement.sound else NOT_OURS


@rated
@require_GET
def file(request: HttpRequest, token: str) -> FileResponse:
    """The very bytes, which anybody may hash and verify."""
    found = by_token(token)
    held = Facts(found).file if found else None
    if held is None:
        raise Http404
    kind, name = (
        ("application/pdf", f"{held.file_name}.pdf") if isinstance(held, Document) else (held.media_type, held.name)
    )
    if not held.file_path.is_file():
        raise Http404
    return FileResponse(held.file_path.open("rb"), as_attachment=True, content_type=kind, filename=name)


@rated
@require_GET
def receipt(request: HttpRequest, token: str) -> JsonResponse:
    """The proof that the ledger has the paper, for whoever verifies it offline."""
    found = by_token(token)
    document = Facts(found).paper if found else None
    if document is None:
        raise Http404
    try:
        answer = JsonResponse(receipt_for(document))
    except NotSealed:
        raise Http404 from None
    answer["Content-Disposition"] = f'attachment; filename="{document.file_name}.pdf.receipt.json"'
    return answer


@rated
@require_GET
def hashed(request: HttpRequest, sha256: str) -> HttpResponse:
    """A file that never left the browser: its hash, and those of its earlier revisions (`awalan`)."""
    before = [part for part in request.GET.get("awalan", "").split(",") if HASH.fullmatch(part)][:MOST_REVISIONS]
    looked = Looked(sha256, before=next((part for part in before if by_hash(part)), ""))
    return show(request, by_hash(sha256), looked)


def too_large() -> ByFile:
    form = ByFile({})
    form.errors["berkas"] = form.error_class([TOO_LARGE % {"n": LARGEST >> 20}])
    return form


@csrf_exempt  # it changes nothing, and the page that leads here may come from a cache
@rated
@require_POST
def uploaded(request: HttpRequest) -> HttpResponse:
    """A file sent to us, by choice or because the browser runs no script. It is judged in the box and not kept."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST + FRAME:  # refused before a byte of it is kept
        return ask(request, status=422, by_file=too_large())
    form = ByFile(request.POST, request.FILES)
    if not form.is_valid():
        return ask(request, status=422, by_file=form)
    looked = look_at(form.cleaned_data["berkas"].read())
    return show(request, by_hash(looked.sha256), looked)
