"""*Tunjuk pengganti*: one form; what it says becomes power only when the official confirms it."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods

from backend.access import offices_to_substitute
from backend.pages.acting import OfficialRequest, acting
from backend.pages.refusals import answered
from workflows.core.errors import NotDone
from workflows.organisation.mandates import vacant

from .forms import SubstituteForm
from .room import SECTION


@require_http_methods(["GET", "POST"])
@acting
def new_substitute(request: OfficialRequest, pk: int) -> HttpResponse:
    today = request.acting.today
    seat = get_object_or_404(offices_to_substitute(request.acting.scope), pk=pk)
    empty, by = vacant(today).filter(pk=pk).exists(), request.acting.mandate.person
    form = SubstituteForm(request.POST or None, request.FILES or None, office=seat, vacant=empty, today=today, by=by)
    refusal = None
    if request.method == "POST" and form.is_valid():
        try:
            return redirect("substitute", form.prepare().pk)
        except NotDone as error:
            refusal = error
    context = {"form": form, "office": seat, "vacant": empty}
    return answered(SECTION, request, "substitutes/new.html", context, refusal)
