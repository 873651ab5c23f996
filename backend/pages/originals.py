"""The originals of a decree signed in ink: which sheet of the special paper each of them is on."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from backend.acts import act_on
from workflows.core.errors import BadValues, NotDone
from workflows.decrees.models import Decree

from .acting import OfficialRequest, acting
from .decrees import decree_or_404
from .file_acts import FileActForm
from .forms import renew
from .refusals import answered

ORIGINALS = {1: gettext_lazy("Sekretaris Daerah"), 2: gettext_lazy("Bagian Hukum"), 3: gettext_lazy("pemrakarsa")}
"""Whose the three signed originals are (documents.md 2.0); in a village one calls them otherwise."""


class SerialsForm(FileActForm):
    def __init__(self, data: Any = None, *, version: int):
        super().__init__(data, name="record_serials", version=version)
        for copy, whose in ORIGINALS.items():
            label = _("Rangkap %(copy)d (%(whose)s)") % {"copy": copy, "whose": whose}
            self.fields[f"serial{copy}"] = forms.CharField(label=label, max_length=40, required=False)

    def values(self) -> dict[str, Any]:
        """Raises `BadValues` when nothing is filled in."""
        given = {copy: self.cleaned_data[f"serial{copy}"] for copy in ORIGINALS}
        serials = [{"copy": copy, "serial": serial} for copy, serial in given.items() if serial]
        if not serials:
            raise BadValues({"serials": _("Isi nomor seri di balik kertas, paling sedikit satu.")})
        return {"serials": serials}


@require_http_methods(["GET", "POST"])
@acting
def originals(request: OfficialRequest, pk: int) -> HttpResponse:
    """What is recorded, and the form for the sheets just printed."""
    found, refusal = decree_or_404(request, pk), None
    form = SerialsForm(request.POST or None, version=found.file.version)
    if request.method == "POST" and form.is_valid():
        try:
            record(request, found, form)
            return redirect("originals", pk)
        except NotDone as error:
            refusal = error
            renew(form, version=decree_or_404(request, pk).file.version)
    recorded = found.originals.select_related("entry__person")
    context = {"decree": found, "file": found.file, "form": form, "originals": recorded}
    return answered({"section": "decrees"}, request, "decrees/originals.html", context, refusal)


def record(request: OfficialRequest, found: Decree, form: SerialsForm) -> None:
    given, by = form.cleaned_data, request.acting.mandate
    act_on(by.person, found, "record_serials", mandate=by.pk, version=given["version"], key=given["key"], values=form.values())
