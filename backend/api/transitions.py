"""Acting adds a line to the story: GET reads it, POST writes the next line."""

from collections.abc import Callable
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.generics import ListAPIView, get_object_or_404
from rest_framework.request import Request
from rest_framework.response import Response

from backend.acts import LONGEST_REASON, act_on, act_on_all
from backend.api.errors import document, listed
from backend.api.journal import Entry, as_shown, shown
from backend.api.parsing import LARGEST, storable
from backend.api.parts import Id, PersonalRequest, Scoped, checked
from workflows.core.errors import Problem
from workflows.core.models import JournalEntry, JournalSubject
from workflows.core.naming import kind_of
from workflows.routes.drafts import drafted_once

KEY = OpenApiParameter(
    "Idempotency-Key", str, OpenApiParameter.HEADER,
    description="At most 100 characters; the same key and body is one act, or one new thing.",
)  # fmt: skip


class ActAsked(serializers.Serializer):
    """One act. `version` and `read` as in the subject's `file`; `mandate` one of yours, where several would fit."""

    name = serializers.CharField(max_length=40)
    version = serializers.IntegerField(required=False, allow_null=True, default=None, min_value=0, max_value=LARGEST)
    read = serializers.CharField(required=False, allow_blank=True, default="", max_length=64)
    reason = serializers.CharField(required=False, allow_blank=True, default="", max_length=LONGEST_REASON)
    values = serializers.DictField(required=False, default=dict)
    mandate = Id(required=False, allow_null=True, default=None)


class ActsAsked(ActAsked):
    """The same act on several: all or none."""

    ids = serializers.ListField(child=Id(), min_length=1, max_length=500)


class Transitions(Scoped, ListAPIView):
    """The story of one subject. Subclasses say which `subjects()` the person may see."""

    serializer_class, keyset = Entry, ("pk",)
    value_serializers: dict[str, type[serializers.Serializer]] = {}

    def subjects(self) -> QuerySet:
        raise NotImplementedError

    def subject(self) -> Any:
        return get_object_or_404(self.subjects(), pk=self.kwargs["pk"])

    def get_queryset(self) -> QuerySet[JournalEntry]:
        """The acts that touched the subject; what stands under a file's own key tells the story of the whole file."""
        subject = self.subject()
        mine = JournalSubject.objects.filter(entry=OuterRef("pk"))
        if getattr(subject, "file_id", None) == subject.pk:
            return shown(JournalEntry.objects.filter(Exists(mine.filter(file_id=subject.pk))))
        return shown(
            JournalEntry.objects.filter(Exists(mine.filter(kind=kind_of(type(subject)), object_id=subject.pk)))
        )

    @extend_schema(request=ActAsked, responses={201: Entry}, parameters=[KEY])
    def post(self, request: PersonalRequest, pk: int) -> Response:
        subject, asked = self.subject(), checked(ActAsked, request)
        self.check_values(asked)
        return Response(told(act_on(request.user, subject, key=key_of(request), **asked)), 201)

    def check_values(self, asked: dict[str, Any]) -> None:
        """Values that are objects with fields of their own."""
        for name in self.value_serializers.keys() & asked["values"].keys():
            inner = self.value_serializers[name](data=asked["values"][name])
            if not inner.is_valid():
                raise ValidationError({name: inner.errors})


class BatchTransitions(Scoped):
    """One act on several tasks: all or none, with the problems of each on refusal."""

    serializer_class = ActsAsked

    def subjects(self) -> QuerySet:
        raise NotImplementedError

    @extend_schema(operation_id="tasks_batch", request=ActsAsked, responses={201: Entry}, parameters=[KEY])
    def post(self, request: PersonalRequest) -> Response:
        asked = checked(ActsAsked, request)
        ids = sorted(set(asked.pop("ids")))
        found = self.subjects().in_bulk(ids)
        if missing := [key for key in ids if key not in found]:
            return nowhere(missing)
        return Response(told(act_on_all(request.user, list(found.values()), key=key_of(request), **asked)), 201)


def nowhere(missing: list[int]) -> Response:
    """What is foreign is named in the very words of what does not exist."""
    words = _("Tidak ada, atau di luar wilayah Anda.")
    return document(404, words, problems=listed([Problem(key, "assignment", "not_found", words) for key in missing]))


def key_of(request: Request) -> str | None:
    key = request.headers.get("Idempotency-Key")
    if key is not None and not (0 < len(key) <= 100 and storable(key)):
        raise ValidationError({"Idempotency-Key": _("Kunci berisi 1 sampai 100 tanda.")})
    return key


def made_once(request: PersonalRequest, make: Callable[[], int], body: Any = None) -> int:
    """The id of what `make` creates, or of what a request with the same key created. Raises `KeyReused`.

    `body` stands for what is no JSON.
    """
    return drafted_once(key_of(request) or "", request.user, make, [request.path, request.data if body is None else body])


def told(entry: JournalEntry) -> dict[str, Any]:
    return as_shown([entry])[0]
