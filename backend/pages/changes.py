"""Changing a decree in force by another one, and reading it with all its changes."""

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from workflows.core.errors import NotDone
from workflows.decrees.changing import start_change
from workflows.decrees.consolidated import consolidated, rows_on
from workflows.decrees.models import Decree

from .acting import OfficialRequest, acting
from .chain import offers_for
from .change_forms import FORMS, WORDS, ChangeForm
from .decrees import SECTION, decree_or_404
from .forms import Day
from .refusals import answered


class Moment(forms.Form):
    """Which day is asked about, and the end of which day's knowledge."""

    tanggal = forms.DateField(label=_("Berlaku pada"), widget=Day(), required=False)
    diketahui = forms.DateTimeField(
        label=_("Sebagaimana diketahui pada"), required=False, widget=forms.DateTimeInput({"type": "datetime-local"})
    )


@require_http_methods(["GET", "POST"])
@acting
def change_decree(request: OfficialRequest, pk: int, how: str) -> HttpResponse:
    """Start a linked draft: rows to choose, effect date, retroactivity, reason."""
    found = decree_or_404(request, pk)
    if how not in offers_for(found, request):
        raise Http404
    given = request.POST if request.method == "POST" else None  # an empty form may be sent: everything is revoked
    today = request.acting.today
    form = FORMS[how](given, other=found, how=how, listed=rows_on(found, today), today=today)
    refusal = None
    if request.method == "POST" and form.is_valid():
        try:
            made = begin(form, request)
        except NotDone as error:
            refusal = error
        else:
            return redirect("decree", made.pk)
    context = {"form": form, "decree": found, "title": WORDS[how][0], "how": how}
    return answered(SECTION, request, "decrees/change.html", context, refusal)


def begin(form: ChangeForm, request: OfficialRequest) -> Decree:
    """Raises what `start_change` raises."""
    return start_change(form.other, request.acting.mandate, form.chosen())


@require_GET
@acting
def consolidated_decree(request: OfficialRequest, pk: int) -> HttpResponse:
    """*Naskah konsolidasi*: a view for reading, on any day, as known at any instant."""
    found = decree_or_404(request, pk)
    asked = Moment(request.GET or {"tanggal": request.acting.today})
    asked.is_valid()
    day = asked.cleaned_data.get("tanggal") or request.acting.today
    seen = consolidated(found, day, asked.cleaned_data.get("diketahui"))
    return render(request, "decrees/consolidated.html", SECTION | {"decree": found, "asked": asked, "day": day, "seen": seen})
