"""The journal: one entry per act, naming every object that it touched."""

from typing import Any

from django.db.models import Count, Exists, IntegerField, OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.functions import Coalesce
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.generics import ListAPIView

from backend.access import journal_for
from backend.api.parts import Id, OfficePart, PersonPart, Scoped
from backend.words import label_of_act
from workflows.core.models import JournalEntry, JournalSubject

SHOWN = 200


class ObjectPart(serializers.ModelSerializer):
    class Meta:
        model = JournalSubject
        fields = ["kind", "object_id", "file_id", "from_state", "to_state", "version"]


class Entry(serializers.ModelSerializer):
    label: Any = serializers.SerializerMethodField()  # `Any`: the base class has an attribute of that name itself
    person = PersonPart()
    office = OfficePart()
    capacity = serializers.CharField(source="mandate.capacity")
    objects = ObjectPart(source="first_subjects", many=True, help_text=f"The first {SHOWN}.")
    object_count = serializers.IntegerField()

    class Meta:
        model = JournalEntry
        fields = ["id", "at", "on", "act", "label", "person", "office", "capacity", "reason", "read", "values",
                  "object_count", "objects"]  # fmt: skip

    def get_label(self, entry: JournalEntry) -> str:
        return label_of_act(entry.act)


def shown(entries: QuerySet[JournalEntry]) -> QuerySet[JournalEntry]:
    """With all that `Entry` shows, in three queries."""
    subjects = JournalSubject.objects.filter(entry=OuterRef("pk")).order_by().values("entry")
    count = Coalesce(Subquery(subjects.annotate(n=Count("pk")).values("n")), 0, output_field=IntegerField())
    first = Prefetch("subjects", JournalSubject.objects.order_by("pk")[:SHOWN], to_attr="first_subjects")
    return entries.select_related("person", "office", "mandate").prefetch_related(first).annotate(object_count=count)


def as_shown(entries: list[JournalEntry]) -> list[dict[str, Any]]:
    """Entries that an act or a conflict names, oldest first."""
    found = shown(JournalEntry.objects.filter(pk__in=[entry.pk for entry in entries])).order_by("pk")
    return list(Entry(found, many=True).data)


class JournalQuery(serializers.Serializer):
    file = Id(required=False)
    village = Id(required=False, help_text="As in /api/villages/.")
    act = serializers.CharField(required=False, max_length=80, help_text="routes.Assignment.approve")
    since = serializers.DateField(required=False, help_text="Business date, from.")
    until = serializers.DateField(required=False, help_text="Business date, through.")


@extend_schema(parameters=[JournalQuery])
class Journal(Scoped, ListAPIView):
    """Newest first."""

    serializer_class, filter_query, keyset = Entry, JournalQuery, ("-pk",)

    def get_queryset(self) -> QuerySet[JournalEntry]:
        entries = journal_for(self.mandates)
        about = {"file": "file_id", "village": "object_id"}
        for name in about.keys() & self.asked.keys():
            subjects = JournalSubject.objects.filter(entry=OuterRef("pk"), **{about[name]: self.asked[name]})
            entries = entries.filter(Exists(subjects.filter(kind="kampungkb") if name == "village" else subjects))
        plain = {"act": "act", "since": "on__gte", "until": "on__lte"}
        return shown(entries.filter(**{plain[name]: self.asked[name] for name in plain.keys() & self.asked.keys()}))
