"""*Kop dan kertas*: what papers of one's office or regency print, from a day on, and a sample to look at."""

from datetime import date
from io import BytesIO
from typing import Any

from django import forms
from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from backend.access import stationery_owners
from documents import box
from documents.errors import DocumentError
from documents.forms import Form
from documents.kinds import find
from workflows.core.errors import BadValues, NotDone
from workflows.organisation.emblem import LARGEST_UPLOAD, emblem_of
from workflows.organisation.models import Office, Papers, Region, Stationery
from workflows.organisation.stationery import set_stationery, stationery_for

from .acting import OfficialRequest, acting
from .forms import Day
from .lines import Lines
from .refusals import answered

SECTION = {"section": "registers"}
SAMPLES = {Papers.PRODUK_HUKUM: "keputusan_bupati@1", Papers.NASKAH_DINAS: "nota_dinas@1"}
OWN = ["papers", "address", "paper", "margin_top", "margin_right", "margin_bottom", "margin_left", "number_prefix", "show_rahmat",
       "footer", "programme", "place"]  # fmt: skip
ANY = [("", gettext_lazy("tidak ditentukan di sini"))]


class StationeryForm(forms.ModelForm):
    """Everything may stay empty: then what is wider holds, in the end the shipped default."""

    since = forms.DateField(label=gettext_lazy("Berlaku sejak"), widget=Day())
    head_lines = Lines(
        3,
        label=gettext_lazy("Baris kop di atas nama kantor"),
        required=False,
        help_text=gettext_lazy("Satu baris satu larik. Kosong: PEMERINTAH KABUPATEN …"),
    )
    emblem_file = forms.FileField(
        label=gettext_lazy("Lambang"), required=False, help_text=gettext_lazy("PNG; perbandingan sisinya tetap.")
    )
    without_emblem = forms.BooleanField(label=gettext_lazy("Hapus lambang"), required=False)
    show_rahmat = forms.TypedChoiceField(
        label=gettext_lazy("“Dengan Rahmat Tuhan Yang Maha Esa”"),
        required=False,
        empty_value=None,
        coerce=lambda given: given == "True",
        choices=[*ANY, ("True", gettext_lazy("dicetak")), ("False", gettext_lazy("tidak dicetak"))],
    )
    field_order = ["since", "papers", "emblem_file", "without_emblem", "head_lines", "address", "paper"]

    class Meta:
        model = Stationery
        fields = OWN

    def __init__(self, *args: Any, **given: Any):
        super().__init__(*args, **given)
        blanks = {"papers": _("semua naskah"), "paper": ANY[0][1], "number_prefix": ANY[0][1]}
        for name, words in blanks.items():
            field: Any = self.fields[name]
            field.choices = [("", words), *field.choices[1:]]

    def said(self) -> dict[str, Any]:
        """The columns. Raises `BadValues` for an emblem that is none."""
        given = self.cleaned_data
        columns = {name: given[name] for name in OWN if name != "papers"} | {"head_lines": given["head_lines"]}
        if given["without_emblem"]:
            return columns | {"emblem": None}
        if upload := given["emblem_file"]:
            return columns | {"emblem": emblem_of(upload.read(LARGEST_UPLOAD + 1))}
        return columns | {"emblem": self.instance.emblem}


def owner_or_404(request: OfficialRequest, kind: str, pk: int) -> Region | Office:
    owners = stationery_owners(request.acting.mandate)
    wanted = Region if kind == "wilayah" else Office
    found = next((one for one in owners if isinstance(one, wanted) and one.pk == pk), None)
    if found is None:
        raise Http404
    return found


@require_GET
@acting
def owners(request: OfficialRequest) -> HttpResponse:
    """Whose kop and paper one may say."""
    found = [(path_of(one), one) for one in stationery_owners(request.acting.mandate)]
    return render(request, "stationery/owners.html", SECTION | {"owners": found})


def path_of(owner: Region | Office) -> tuple[str, int]:
    return ("wilayah" if isinstance(owner, Region) else "jabatan", owner.pk)


@require_http_methods(["GET", "POST"])
@acting
def stationery(request: OfficialRequest, kind: str, pk: int) -> HttpResponse:
    """What is said today, to be said anew from a day on; and what was said before."""
    owner, papers = owner_or_404(request, kind, pk), asked_papers(request)
    rows = Stationery.objects.filter(**{"region" if kind == "wilayah" else "office": owner}).order_by("papers", "-since")
    now = rows.in_force(request.acting.today).filter(papers=papers).first()
    initial = {"since": request.acting.today, "papers": papers, "head_lines": now.head_lines if now else []}
    form = StationeryForm(request.POST or None, request.FILES or None, initial=initial, instance=now)
    refusal = None
    if request.method == "POST" and form.is_valid():
        try:
            save(owner, form, request)
            messages.success(request, _("Tersimpan. Naskah yang dibekukan sejak tanggal itu memakainya."))
            return redirect("stationery", kind, pk)
        except NotDone as error:
            refusal = error
    context = {"owner": owner, "kind": kind, "form": form, "rows": rows, "papers": Papers.choices}
    return answered(SECTION, request, "stationery/stationery.html", context, refusal)


def asked_papers(request: OfficialRequest) -> str:
    asked = request.POST.get("papers", request.GET.get("naskah", ""))
    return asked if asked in Papers.values else ""


def save(owner: Region | Office, form: StationeryForm, request: OfficialRequest) -> None:
    """Raises `BadValues`."""
    since: date = form.cleaned_data["since"]
    if since.year < 2000:
        raise BadValues({"since": _("Berlaku sejak tahun 2000 atau sesudahnya.")})
    set_stationery(owner, since, request.acting.mandate.person, form.cleaned_data["papers"], **form.said())


@require_GET
@acting
def sample(request: OfficialRequest, kind: str, pk: int) -> HttpResponseBase:
    """A made-up paper with today's stationery, as a PDF."""
    owner, papers = owner_or_404(request, kind, pk), asked_papers(request) or Papers.PRODUK_HUKUM
    office = owner if isinstance(owner, Office) else request.acting.mandate.office
    template = find(SAMPLES[Papers(papers)])
    look = stationery_for(office, request.acting.today, papers)
    content = template.sample(6) | (look.on_decrees if papers == Papers.PRODUK_HUKUM else look.on_letters) | {"example": True}
    try:
        paper = box.render(template.template, content, Form.FINAL)
    except DocumentError as error:
        messages.error(request, str(error))
        return redirect("stationery", kind, pk)
    return FileResponse(BytesIO(paper.pdf), content_type="application/pdf", filename="contoh-naskah.pdf")
