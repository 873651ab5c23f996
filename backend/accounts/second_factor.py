"""Who signs decrees secures the login with a second factor before the first decision."""

from collections.abc import Callable
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse

from backend.access import ISSUERS, mandates_of
from backend.pages.mandate_choice import safe_target
from workflows.organisation.models import Capacity, Mandate, Person, Role

from .factors import has_second_factor
from .kept_forms import DOORS, keep

SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}
SIGNATORIES = {*ISSUERS.values(), Role.SECRETARY}
"""The offices that sign decrees; whoever acts for one of them counts, its staff does not."""
OPEN = (*DOORS, "/penugasan/", "/pemberitahuan/")
"""What may be sent to without it: nothing there decides."""


def signs(mandate: Mandate) -> bool:
    return mandate.capacity != Capacity.STAF and (mandate.acts_for or mandate.office).role in SIGNATORIES


def is_needed(person: Person) -> bool:
    """Whether the person must have one (SIKLUS_SECOND_FACTOR)."""
    return settings.SECOND_FACTOR == "required" and any(signs(mandate) for mandate in mandates_of(person))


def is_missing(person: Person) -> bool:
    """Whether the person must set one up first."""
    return is_needed(person) and not has_second_factor(person)


def first(target: str) -> str:
    """The address of the page that explains it, and comes back to `target`."""
    return f"{reverse('second-factor')}?{urlencode({'next': target})}"


class SecondFactorFirst:
    """Middleware: a signatory without one may read; what he sends is kept until he has it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: object, *args: object) -> HttpResponseBase | None:
        """The API asks for itself (`MayAct`)."""
        if (
            request.method in SAFE_METHODS
            or request.path.startswith(("/api/", *OPEN))
            or not request.user.is_authenticated
        ):
            return None
        if not is_missing(request.user):
            return None
        return redirect(first(reverse("kept-forms") if keep(request, request.user) else reverse("inbox")))


@login_required
def explanation(request: HttpRequest) -> HttpResponse:
    """Why a second factor, and the two ways to have one."""
    target = safe_target(request, request.GET.get("next"))
    return render(request, "accounts/second_factor.html", {"section": "account", "next": target})
