"""Logging in through the district's own identity provider (OpenID Connect): it vouches for people we already know."""

import re
from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.db.models import F, Func, Value
from django.http import HttpRequest
from django.shortcuts import render

from workflows.organisation.models import Person


class SingleSignOn(DefaultSocialAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """The first time the provider's account is bound to the one person whom its claim names."""
        if sociallogin.is_existing:
            return
        person = person_of(claims_of(sociallogin.account.extra_data))
        if person is None:
            raise ImmediateHttpResponse(render(request, "socialaccount/authentication_error.html", status=403))
        sociallogin.connect(request, person)


def claims_of(told: dict[str, Any]) -> dict[str, Any]:
    return {**told.get("id_token", {}), **told.get("userinfo", {})}


def person_of(claims: dict[str, Any]) -> Person | None:
    """The one active person whom SIKLUS_OIDC_CLAIM names: by an e-mail that the provider verified, else by the NIP."""
    said = str(claims.get(settings.OIDC_CLAIM) or "")
    people = Person.objects.filter(is_active=True, is_superuser=False)
    if settings.OIDC_CLAIM == "email":
        found = people.filter(email__iexact=said) if said and claims.get("email_verified") is True else people.none()
    else:
        digits = re.sub(r"\D", "", said)
        bare = Func(F("nip"), Value(r"\D"), Value(""), Value("g"), function="regexp_replace")
        found = people.annotate(bare=bare).filter(bare=digits) if len(digits) == 18 else people.none()
    known = list(found[:2])
    return known[0] if len(known) == 1 else None
