"""Noting a need at a village; it is then asked of an office from its own page."""

from typing import Any
from uuid import uuid4

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from backend.access import villages_for
from backend.pages.acting import OfficialRequest, acting
from backend.pages.beginning import begun_once
from backend.pages.forms import area
from backend.pages.refusals import answered
from workflows.coaching.lists import AIMS, list_for
from workflows.coaching.needs import LONGEST, may_note_for, note_need
from workflows.core.errors import NotDone
from workflows.villages.models import KampungKB

SECTION = {"section": "year"}


class NeedForm(forms.Form):
    key = forms.CharField(widget=forms.HiddenInput, max_length=100)
    what = forms.CharField(label=_("Kebutuhan"), widget=area(3), max_length=LONGEST,
                           help_text=_("Satu kebutuhan, untuk siapa dan di mana. Tanpa nama orang dan tanpa NIK."))  # fmt: skip
    aim = forms.ChoiceField(label=_("Sasaran"), widget=forms.RadioSelect)

    def __init__(self, data: Any, village: KampungKB):
        super().__init__(data, initial={"key": str(uuid4())})
        self.fields["aim"].choices = list_for(AIMS, village.region).for_kind(village.region.kind).items()  # type: ignore[attr-defined]


@require_http_methods(["GET", "POST"])
@acting
def new_need(request: OfficialRequest, pk: int) -> HttpResponse:
    """Of the Kampung KB `pk`."""
    village = get_object_or_404(villages_for(request.acting.scope).select_related("region__parent"), pk=pk)
    if not may_note_for(village, request.acting.mandate):
        raise Http404
    form, refusal = NeedForm(request.POST or None, village), None
    if request.method == "POST" and form.is_valid():
        try:
            return redirect("need", begun_once(request, form, lambda: noted(request, village, form.cleaned_data)))
        except NotDone as error:
            refusal = error
    context = {"form": form, "village": village, "aims": list_for(AIMS, village.region)}
    return answered(SECTION, request, "coaching/new_need.html", context, refusal)


def noted(request: OfficialRequest, village: KampungKB, given: dict[str, Any]) -> int:
    return note_need(village, request.acting.mandate, what=given["what"], aim=given["aim"]).pk
