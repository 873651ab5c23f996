"""The small parts that several resources show, and the base of their views."""

from collections.abc import Sequence
from typing import Any

from django.utils.functional import cached_property
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.generics import GenericAPIView
from rest_framework.request import Request

from backend.access import mandates_of
from backend.acts import Act, Offer, offers
from backend.api.errors import listed
from backend.api.paging import Keyset
from backend.api.parsing import LARGEST
from workflows.core.models import File
from workflows.organisation.models import Mandate, Office, Person, Region

JSON_TYPES = {str: "string", int: "integer", list: "array", dict: "object"}


class Id(serializers.IntegerField):
    """The id of a row, as large as the database's."""

    def __init__(self, **given: Any) -> None:
        super().__init__(min_value=1, max_value=LARGEST, **given)


class PersonPart(serializers.ModelSerializer):
    class Meta:
        model = Person
        fields = ["id", "full_name"]


class OfficePart(serializers.ModelSerializer):
    class Meta:
        model = Office
        fields = ["id", "label", "role"]


class RegionPart(serializers.ModelSerializer):
    class Meta:
        model = Region
        fields = ["id", "name", "level", "kind"]


class MandatePart(serializers.ModelSerializer):
    office = OfficePart()
    acts_for = OfficePart(allow_null=True)

    class Meta:
        model = Mandate
        fields = ["id", "office", "capacity", "acts_for", "since", "until"]


@extend_schema_field({"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"})
class LocalTime(serializers.TimeField):
    """`08:30` by the clock on the wall; the schema's own format of times wants an offset."""

    def __init__(self, **given: Any):
        super().__init__(format="%H:%M", **given)


class FilePart(serializers.ModelSerializer):
    """A subject's file: send `version` and `read` back with an act."""

    read = serializers.CharField(source="snapshot.sha256", default=None, allow_null=True,
                                 help_text="SHA-256 of the text that stands; null where nothing stands to be read.")  # fmt: skip

    class Meta:
        model = File
        fields = ["id", "kind", "title", "version", "read", "example"]


class ProblemPart(serializers.Serializer):
    """One thing in the way: which row, by which rule, in words for the user, and who can solve it."""

    object_id = serializers.IntegerField()
    kind = serializers.CharField()
    rule = serializers.CharField()
    words = serializers.CharField()
    solved_by = serializers.CharField()


class ValuePart(serializers.Serializer):
    name = serializers.CharField()
    type = serializers.ChoiceField(choices=sorted(JSON_TYPES.values()))
    required: Any = serializers.BooleanField()  # `Any`: fields have an attribute of that name themselves


class OfferPart(serializers.Serializer):
    """An act that fits the state. `problems` is empty when it is possible; `needs` what the request must bring."""

    name = serializers.CharField()
    label: Any = serializers.CharField()  # as `required`
    values = ValuePart(many=True)
    needs = serializers.ListField(child=serializers.CharField())
    problems = ProblemPart(many=True)


def shown(offer: Offer) -> dict[str, Any]:
    act = offer.act
    return {
        "name": act.name, "label": act.label, "values": values_of(act), "needs": offer.needs,
        "problems": listed(offer.problems),
    }  # fmt: skip


def values_of(act: Act) -> list[dict[str, Any]]:
    """What the act takes: name, JSON type, and whether it must be given."""
    return [
        {"name": name, "type": JSON_TYPES[kind], "required": name in act.takes}
        for name, kind in (act.takes | act.may_take).items()
    ]


class Offering(serializers.Serializer):
    """A subject that people act on; the view puts the offers for the whole page into the context."""

    available_transitions = serializers.SerializerMethodField()

    @extend_schema_field(OfferPart(many=True))
    def get_available_transitions(self, subject: Any) -> list[dict[str, Any]]:
        return [shown(offer) for offer in self.context["offers"][subject.pk]]


class PersonalRequest(Request):
    """A request of somebody who has logged in; the views' permissions let in nobody else."""

    user: Person


class Scoped(GenericAPIView):
    """A view of what the person's mandates reach."""

    request: PersonalRequest
    pagination_class = Keyset
    filter_query: type[serializers.Serializer] | None = None

    @cached_property
    def mandates(self) -> list[Mandate]:
        """Today's; none while the schema is being drawn."""
        return [] if getattr(self, "swagger_fake_view", False) else mandates_of(self.request.user)

    @cached_property
    def asked(self) -> dict[str, Any]:
        """The query, checked by `filter_query`."""
        if self.filter_query is None or getattr(self, "swagger_fake_view", False):
            return {}
        query = self.filter_query(data=self.request.query_params)
        query.is_valid(raise_exception=True)
        return query.validated_data


class Offered(Scoped):
    """Its subjects are shown with what the person is offered on them."""

    def get_serializer(self, subjects: Any = (), many: bool = False, **given: Any) -> Any:
        """Without subjects (when the schema is drawn) nothing is offered."""
        return self._offering(self.get_serializer_class(), subjects, many)

    def represented(self, subject: Any, serializer: type[Offering]) -> dict[str, Any]:
        """One subject as another serializer shows it."""
        return self._offering(serializer, subject).data

    def _offering(self, serializer: type[Any], subjects: Any, many: bool = False) -> Any:
        rows: Sequence[Any] = subjects if many or subjects == () else [subjects]
        context = {**self.get_serializer_context(), "offers": offers(rows, self.request.user)}
        return serializer(subjects, many=many, context=context)


def checked(serializer: type[serializers.Serializer], request: Request) -> dict[str, Any]:
    """The body, checked."""
    asked = serializer(data=request.data)
    asked.is_valid(raise_exception=True)
    return asked.validated_data
