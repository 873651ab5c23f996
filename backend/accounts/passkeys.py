"""Passkeys: every one of them also opens the door without a password, so each asks for finger, face or PIN."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal.auth import begin_registration
from allauth.mfa.webauthn.views import AddWebAuthnView, edit_webauthn, remove_webauthn
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404


class AddPasskey(AddWebAuthnView):
    def get_context_data(self, **given: Any) -> dict[str, Any]:
        """The device is asked to keep the key by itself and to make sure who holds it."""
        user: Any = self.request.user
        return super().get_context_data(**given) | {"js_data": {"creation_options": begin_registration(user, True)}}


def own(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """For the holder of a passkey; to everybody else it does not exist, even before they prove who they are."""

    @login_required
    @wraps(view)
    def inner(request: HttpRequest, pk: int) -> HttpResponseBase:
        get_object_or_404(Authenticator, user=request.user, type=Authenticator.Type.WEBAUTHN, pk=pk)
        return view(request, pk=pk)

    return inner


add_passkey = AddPasskey.as_view()
rename_passkey = own(edit_webauthn)
remove_passkey = own(remove_webauthn)
