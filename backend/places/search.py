"""*Cari*: one box over everything that may be seen."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from backend.pages.acting import OfficialRequest, acting

from .finding import KINDS, Found, find

SECTION = {"section": "search"}
NAMES = {
    "numbers": _("Nomor"),
    "regions": _("Desa dan wilayah"),
    "officials": _("Orang dan jabatan"),
    "files": _("Naskah"),
    "reports": _("Laporan"),
}


class Question(forms.Form):
    """What was typed. A kind that there is not narrows nothing."""

    q = forms.CharField(label=_("Cari"), max_length=100, help_text=_("Nomor, desa, kode wilayah, nama orang, kata dalam naskah, atau laporan sebuah desa."),
                        widget=forms.TextInput({"type": "search", "autocomplete": "off"}))  # fmt: skip
    bagian = forms.CharField(widget=forms.HiddenInput, required=False)

    @property
    def words(self) -> str:
        return " ".join(self.cleaned_data["q"].split()) if self.is_valid() else ""

    @property
    def only(self) -> str:
        kind = self.cleaned_data.get("bagian", "") if self.is_valid() else ""
        return kind if kind in KINDS else ""


@require_GET
@acting
def search(request: OfficialRequest) -> HttpResponse:
    """The answers by kind; with nothing typed the box alone."""
    question = Question(request.GET or None)
    words, only = question.words, question.only
    found = find(words, request.acting.scope, only) if words else Found()
    groups = [(kind, NAMES[kind], getattr(found, kind), kind in found.more) for kind in KINDS if getattr(found, kind)]
    context = {"question": question, "words": words, "only": only, "found": found, "groups": groups}
    return render(request, "places/search.html", SECTION | context)
