"""Changing a decree in force by a linked draft, and what it says after all its changes."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from backend.access import acting_mandate
from backend.api.decrees import DecreeDetail, OneDecree, detailed
from backend.api.drafting import MOST_ROWS, NewRow, villages
from backend.api.parts import Id, PersonalRequest, RegionPart, checked
from backend.api.transitions import KEY, made_once
from workflows.core.clock import today
from workflows.decrees.changing import TAKEN, Chosen, start_change
from workflows.decrees.consolidated import consolidated
from workflows.decrees.states import Defect
from workflows.organisation.models import Person


class Correction(serializers.Serializer):
    village = Id()
    name = serializers.CharField(max_length=150)


class ClauseChange(serializers.Serializer):
    clause = serializers.IntegerField(min_value=1, max_value=200)
    text = serializers.CharField(max_length=10_000, allow_blank=True, help_text="Empty: removed.")


class NewChange(serializers.Serializer):
    """`take`: villages that the decree lists; none means all of them, save in an amendment, where they are struck."""

    kind = serializers.ChoiceField([str(kind) for kind in TAKEN])
    take = serializers.ListField(child=Id(), required=False, max_length=MOST_ROWS)
    add = serializers.ListField(child=NewRow(), required=False, max_length=MOST_ROWS)
    correct = Correction(many=True, required=False)
    clauses = ClauseChange(many=True, required=False)
    effective_on = serializers.DateField(required=False, allow_null=True)
    expires_on = serializers.DateField(required=False, allow_null=True)
    retroactive = serializers.BooleanField(required=False)
    grounds = serializers.CharField(required=False, max_length=500)
    defect = serializers.ChoiceField(Defect.choices, required=False)
    mandate = Id(required=False, allow_null=True)


def chosen(given: dict[str, Any]) -> Chosen:
    """Raises `BadValues` naming each added village that is not known."""
    added = given.pop("add", [])
    names = {one["village"]: one["name"] for one in given.pop("correct", [])}
    clauses = {one["clause"]: one["text"] for one in given.pop("clauses", [])}
    rows = zip(villages(added), (row["data"] for row in added), strict=True)
    return Chosen(given.pop("kind"), add=list(rows), correct=names, clauses=clauses, **given)


class Moment(serializers.Serializer):
    on = serializers.DateField(required=False, help_text="Valid on this date; today if left out.")
    known_on = serializers.DateTimeField(required=False, help_text="As the register stood at this instant; now if left out.")


class ListedPart(serializers.Serializer):
    village = serializers.IntegerField(source="row.kampung_id")
    row = serializers.IntegerField(source="number", help_text="Its lasting number in the list.")
    region = RegionPart(source="row.kampung.region")
    name = serializers.CharField()
    since = serializers.DateField()
    suspended = serializers.BooleanField()
    decree = serializers.IntegerField(source="source.pk", help_text="The decree that lists it: this one or an amendment.")
    number = serializers.JSONField(source="source.issue.number")


class ClausePart(serializers.Serializer):
    number = serializers.IntegerField()
    text = serializers.CharField(allow_blank=True)
    decree = serializers.IntegerField(source="source.pk")


class ConsolidatedPart(serializers.Serializer):
    """What holds after all amendments. For reading: the official texts are the decrees themselves."""

    rows = ListedPart(many=True)
    clauses = ClausePart(many=True)


class Changes(OneDecree):
    http_method_names = ["post"]

    @extend_schema(request=NewChange, responses={201: DecreeDetail}, parameters=[KEY])
    def post(self, request: PersonalRequest, pk: int) -> Response:
        """Start a linked draft that amends, revokes, annuls or suspends this decree, with proposed words."""
        decree, given = self.get_object(), checked(NewChange, request)
        made = made_once(request, lambda: begin(request.user, decree, given).pk)
        return Response(self.represented(detailed(self.mandates).get(pk=made), DecreeDetail), 201)


def begin(person: Person, decree: Any, given: dict[str, Any]) -> Any:
    by = acting_mandate(person, decree, given.pop("mandate", None))
    return start_change(decree, by, chosen(given))


class ConsolidatedDecree(OneDecree):
    http_method_names = ["get"]

    @extend_schema(parameters=[Moment], responses=ConsolidatedPart)
    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Rows and clauses valid on a date, as known at an instant, each with the decree that it comes from."""
        asked, decree = Moment(data=request.query_params), self.get_object()
        asked.is_valid(raise_exception=True)
        day = asked.validated_data.get("on") or today(decree.file.zone)
        return Response(ConsolidatedPart(consolidated(decree, day, asked.validated_data.get("known_on"))).data)
