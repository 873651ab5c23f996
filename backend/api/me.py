"""Who I am today."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from backend.api.parts import MandatePart, Scoped
from workflows.organisation.models import Person


class Me(serializers.ModelSerializer):
    mandates = serializers.SerializerMethodField()

    class Meta:
        model = Person
        fields = ["id", "username", "full_name", "mandates"]

    @extend_schema(responses=MandatePart(many=True))
    def get_mandates(self, person: Person) -> list[Any]:
        return list(MandatePart(self.context["mandates"], many=True).data)


class MyMandates(Scoped):
    """The person, and the mandates held today."""

    serializer_class = Me

    def get(self, request: Request) -> Response:
        return Response(Me(request.user, context={"mandates": self.mandates}).data)
