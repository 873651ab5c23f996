"""Who sits in a rakor: read and noted one by one."""

from django.db.models import QuerySet
from rest_framework import serializers
from rest_framework.generics import ListAPIView

from backend.access import rakors_for, scope_of
from backend.api.parts import LocalTime, Offering, OfficePart
from backend.api.rakors import OfARakor
from backend.api.transitions import Transitions
from workflows.meetings.models import Seat
from workflows.meetings.states import Answer


class SeatPart(Offering, serializers.ModelSerializer):
    """`proxy`: who came in whose stead; times are local.

    `answer` is what was said before the day, for the day `answered_for`: it counts (`expected`) while the rakor is on that day.
    `stand_in` is the proxy announced, `excuse` why one cannot come, `answered_by` whose word or note it is.
    """

    office = OfficePart(allow_null=True)
    arrived = LocalTime(allow_null=True)
    left = LocalTime(allow_null=True)
    state_label = serializers.CharField(source="get_state_display")
    answer = serializers.ChoiceField(Answer.choices, allow_blank=True)
    expected = serializers.ChoiceField(Answer.choices, allow_blank=True)
    answered_by = OfficePart(source="answered_by.office", default=None, allow_null=True)

    class Meta:
        model = Seat
        fields = ["id", "number", "group", "office", "name", "proxy", "arrived", "left", "how", "state", "state_label",
                  "answer", "expected", "stand_in", "excuse", "answered_for", "answered_by",
                  "available_transitions"]  # fmt: skip


class Seats(OfARakor, ListAPIView):
    """The list of attendance by name: all of it for the organiser, for everybody else the own office's seat."""

    serializer_class, keyset = SeatPart, ("pk",)

    def get_queryset(self) -> QuerySet[Seat]:
        if self.is_drawn:
            return Seat.objects.none()
        found = self.rakor.seats.select_related("office", "file__region", "answered_by__office").order_by("pk")
        return found if self.organises else found.filter(office__in=scope_of(self.mandates).offices)


class SeatTransitions(Transitions):
    """Answer the invitation (`held_on` is the day one has seen) or take that back; arrive, leave, undo a slip."""

    def subjects(self) -> QuerySet[Seat]:
        return Seat.objects.filter(rakor__in=rakors_for(self.mandates)).select_related("file__region")
