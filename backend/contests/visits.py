"""The field visit: written down on the spot by the organiser's people, with photos."""

from typing import Any
from uuid import uuid4

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from backend.pages.acting import OfficialRequest, acting
from backend.pages.forms import Day, Photos, area, renew
from backend.pages.proposal_forms import Several
from backend.pages.refusals import answered
from backend.uploads import keep
from workflows.contests.models import Entry
from workflows.contests.visiting import LONGEST_NOTE
from workflows.core.door import perform
from workflows.core.errors import BadValues, NotDone

from .room import SECTION, entry_or_404, organises

MOST_PHOTOS = 12


class VisitForm(forms.Form):
    key = forms.CharField(widget=forms.HiddenInput, max_length=100)
    version = forms.IntegerField(widget=forms.HiddenInput)
    visited_on = forms.DateField(label=gettext_lazy("Tanggal tinjauan"), widget=Day())
    points = forms.CharField(
        label=gettext_lazy("Nilai tinjauan (0–100)"),
        max_length=10,
        widget=forms.TextInput({"inputmode": "decimal"}),
        help_text=gettext_lazy("Hanya menentukan urutan bila nilai juri sama; dirahasiakan sampai peringkat dikunci."),
    )
    note = forms.CharField(
        label=gettext_lazy("Yang ditemukan di lapangan"), widget=area(5), max_length=LONGEST_NOTE, required=False
    )
    photos = Several(label=gettext_lazy("Foto dan bukti"), widget=Photos(several=True))

    def values(self, photos: list[int]) -> dict[str, Any]:
        given = self.cleaned_data
        return {
            "visited_on": given["visited_on"].isoformat(),
            "points": given["points"],
            "note": given["note"],
            "attachments": photos,
        }


@require_http_methods(["GET", "POST"])
@acting
def visit(request: OfficialRequest, pk: int) -> HttpResponse:
    found = entry_or_404(request, pk)
    if not organises(request, found.competition):
        raise Http404
    first = {"key": str(uuid4()), "version": found.file.version, "visited_on": request.acting.today}
    form, refusal = VisitForm(request.POST or None, request.FILES or None, initial=first), None
    if request.method == "POST" and form.is_valid():
        try:
            write_down(found, form, request)
            return redirect("entry", pk)
        except NotDone as error:
            refusal = error
            found.file.refresh_from_db(fields=["version"])
            renew(form, version=found.file.version)
    context = {"form": form, "entry": found, "file": found.file, "competition": found.competition}
    return answered(SECTION, request, "contests/visit.html", context, refusal)


def write_down(found: Entry, form: VisitForm, request: OfficialRequest) -> None:
    """Raises what keeping the photos and the act raise."""
    by, files = request.acting.mandate, form.cleaned_data["photos"]
    if len(files) > MOST_PHOTOS:
        raise BadValues({"photos": _("Paling banyak %(n)d foto.") % {"n": MOST_PHOTOS}})
    kept = [keep(file, by.person, "photos").pk for file in files]
    given = form.cleaned_data
    perform(
        Entry.verify_in_the_field, found, by=by, version=given["version"], key=given["key"], values=form.values(kept)
    )
