"""*Cetak*: any of the papers one may see as one file for the printer; made when asked for, kept nowhere."""

from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import Any

from django import forms
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from backend.access import documents_for
from backend.ids import ids_in
from documents import box
from documents.content import draft_code
from documents.errors import DocumentError
from documents.forms import SIGNED, Form
from documents.kinds import all_kinds
from documents.models import Document
from documents.printing import Item, Order, print_job
from documents.printing.job import MOST_COPIES
from workflows.core.errors import BadValues, NotDone
from workflows.decrees.control_sheet import control_sheet

from .acting import Acting, OfficialRequest, acting
from .refusals import banner

MOST = 500
"""Papers that one page lists and one job takes."""
MOST_SHEETS = 10
"""Control sheets are drawn while somebody waits."""
FINAL_FORMS = ["final", "signed"]


class Search(forms.Form):
    cari = forms.CharField(label=gettext_lazy("Judul atau nomor"), required=False, max_length=100)
    jenis = forms.ChoiceField(label=gettext_lazy("Jenis naskah"), required=False)
    berkas = forms.IntegerField(required=False, widget=forms.HiddenInput, min_value=1, max_value=2**63 - 1)

    def __init__(self, data: Any, *, kinds: list[str]):
        super().__init__(data)
        choices = [("", _("Semua jenis")), *((kind, title_of(kind)) for kind in kinds)]
        self.fields["jenis"].choices = choices  # type: ignore[attr-defined]

    def narrowed(self, papers: QuerySet[Document]) -> QuerySet[Document]:
        """Beside one file: its papers, drafts too, and the letters, copies and excerpts about it. Else no drafts.

        Of an electronically signed paper only the signed one.
        """
        self.is_valid()
        signed = Document.objects.filter(form=SIGNED, file=OuterRef("file"), content_sha256=OuterRef("content_sha256"))
        papers = papers.exclude(Q(form=Form.FINAL) & Exists(signed))
        asked = self.cleaned_data
        if text := asked.get("cari"):
            papers = papers.filter(Q(number__icontains=text) | Q(file__title__icontains=text))
        if kind := asked.get("jenis"):
            papers = papers.filter(kind=kind)
        if file := asked.get("berkas"):
            return papers.filter(Q(file=file) | Q(file__letter__concerns=file))
        return papers.exclude(form=Form.DRAFT)


class PrintForm(forms.Form):
    """How to print what is ticked."""

    kertas = forms.ChoiceField(
        label=gettext_lazy("Kertas"),
        choices=[("asli", gettext_lazy("Sesuai naskah (F4)")), ("a4", gettext_lazy("A4, diperkecil dan di tengah"))],
    )
    rangkap = forms.IntegerField(
        label=gettext_lazy("Rangkap"),
        min_value=1,
        max_value=MOST_COPIES,
        initial=1,
        help_text=gettext_lazy("Naskah basah biasanya tiga: Sekda, Bagian Hukum, dan pemrakarsa."),
    )
    bolak_balik = forms.BooleanField(
        label=gettext_lazy("Bolak-balik: setiap naskah mulai di halaman depan"), required=False
    )
    kendali = forms.BooleanField(
        label=gettext_lazy("Sertakan lembar kendali paraf di samping arsip"), required=False
    )

    @property
    def order(self) -> Order:
        given = self.cleaned_data
        return Order(on_a4=given["kertas"] == "a4", copies=given["rangkap"], duplex=given["bolak_balik"])


@require_http_methods(["GET", "POST"])
@acting
def printing(request: OfficialRequest) -> HttpResponseBase:
    """The papers to choose from; sent, the job as a download. Raises 404 for a paper that may not be seen."""
    form, refusal = PrintForm(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        try:
            return job(request, form)
        except (NotDone, DocumentError) as error:
            refusal = error if isinstance(error, NotDone) else BadValues({"naskah": str(error)})
    return page(request, form, refusal)


def page(request: OfficialRequest, form: PrintForm, refusal: NotDone | None) -> HttpResponse:
    seen = documents_for(request.acting.scope)
    kinds = sorted(set(seen.exclude(form=Form.DRAFT).order_by().values_list("kind", flat=True).distinct()))
    search = Search(request.GET, kinds=kinds)
    papers = list(search.narrowed(seen).select_related("file").order_by("-pk")[:MOST])[::-1]
    context = {
        "section": "decrees", "search": search, "papers": [(paper, title_of(paper.kind)) for paper in papers], "form": form,
        "ticked": chosen(request) or latest(papers, search), "refusal": refusal and banner(refusal),
    }  # fmt: skip
    return render(request, "printing/printing.html", context, status=422 if refusal or form.errors else 200)


def title_of(kind: str) -> str:
    """What people call a kind of paper; its name where no template of it is installed any more."""
    return next((known.title for known in all_kinds().values() if known.id == kind), kind)


def latest(papers: list[Document], search: Search) -> set[int]:
    """Beside one file its own newest paper is ticked already."""
    file = search.cleaned_data.get("berkas")
    return {paper.pk for paper in [paper for paper in papers if paper.file_id == file][-1:]}


def chosen(request: OfficialRequest) -> set[int]:
    return set(ids_in(request.POST.getlist("naskah")))


def job(request: OfficialRequest, form: PrintForm) -> FileResponse:
    """Raises `BadValues` when nothing or too much is ticked or a file is gone, and what the renderer raises."""
    wanted = chosen(request)
    if not 0 < len(wanted) <= MOST:
        raise BadValues({"naskah": _("Centang 1 sampai %(most)d naskah.") % {"most": MOST}})
    papers = list(documents_for(request.acting.scope).filter(pk__in=wanted).select_related("file").order_by("pk"))
    if len(papers) < len(wanted):
        raise Http404
    if form.cleaned_data["kendali"] and len(papers) > MOST_SHEETS:
        words = _("Lembar kendali disertakan untuk paling banyak %(most)d naskah sekaligus.")
        raise BadValues({"kendali": words % {"most": MOST_SHEETS}})
    written = TemporaryFile()  # noqa: SIM115  the answer closes it
    try:
        print_job(items(papers, form.cleaned_data["kendali"], request.acting), form.order, written)
    except FileNotFoundError:
        raise BadValues({"naskah": _("Berkas salah satu naskah tidak ada di arsip; beri tahu pengelola sistem.")}) from None
    written.seek(0)
    return FileResponse(written, as_attachment=True, filename="cetak.pdf", content_type="application/pdf")


def items(papers: list[Document], with_sheets: bool, acting: Acting) -> Iterator[Item]:
    for paper in papers:
        yield Item(paper.file_path, note_on(paper))
        if with_sheets and paper.file.kind == "decree" and paper.form != Form.DRAFT:
            content = control_sheet(paper.file.decree, draft_code(paper.content), acting.today)
            yield Item(box.render(content["template"], content, Form.FINAL).pdf)


def note_on(paper: Document) -> str:
    """A print of what was signed electronically is a copy, and says so; what is signed in ink is the original."""
    issue = paper.content.get("issue") or {}
    if paper.form not in FINAL_FORMS or issue.get("signature") != "tte":
        return ""
    words = _("Cetakan ini salinan; aslinya berkas elektronik. Periksa: %(url)s")
    return words % {"url": issue.get("verify_url", "")}
