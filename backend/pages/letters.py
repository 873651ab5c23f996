"""Letters: the list, one letter, starting and editing a draft, copies of a decree, and the acts on it."""

from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from backend.access import decrees_for, files_for, letters_for
from backend.keyset import page_or_first
from documents.problems import problems_of
from workflows.core.errors import BadValues, NotDone
from workflows.decrees.states import Signing
from workflows.letters.content import preview_of
from workflows.letters.copying import issue_copies
from workflows.letters.drafting import edit, start_letter
from workflows.letters.models import Letter
from workflows.letters.states import LetterKind, LetterState

from .about import about_file
from .acting import OfficialRequest, acting
from .autosave import Saving, differing, is_autosave
from .file_acts import FileActForm, file_act, file_offers
from .forms import renew
from .letter_forms import CopiesForm, Draft
from .letter_parts import signatures_of
from .refusals import answered, banner

SECTION = {"section": "letters"}
COPIES_MADE = _("%(n)d naskah terbit. Setelah PDF-nya selesai dibuat, tugas tanda tangan pengesahnya terbuka.")
WANTED = ("file__snapshot", "file__office", "file__region", "office__region", "concerns__decree", "concerns__snapshot", "row")


class Search(forms.Form):
    cari = forms.CharField(label=_("Hal atau nomor"), required=False, max_length=100)
    jenis = forms.ChoiceField(label=_("Jenis"), required=False, choices=[("", _("Semua jenis")), *LetterKind.choices])
    keadaan = forms.ChoiceField(label=_("Keadaan"), required=False, choices=[("", _("Semua keadaan")), *LetterState.choices])
    tentang = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def narrowed(self, letters: QuerySet[Letter]) -> QuerySet[Letter]:
        """The letters that fit; a filter that cannot be read is left out."""
        self.is_valid()
        given = self.cleaned_data
        if text := given.get("cari"):
            letters = letters.filter(Q(subject__icontains=text) | Q(issue__number__icontains=text))
        asked = {"kind": given.get("jenis"), "state": given.get("keadaan"), "concerns": given.get("tentang")}
        return letters.filter(**{name: value for name, value in asked.items() if value})


@require_GET
@acting
def letters(request: OfficialRequest) -> HttpResponse:
    """The letters of my office and those I may see, the newest first."""
    search = Search(request.GET)
    seen = search.narrowed(letters_for(request.acting.scope)).select_related("file__region", "office")
    rows, after = page_or_first(seen, ["-pk"], request.GET.get("sesudah"))
    kept = request.GET.copy()
    kept.pop("sesudah", None)
    about = files_for(request.acting.scope).filter(pk=search.cleaned_data.get("tentang") or 0).first()
    context = SECTION | {"letters": rows, "after": after, "search": search, "narrowed": kept.urlencode(), "about": about}
    return render(request, "letters/letters.html", context)


def letter_or_404(request: OfficialRequest, pk: int) -> Letter:
    return get_object_or_404(letters_for(request.acting.scope).select_related(*WANTED), pk=pk)


@require_GET
@acting
def letter(request: OfficialRequest, pk: int) -> HttpResponse:
    return show(request, letter_or_404(request, pk))


def show(request: OfficialRequest, found: Letter, bound: tuple[str, FileActForm] | None = None, refusal: NotDone | None = None,
         status: int = 200) -> HttpResponse:  # fmt: skip
    mine = found.state == LetterState.DRAFT and found.file.office_id == request.acting.mandate.office_id
    context = SECTION | about_file(found.file, request.acting) | {
        "letter": found, "offers": file_offers(found, request.acting, bound), "tried": bound and bound[0],
        "refusal": refusal and banner(refusal), "editable": mine, "signatures": signatures_of(found),
        "missing": sorted(problems_of(preview_of(found)).items()) if mine else [],
        "numbers": found.file.numbers.order_by("pk"),
    }  # fmt: skip
    return render(request, "letters/letter.html", context, status=status)


@require_POST
@acting
def letter_act(request: OfficialRequest, pk: int, name: str) -> HttpResponse:
    """Issue, send back, cancel."""
    return file_act(request, name, partial(letter_or_404, request, pk), show, "letter")


@require_POST
@acting
def new_letter(request: OfficialRequest, about: int, kind: str) -> HttpResponse:
    """Start a draft about a decree or proposal and go on to fill it in."""
    file = get_object_or_404(files_for(request.acting.scope).select_related("region", "snapshot"), pk=about)
    try:
        made = start_letter(kind, file, request.acting.mandate, signing=Signing.usual())
    except NotDone as refusal:
        return answered(SECTION, request, "letters/refused.html", {"file": file}, refusal)
    return redirect("edit-letter", made.pk)


@require_POST
@acting
def copies(request: OfficialRequest, pk: int, kind: str) -> HttpResponse:
    """Make and issue copies of a decree: one *salinan*, or a *petikan* for each listed village that has none."""
    found = get_object_or_404(decrees_for(request.acting.scope).select_related("file"), pk=pk)
    form = CopiesForm(request.POST)
    try:
        if not form.is_valid():
            raise BadValues({"signing": str(_("Pilih cara penandatanganan yang tersedia."))})
        given = form.cleaned_data
        made = issue_copies(found, kind, request.acting.mandate, signing=given["signing"], key=given["key"])
    except NotDone as refusal:
        return answered(SECTION, request, "letters/refused.html", {"file": found.file}, refusal)
    messages.success(request, COPIES_MADE % {"n": len(made)})
    return redirect(f"/surat/?jenis={kind}&tentang={pk}")


@require_http_methods(["GET", "POST"])
@acting
def edit_letter(request: OfficialRequest, pk: int) -> HttpResponse:
    """Change a draft; what is still missing is said on its page."""
    found = letter_or_404(request, pk)
    if found.state != LetterState.DRAFT:
        raise Http404

    def fresh(data: Any) -> Draft:
        return Draft(letter_or_404(request, pk), data)

    def save(draft: Draft) -> None:
        edit(found, request.acting.mandate, **draft.given())

    if is_autosave(request):
        return Saving(fresh, save, lambda: version_of(found)).answer(request.POST)
    draft, refusal, theirs = fresh(request.POST or None), None, []
    if request.method == "POST" and draft.is_valid():
        try:
            save(draft)
        except NotDone as error:
            refusal, theirs = error, differing(fresh, request.POST)
            renew(draft.frame, version=version_of(found))
        else:
            return redirect("letter", pk)
    context = {"draft": draft, "form": draft, "letter": found, "file": found.file, "theirs": theirs}
    return answered(SECTION, request, "letters/edit.html", context, refusal)


def version_of(found: Letter) -> int:
    found.file.refresh_from_db(fields=["version"])
    return found.file.version
