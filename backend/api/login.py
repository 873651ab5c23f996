"""A token for programs; people use the pages' session."""

import hashlib
from datetime import timedelta

from django.conf import settings
from django.contrib.auth import authenticate
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.permissions import AllowAny, BasePermission, IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import BaseThrottle, SimpleRateThrottle
from rest_framework.views import APIView

from backend.accounts.factors import code_is_right, has_second_factor
from backend.accounts.keys import make_key
from backend.accounts.models import Key, Scope
from backend.accounts.names import username_for
from backend.api.parts import PersonalRequest
from workflows.organisation.models import Person

LASTS = timedelta(seconds=settings.SESSION_COOKIE_AGE)


class Credentials(serializers.Serializer):
    """`code`: the six digits of whoever has a second factor."""

    username = serializers.CharField(max_length=150)
    password = serializers.CharField(max_length=200, trim_whitespace=False, write_only=True)
    code = serializers.CharField(max_length=20, required=False, default="", allow_blank=True, write_only=True)


class TokenPart(serializers.Serializer):
    token = serializers.CharField()


class LoginThrottle(SimpleRateThrottle):
    """Counts per address and name together, so that a stranger cannot lock an official out."""

    scope = "login"

    def get_cache_key(self, request: Request, view: APIView) -> str:
        name = request.data.get("username") if isinstance(request.data, dict) else ""
        who = f"{self.get_ident(request)} {name}"
        ident = hashlib.sha256(who.encode()).hexdigest()
        return self.cache_format % {"scope": self.scope, "ident": ident}


class Login(APIView):
    serializer_class = Credentials

    def get_permissions(self) -> list[BasePermission]:
        return [AllowAny() if self.request.method == "POST" else IsAuthenticated()]

    def get_throttles(self) -> list[BaseThrottle]:
        return [LoginThrottle()] if self.request.method == "POST" else super().get_throttles()

    @extend_schema(request=Credentials, responses={201: TokenPart}, auth=[])
    def post(self, request: Request) -> Response:
        """Get a token for twelve hours: send it as `Authorization: Token …`."""
        given = Credentials(data=request.data)
        given.is_valid(raise_exception=True)
        asked = given.validated_data
        person = authenticate(request, username=username_for(asked["username"]), password=asked["password"])
        if not isinstance(person, Person):
            raise AuthenticationFailed(_("Nama pengguna atau kata sandi salah."))
        if has_second_factor(person) and not code_is_right(person, asked["code"]):
            raise AuthenticationFailed(
                _(
                    "Akun ini dijaga pengaman kedua: kirim juga “code”, enam angka dari aplikasi kode, atau buat Kunci API."
                )
            )
        return Response({"token": make_key(person, _("Masuk lewat API"), Scope.ACT, LASTS)}, 201)

    @extend_schema(responses={204: None})
    def delete(self, request: PersonalRequest) -> Response:
        """Revoke the token that this request came with."""
        if isinstance(request.auth, Key):
            request.user.keys.filter(pk=request.auth.pk).end()
        return Response(status=204)
