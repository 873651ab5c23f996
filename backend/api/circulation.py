"""Where a decree's papers went: to which villages, and on which sheets its originals are."""

from django.db.models import QuerySet
from django.utils.functional import cached_property
from rest_framework import serializers
from rest_framework.generics import ListAPIView, get_object_or_404

from backend.access import decrees_for, scope_of
from backend.api.parts import RegionPart, Scoped
from workflows.decrees.models import Conveyance, Decree, PrintedOriginal


class ConveyancePart(serializers.ModelSerializer):
    """One conveyance to a village; `row` is its number in the list. The last one of a row counts."""

    row = serializers.IntegerField(source="row.order")
    region = RegionPart(source="row.kampung.region")

    class Meta:
        model = Conveyance
        fields = ["id", "row", "region", "conveyed_on", "channel", "receiver", "note", "proof"]


class OriginalPart(serializers.ModelSerializer):
    class Meta:
        model = PrintedOriginal
        fields = ["id", "copy", "serial", "printed_on"]


class OfDecree(Scoped, ListAPIView):
    keyset = ("pk",)

    @cached_property
    def decree(self) -> Decree:
        return get_object_or_404(decrees_for(self.mandates), pk=self.kwargs["pk"])


class Conveyances(OfDecree):
    """Who received the decree, of the villages in my territory. The act *convey* adds to it."""

    serializer_class = ConveyancePart

    def get_queryset(self) -> QuerySet[Conveyance]:
        if getattr(self, "swagger_fake_view", False):
            return Conveyance.objects.none()
        here = scope_of(self.mandates).within("row__kampung__region__")
        return Conveyance.objects.filter(here, row__decree=self.decree).select_related("row__kampung__region")


class Originals(OfDecree):
    """The originals on special paper. The act *record_serials* adds to it."""

    serializer_class = OriginalPart

    def get_queryset(self) -> QuerySet[PrintedOriginal]:
        if getattr(self, "swagger_fake_view", False):
            return PrintedOriginal.objects.none()
        return PrintedOriginal.objects.filter(decree=self.decree)
