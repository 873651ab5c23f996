"""The books of numbers: issued, reserved, void and released numbers, each with what became of it."""

from io import BytesIO
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from backend.access import decrees_for, registers_for
from backend.spreadsheet import as_csv
from documents import box
from documents.errors import DocumentError
from documents.forms import Form
from workflows.decrees.books import Line, gaps, lines_of
from workflows.decrees.models import DecreeNumber, Series
from workflows.decrees.printed_books import BOOKS, book_of
from workflows.decrees.states import DecreeKind, NumberState

from .acting import OfficialRequest, acting

SECTION = {"section": "registers"}


@require_GET
@acting
def registers(request: OfficialRequest) -> HttpResponse:
    found = registers_for(request.acting.scope).select_related("office").order_by("office__label", "doc_class")
    return render(request, "registers/registers.html", SECTION | {"registers": found})


class Filter(forms.Form):
    """One year of a register, and perhaps one state. What is not understood narrows nothing."""

    tahun = forms.TypedChoiceField(label=gettext_lazy("Tahun"), required=False, coerce=int, empty_value=None)
    keadaan = forms.ChoiceField(
        label=gettext_lazy("Keadaan"),
        required=False,
        choices=[("", gettext_lazy("Semua keadaan")), *NumberState.choices],
    )

    def __init__(self, data: Any, *, years: list[int]):
        super().__init__(data or {"tahun": years[0] if years else ""})
        self.years = years
        self.fields["tahun"].choices = [(year, str(year)) for year in years]  # type: ignore[attr-defined]
        self.is_valid()

    @property
    def year(self) -> int | None:
        return self.cleaned_data.get("tahun") or next(iter(self.years), None)

    def narrowed(self, numbers: QuerySet[DecreeNumber]) -> QuerySet[DecreeNumber]:
        numbers = numbers.filter(year=self.year or 0)
        state = self.cleaned_data.get("keadaan")
        return numbers.filter(state=state) if state else numbers


def asked_for(request: OfficialRequest, pk: int) -> tuple[Series, Filter]:
    found = get_object_or_404(registers_for(request.acting.scope).select_related("office"), pk=pk)
    years = sorted(set(found.numbers.values_list("year", flat=True)), reverse=True)
    return found, Filter(request.GET, years=years)


@require_GET
@acting
def register(request: OfficialRequest, pk: int) -> HttpResponse:
    """One year of one register, the newest number first."""
    found, asked = asked_for(request, pk)
    lines = list(lines_of(asked.narrowed(found.numbers.all())))[::-1]
    readable = decrees_for(request.acting.scope).filter(pk__in=[line.number.file_id for line in lines])
    context = {
        "register": found, "filter": asked, "year": asked.year, "lines": lines, "query": request.GET.urlencode(),
        "readable": set(readable.values_list("pk", flat=True)), "of_village": is_village(found), "has_book": found.doc_class in BOOKS,
        "gaps": [] if asked.cleaned_data.get("keadaan") else gaps(found, lines),
    }  # fmt: skip
    return render(request, "registers/register.html", SECTION | context)


def is_village(register: Series) -> bool:
    return register.doc_class == DecreeKind.VILLAGE


@require_GET
@acting
def register_csv(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """The same lines as a table for a spreadsheet, in the book's order."""
    found, asked = asked_for(request, pk)
    header = [_("Nomor"), _("Tanggal"), _("Tentang"), _("Pemrakarsa"), _("Penandatangan"), _("Jumlah lampiran"), _("Salinan ke"),
              *([_("Dilaporkan")] if is_village(found) else []), _("Keadaan"), _("Keterangan")]  # fmt: skip
    lines = lines_of(asked.narrowed(found.numbers.all()))
    return as_csv(file_name(found, asked.year), header, (cells(line, is_village(found)) for line in lines))


def cells(line: Line, of_village: bool) -> list[Any]:
    return [
        line.text, line.day.isoformat(), line.subject, line.initiator, line.signatory, line.annexes,
        "; ".join(line.copies_to), *([line.reported_words] if of_village else []),
        line.number.get_state_display(), "; ".join(line.remarks),
    ]  # fmt: skip


@require_GET
@acting
def register_pdf(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """The whole year as a printed book (*buku register*, in a village Buku A.2); made now, kept nowhere."""
    found, asked = asked_for(request, pk)
    if asked.year is None or found.doc_class not in BOOKS:
        raise Http404
    content = book_of(found, asked.year, request.acting.today)
    try:
        paper = box.render(content["template"], content, Form.FINAL)
    except DocumentError as error:
        messages.error(request, str(error))
        return redirect("register", pk)
    return FileResponse(BytesIO(paper.pdf), as_attachment=True, filename=f"{file_name(found, asked.year)}.pdf")


def file_name(register: Series, year: int | None) -> str:
    return f"register-{slugify(register.office.label)}-{register.doc_class}-{year or ''}".rstrip("-")
