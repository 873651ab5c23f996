"""*Impor*: hand a list in, confirm its columns, look at what it would do, apply it, take it back."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from openpyxl.utils import get_column_letter

from backend.access import overseen
from backend.keyset import page_or_first
from backend.pages.acting import OfficialRequest
from backend.pages.refusals import answered, banner
from workflows.core.errors import NotDone

from .imports.checking import counts, take_in
from .imports.headers import Column
from .imports.kinds import LISTS
from .imports.returned import with_errors
from .imports.template import template_of
from .imports.undoing import undo, why_never
from .imports.workbooks import read, text_of
from .models import Import, ImportKind, ImportRow, Verdict
from .room import SECTION, overseeing
from .tasks import PATIENCE, apply_soon, check_soon, ring

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SHOWN = [Verdict.WRONG, Verdict.CHANGED, Verdict.NEW, Verdict.SAME]


class HandIn(forms.Form):
    file = forms.FileField(label=gettext_lazy("Berkas"), help_text=gettext_lazy(".xlsx atau .csv, paling besar 10 MB."),
                           widget=forms.FileInput({"accept": ".xlsx,.csv"}))  # fmt: skip


class Columns(forms.Form):
    """Which column of the list is which of ours, the likely ones chosen."""

    def __init__(self, data: Any, *, source: Import):
        super().__init__(data)
        self.wanted: list[Column] = LISTS[source.kind].columns
        heads = [("", _("— tidak ada —")), *((letter, f"{letter}: {words}") for letter, words in heads_of(source))]
        for column in self.wanted:
            self.fields[column.name] = forms.ChoiceField(
                label=str(column.label), help_text=str(column.hint), choices=heads, required=column.required,
                initial=source.columns.get(column.name, ""),
            )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        letters = [letter for letter in given.values() if letter]
        if len(letters) != len(set(letters)):
            raise forms.ValidationError(_("Satu kolom dipilih dua kali."))
        return given


def heads_of(source: Import) -> list[tuple[str, str]]:
    page = next(page for page in read(source.name, bytes(source.content)) if page.title == source.sheet)
    heads = enumerate(page.lines[source.header], 1)
    return [(get_column_letter(n), text_of(value)) for n, value in heads if text_of(value)]


def importable(request: OfficialRequest) -> list[ImportKind]:
    """An agency hands in old decrees; the rest is the administrators'."""
    return [*ImportKind] if request.acting.administers else [ImportKind.DECREES]


def imports_for(request: OfficialRequest) -> QuerySet[Import]:
    return Import.objects.filter(overseen(request.acting.scope).within()).select_related("region", "person", "applied_by__person")


def import_or_404(request: OfficialRequest, pk: int) -> Import:
    return get_object_or_404(imports_for(request).filter(kind__in=importable(request)), pk=pk)


def kind_or_404(request: OfficialRequest, kind: str) -> ImportKind:
    found = next((one for one in importable(request) if one.value == kind), None)
    if found is None:
        raise Http404
    return found


@require_GET
@overseeing
def imports(request: OfficialRequest) -> HttpResponse:
    found, after = page_or_first(imports_for(request).defer("content"), ["-pk"], request.GET.get("sesudah"))
    context = {"imports": found, "after": after, "kinds": importable(request)}
    return render(request, "administration/imports.html", SECTION | context)


@require_http_methods(["GET", "POST"])
@overseeing
def new_import(request: OfficialRequest, kind: str) -> HttpResponse:
    chosen, refusal = kind_or_404(request, kind), None
    form = HandIn(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["file"]
        try:
            source = take_in(kind, request.acting.region, request.acting.mandate.person, upload.name, upload.read())
        except NotDone as error:
            refusal = error
        else:
            if source.sure:
                check_soon(source)
            return redirect("import", source.pk)
    columns = LISTS[kind].columns
    return answered(SECTION, request, "administration/new_import.html", {"form": form, "kind": chosen, "columns": columns}, refusal)


@require_GET
@overseeing
def import_template(request: OfficialRequest, kind: str) -> HttpResponse:
    return workbook(template_of(kind_or_404(request, kind), request.acting.region), f"templat-{kind}-{request.acting.region.name}")


@require_GET
@overseeing
def import_errors(request: OfficialRequest, pk: int) -> HttpResponse:
    source = import_or_404(request, pk)
    return workbook(with_errors(source), f"{source.name.rpartition('.')[0] or source.name}-kesalahan")


def workbook(content: bytes, name: str) -> HttpResponse:
    named = f'attachment; filename="{slugify(name)}.xlsx"'
    return HttpResponse(content, content_type=WORKBOOK, headers={"Content-Disposition": named})


@require_GET
@overseeing
def show_import(request: OfficialRequest, pk: int) -> HttpResponse:
    source = import_or_404(request, pk)
    if source.waits_since and (timezone.now() - source.waits_since).total_seconds() > PATIENCE:
        ring(source.pk)
    return shown(request, source)


def shown(request: OfficialRequest, source: Import, refusal: NotDone | None = None, form: Columns | None = None) -> HttpResponse:
    """The columns to confirm, or what the list would do: the rows of one verdict, the wrong ones first."""
    counted = counts(source)
    asked = request.GET.get("hasil")
    verdict = next((one for one in SHOWN if one.value == asked), None) or next((one for one in SHOWN if counted[one]), Verdict.SAME)
    rows, after = page_or_first(source.rows.filter(verdict=verdict), ["line"], request.GET.get("sesudah"), 50)
    context = {
        "import": source, "counts": [(one, counted[one]) for one in Verdict], "verdict": verdict, "rows": rows, "after": after,
        "narrowed": f"hasil={verdict}", "warned": warned(source), "nothing_new": not counted["new"] + counted["changed"],
        "counted": counted, "form": form or (Columns(None, source=source) if not source.sure else None),
        "second_person": source.kind == ImportKind.DECREES and source.person_id == request.user.pk,
        "never_undone": why_never(source) if source.applied_at else "", "refusal": refusal and banner(refusal),
    }  # fmt: skip
    status = 422 if refusal or (form and form.errors) else 200
    return render(request, "administration/import.html", SECTION | context, status=status)


def warned(source: Import) -> list[ImportRow]:
    """Some of the rows that are right but odd."""
    return list(source.rows.exclude(verdict=Verdict.WRONG).filter(findings__0__warning=True)[:20])


@require_POST
@overseeing
def import_columns(request: OfficialRequest, pk: int) -> HttpResponse:
    """A person says which column is which; then the rows are judged."""
    source = import_or_404(request, pk)
    form = Columns(request.POST, source=source)
    if source.applied_at or not form.is_valid():
        return shown(request, source, None, form)
    source.columns = {name: letter for name, letter in form.cleaned_data.items() if letter}
    source.sure = True
    source.save(update_fields=["columns", "sure"])
    check_soon(source)
    return redirect("import", pk)


@require_POST
@overseeing
def check_import(request: OfficialRequest, pk: int) -> HttpResponse:
    """Judge the rows anew, as things stand now."""
    source = import_or_404(request, pk)
    if source.sure and not source.applied_at and not source.waits_since:
        check_soon(source)
    return redirect("import", pk)


@require_POST
@overseeing
def apply_import(request: OfficialRequest, pk: int) -> HttpResponse:
    source = import_or_404(request, pk)
    try:
        apply_soon(source, request.acting.mandate)
    except NotDone as refusal:
        return shown(request, source, refusal)
    if source.lines and not imports_for(request).filter(pk=pk, waits_since=None).exists():
        messages.info(request, _("Sedang dikerjakan. Halaman ini boleh ditinggalkan."))
    else:
        messages.success(request, _("Impor diterapkan."))
    return redirect("import", pk)


@require_POST
@overseeing
def undo_import(request: OfficialRequest, pk: int) -> HttpResponse:
    source = import_or_404(request, pk)
    try:
        undo(source, request.acting.mandate.person)
    except NotDone as refusal:
        return shown(request, source, refusal)
    messages.success(request, _("Impor dibatalkan; data kembali seperti sebelumnya."))
    return redirect("import", pk)

