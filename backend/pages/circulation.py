"""A decree's papers in the world: who has received it, and which sheets its originals are on."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Prefetch, QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from backend.access import scope_of
from backend.acts import act_on, acts_of, offer
from backend.ids import ids_in
from backend.spreadsheet import as_csv
from backend.uploads import keep
from workflows.core.errors import BadValues, NotDone
from workflows.decrees.models import Conveyance, Decree, DecreeRow
from workflows.decrees.states import DONE, Channel

from .acting import Acting, OfficialRequest, acting
from .decrees import decree_or_404
from .file_acts import FileActForm
from .forms import Day, renew
from .refusals import banner

SECTION = {"section": "decrees"}


class ConveyForm(FileActForm):
    """What happened on one day to some villages, or to all that have nothing yet."""

    conveyed_on = forms.DateField(label=gettext_lazy("Disampaikan pada"), widget=Day())
    channel = forms.ChoiceField(label=gettext_lazy("Lewat"), choices=Channel.choices)
    receiver = forms.CharField(
        label=gettext_lazy("Penerima"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Kosong: kepala desa/lurah masing-masing."),
    )
    note = forms.CharField(label=gettext_lazy("Catatan"), required=False, max_length=300)
    proof = forms.FileField(
        label=gettext_lazy("Bukti"), required=False, help_text=gettext_lazy("Tanda terima: PDF, JPEG, atau PNG.")
    )

    def __init__(self, data: Any = None, files: Any = None, *, version: int):
        super().__init__(data, name="convey", version=version)
        self.files = files or self.files

    def stated(self, rows: list[int], acting: Acting) -> dict[str, Any]:
        """As the act takes it; the proof is kept. Raises `BadValues` for a file that is none."""
        given = self.cleaned_data
        values = {"conveyed_on": given["conveyed_on"].isoformat(), "channel": given["channel"]}
        values |= {name: given[name] for name in ("receiver", "note") if given[name]}
        proof: UploadedFile | None = given["proof"]
        kept = {"proof": keep(proof, acting.mandate.person, "proof").pk} if proof else {}
        return values | kept | ({"rows": rows} if rows else {})


def rows_seen(found: Decree, acting: Acting) -> QuerySet[DecreeRow]:
    """The villages of the list that lie in one's territory, each with its conveyances."""
    here = found.rows.filter(scope_of(acting.scope).within("kampung__region__"), struck=False)
    received = Prefetch("conveyances", Conveyance.objects.select_related("proof").order_by("pk"), to_attr="received")
    return here.select_related("kampung__region__parent").prefetch_related(received)


@require_http_methods(["GET", "POST"])
@acting
def conveyances(request: OfficialRequest, pk: int) -> HttpResponse:
    """Who has received the decree and who has not, and noting it for many at once."""
    found, refusal = decree_or_404(request, pk), None
    form = ConveyForm(request.POST or None, request.FILES, version=found.file.version)
    if request.method == "POST" and form.is_valid():
        try:
            convey(request, found, form)
            return redirect("conveyances", pk)
        except NotDone as error:
            refusal = error
            renew(form, version=decree_or_404(request, pk).file.version)
    may = not offered(found, "convey", request.acting) if found.state in DONE else False
    rows = list(rows_seen(found, request.acting))
    missing = [row for row in rows if not row.received]  # type: ignore[attr-defined]
    context = SECTION | {
        "decree": found, "file": found.file, "rows": missing if request.GET.get("belum") else rows, "of": len(rows),
        "missing": len(missing), "form": form if may else None, "refusal": refusal and banner(refusal), "only_missing": bool(request.GET.get("belum")),
    }  # fmt: skip
    return render(request, "decrees/conveyances.html", context, status=422 if refusal or form.errors else 200)


def offered(found: Decree, name: str, acting: Acting) -> list[Any]:
    """What stands in the way of an act on the decree for this official."""
    return offer(acts_of(Decree)[name], found, acting.mandate).problems


def convey(request: OfficialRequest, found: Decree, form: ConveyForm) -> None:
    ticked = [] if "semua" in request.POST else ids_in(request.POST.getlist("rows"))
    if not ticked and "semua" not in request.POST:
        raise BadValues({"rows": _("Centang desa yang menerima, atau pilih semua yang belum.")})
    given = form.cleaned_data
    act_on(request.acting.mandate.person, found, "convey", mandate=request.acting.mandate.pk, version=given["version"],
           key=given["key"], values=form.stated(ticked, request.acting))  # fmt: skip


@require_GET
@acting
def conveyances_csv(request: OfficialRequest, pk: int) -> HttpResponseBase:
    found = decree_or_404(request, pk)
    header = [_("Nomor"), _("Kecamatan"), _("Desa/kelurahan"), _("Disampaikan pada"), _("Lewat"), _("Penerima"), _("Catatan")]
    lines = (cells(row) for row in rows_seen(found, request.acting))
    return as_csv(f"penyampaian-{slugify(found.subject)[:60]}", header, lines)


def cells(row: Any) -> list[Any]:
    where = [row.order, row.kampung.region.parent.name, row.kampung.region.name]
    if not row.received:
        return [*where, _("belum"), "", "", ""]
    last = row.received[-1]
    return [*where, last.conveyed_on.isoformat(), last.get_channel_display(), last.receiver, last.note]
