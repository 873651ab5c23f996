"""A token for programs; people use the pages' session."""

import hashlib

from django.contrib.auth import authenticate
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.authtoken.models import Token
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.permissions import AllowAny, BasePermission, IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import BaseThrottle, SimpleRateThrottle
from rest_framework.views import APIView

from backend.api.parts import PersonalRequest


class Credentials(serializers.Serializer):
    username = serializers.CharField(max_length=150)
    password = serializers.CharField(max_length=200, trim_whitespace=False, write_only=True)


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
        """Get a token: send it as `Authorization: Token …`."""
        given = Credentials(data=request.data)
        given.is_valid(raise_exception=True)
        person = authenticate(request, **given.validated_data)
        if person is None:
            raise AuthenticationFailed(_("Nama pengguna atau kata sandi salah."))
        return Response({"token": Token.objects.get_or_create(user=person)[0].key}, 201)

    @extend_schema(responses={204: None})
    def delete(self, request: PersonalRequest) -> Response:
        """Revoke my token."""
        Token.objects.filter(user=request.user).delete()
        return Response(status=204)
