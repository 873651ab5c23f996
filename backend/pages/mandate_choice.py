"""Choosing as whom one acts."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from backend.access import mandates_of

from .acting import CHOSEN, Acting


@login_required
def choose_mandate(request: HttpRequest) -> HttpResponse:
    """Show the mandates held today; a POST chooses one for the session."""
    held = mandates_of(request.user)  # type: ignore[arg-type]
    target = safe_target(request, request.POST.get("next") or request.GET.get("next"))
    if request.method == "POST":
        if request.POST.get("mandate") not in {str(mandate.pk) for mandate in held}:
            return HttpResponseBadRequest(_("Pilih salah satu penugasan Anda."))
        request.session[CHOSEN] = int(request.POST["mandate"])
        return redirect(target)
    choices = [Acting(mandate, len(held) - 1) for mandate in held]
    return render(request, "tasks/choose_mandate.html", {"choices": choices, "next": target})


def safe_target(request: HttpRequest, target: str | None) -> str:
    """Where to go next: only ever a page of our own."""
    own = url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure())
    return target if target and own else "/"
