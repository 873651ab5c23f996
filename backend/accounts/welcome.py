"""What somebody sees who opens an invitation: who and where, and the choice how to log in from now on."""

import base64
from collections.abc import Callable
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.adapter import get_adapter as factors
from allauth.mfa.totp.internal.auth import clear_totp_secret
from allauth.mfa.webauthn.forms import SignupWebAuthnForm
from allauth.mfa.webauthn.internal.auth import WebAuthn, begin_registration
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from backend.public.rates import rated
from workflows.organisation.models import Person

from .invitation_forms import ChoosePassword
from .invitations import Gone, accept, found, is_usable, offices_of
from .models import Invitation
from .second_factor import is_needed


@rated
@never_cache
def invitation(request: HttpRequest, secret: str) -> HttpResponse:
    """Who is invited, as what and where; a POST brings the passkey that the device made."""
    invited = found(secret)
    if invited is None or not is_usable(invited):
        return gone(request, invited)
    form = SignupWebAuthnForm(request.POST or None, user=invited.person)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        return enter(request, invited, lambda person: WebAuthn.add(person, given["name"], given["credential"]))
    options = {"creation_options": begin_registration(invited.person, True)}
    context = about(invited) | {"form": form, "js_data": options, "secret": secret}
    return render(request, "accounts/welcome.html", context, status=422 if form.errors else 200)


@rated
@never_cache
@sensitive_post_parameters("new_password1", "new_password2", "code")
def invitation_password(request: HttpRequest, secret: str) -> HttpResponse:
    """The other way: a password, with six-digit codes from an app besides (for signatories always)."""
    invited = found(secret)
    if invited is None or not is_usable(invited):
        return gone(request, invited)
    form = ChoosePassword(invited.person, request.POST or None, code_needed=is_needed(invited.person))
    if request.method == "POST" and form.is_valid():
        return enter(request, invited, form.apply)
    context = about(invited) | {"form": form, "secret": secret} | qr_of(invited.person, form.totp_secret)
    return render(request, "accounts/welcome_password.html", context, status=422 if form.errors else 200)


def about(invited: Invitation) -> dict[str, Any]:
    return {"invited": invited, "person": invited.person, "offices": offices_of(invited.person)}


def qr_of(person: Person, secret: str) -> dict[str, str]:
    url = factors().build_totp_url(person, secret)
    svg = base64.b64encode(factors().build_totp_svg(url).encode()).decode()
    return {"totp_url": url, "totp_svg_data_uri": f"data:image/svg+xml;base64,{svg}"}


def enter(request: HttpRequest, invited: Invitation, choose: Callable[[Person], Any]) -> HttpResponse:
    """Use the invitation and log in; of two at once only the first gets in."""
    try:
        accept(invited, choose)
    except Gone:
        return gone(request, found_again(invited))
    clear_totp_secret(request)
    person = Person.objects.get(pk=invited.person_id)
    get_adapter().login(request, person)
    record_authentication(request, person, "invitation", reauthenticated=True)
    get_adapter().post_login(
        request, person, email_verification="none", signal_kwargs=None, email=None, signup=False, redirect_url="/"
    )
    return redirect("invitation-accepted")


def found_again(invited: Invitation) -> Invitation:
    invited.refresh_from_db()
    return invited


def gone(request: HttpRequest, invited: Invitation | None) -> HttpResponse:
    """The link does not work (any more): why, and who can help."""
    return render(request, "accounts/invitation_gone.html", {"invited": invited}, status=410 if invited else 404)
