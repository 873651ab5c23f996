"""Who sits in a rakor: read and noted one by one."""

from django.db.models import QuerySet
from rest_framework import serializers
from rest_framework.generics import ListAPIView

from backend.access import rakors_for, scope_of
from backend.api.parts import LocalTime, Offering, OfficePart
from backend.api.rakors import OfARakor
from backend.api.transitions import Transitions
from workflows.meetings.models import Seat


class SeatPart(Offering, serializers.ModelSerializer):
    """`proxy`: who came in whose stead; times are local."""

    office = OfficePart(allow_null=True)
    arrived = LocalTime(allow_null=True)
    left = LocalTime(allow_null=True)
    state_label = serializers.CharField(source="get_state_display")

    class Meta:
        model = Seat
        fields = ["id", "number", "group", "office", "name", "proxy", "arrived", "left", "how", "state", "state_label",
                  "available_transitions"]  # fmt: skip


class Seats(OfARakor, ListAPIView):
    """The list of attendance by name: all of it for the organiser, for everybody else the own office's seat."""

    serializer_class, keyset = SeatPart, ("pk",)

    def get_queryset(self) -> QuerySet[Seat]:
        if self.is_drawn:
            return Seat.objects.none()
        found = self.rakor.seats.select_related("office", "file__region").order_by("pk")
        return found if self.organises else found.filter(office__in=scope_of(self.mandates).offices)


class SeatTransitions(Transitions):
    """Arrive, leave, undo a slip."""

    def subjects(self) -> QuerySet[Seat]:
        return Seat.objects.filter(rakor__in=rakors_for(self.mandates)).select_related("file__region")
