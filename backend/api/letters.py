"""Letters: every paper beside the decree, and certified copies of decrees."""

from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.generics import ListAPIView, RetrieveAPIView, get_object_or_404
from rest_framework.request import Request
from rest_framework.response import Response

from backend.access import acting_mandate, decrees_for, files_for, letters_for, mandates_of
from backend.api.decrees import PaperPart, StepPart, ladder
from backend.api.parsing import LARGEST
from backend.api.parts import FilePart, Id, Offered, Offering, OfficePart, PersonalRequest, RegionPart, checked
from backend.api.transitions import KEY, Transitions, key_of, made_once
from documents.problems import problems_of
from workflows.core.errors import BadValues
from workflows.core.models import File
from workflows.decrees.states import Signing
from workflows.letters.content import preview_of
from workflows.letters.copying import issue_copies
from workflows.letters.drafting import edit, start_letter
from workflows.letters.models import Letter, Party
from workflows.letters.states import COPIES, LetterKind, LetterState, Nature
from workflows.letters.writing import why_not
from workflows.organisation.models import Mandate, Person

WRITTEN = [(kind.value, kind.label) for kind in LetterKind if kind not in COPIES]
COPIED = [(kind.value, kind.label) for kind in COPIES]


class PartyPart(serializers.ModelSerializer):
    """Who signs; without an office on paper."""

    office = OfficePart(allow_null=True)

    class Meta:
        model = Party
        fields = ["order", "role", "office", "name", "lines"]


class LetterBrief(Offering, serializers.ModelSerializer):
    """`concerns` is the file of the decree or proposal that it is about."""

    id = serializers.IntegerField(source="pk")
    kind_label = serializers.CharField(source="get_kind_display")
    state_label = serializers.CharField(source="get_state_display")
    office = OfficePart()
    region = RegionPart(source="file.region")
    concerns = FilePart()
    file = FilePart()
    documents = PaperPart(source="file.documents", many=True)

    class Meta:
        model = Letter
        fields = ["id", "kind", "kind_label", "state", "state_label", "subject", "office", "region", "concerns", "row", "file",
                  "signing", "decided_on", "signed_on", "issue", "documents", "available_transitions"]  # fmt: skip


class LetterDetail(LetterBrief):
    """`fields` is what the drafter may change; `missing` what it lacks before it can be issued, by place."""

    parties = PartyPart(many=True)
    initials = serializers.SerializerMethodField()
    steps = StepPart(source="file.assignments", many=True)
    missing = serializers.SerializerMethodField()

    class Meta(LetterBrief.Meta):
        fields = [*LetterBrief.Meta.fields, "fields", "initials", "parties", "steps", "missing"]

    @extend_schema_field(OfficePart(many=True))
    def get_initials(self, letter: Letter) -> Any:
        """Whose *paraf* comes before the first signature, in order."""
        return OfficePart([one.office for one in letter.initials.all()], many=True).data

    @extend_schema_field(serializers.DictField(child=serializers.CharField()))
    def get_missing(self, letter: Letter) -> dict[str, str]:
        return problems_of(preview_of(letter)) if letter.state == LetterState.DRAFT else {}


class NewParty(serializers.Serializer):
    """An office of Siklus, or a name for the signature on paper."""

    role = serializers.CharField(max_length=100, allow_blank=True, default="")
    office = Id(required=False, allow_null=True)
    name = serializers.CharField(max_length=150, allow_blank=True, default="")
    lines = serializers.ListField(child=serializers.CharField(max_length=150), required=False, max_length=5)


class LetterFields(serializers.Serializer):
    subject = serializers.CharField(max_length=500, required=False)
    to = serializers.ListField(child=serializers.CharField(max_length=500), required=False, max_length=50)
    through = serializers.CharField(max_length=500, required=False, allow_blank=True)
    copies_to = serializers.ListField(child=serializers.CharField(max_length=500), required=False, max_length=50)
    nature = serializers.ChoiceField(Nature.choices, required=False)
    enclosures = serializers.CharField(max_length=500, required=False, allow_blank=True)
    body = serializers.DictField(required=False, help_text="What this kind says; a new draft shows its keys.")
    signing = serializers.ChoiceField(Signing.choices, required=False)
    initials = serializers.ListField(child=Id(), required=False, max_length=20, help_text="Offices whose paraf comes first.")
    parties = NewParty(many=True, required=False)
    mandate = Id(required=False, allow_null=True)


class NewLetter(LetterFields):
    kind = serializers.ChoiceField(WRITTEN)
    concerns = Id(help_text="The decree or proposal that it is about.")


class LetterEdit(LetterFields):
    version = serializers.IntegerField(min_value=0, max_value=LARGEST, help_text="The file's, as you saw it.")


class NewCopies(serializers.Serializer):
    kind = serializers.ChoiceField(COPIED)
    rows = serializers.ListField(
        child=Id(), required=False, min_length=1, max_length=1000,
        help_text="Of a petikan: these numbers of the list; else all without one.",
    )  # fmt: skip
    signing = serializers.ChoiceField(Signing.choices, required=False, help_text="As the decree was, unless said.")
    mandate = Id(required=False, allow_null=True)


class LetterQuery(serializers.Serializer):
    kind = serializers.ChoiceField(LetterKind.choices, required=False)
    state = serializers.ChoiceField(LetterState.choices, required=False)
    concerns = Id(required=False, help_text="The decree or proposal that they are about.")


def shown(mandates: list[Mandate]) -> QuerySet[Letter]:
    """With all that the serializers show."""
    related = letters_for(mandates).select_related(
        "office__region", "concerns__snapshot", "concerns__decree__issuer__region", "file__office", "file__region", "file__snapshot"
    )
    parts = ["file__documents", "parties__office__region", "initials__office__region"]
    return related.prefetch_related(*parts, Prefetch("file__assignments", ladder()))


class Letters(Offered, ListAPIView):
    """Letters that I may see, the newest first."""

    serializer_class, filter_query, keyset = LetterBrief, LetterQuery, ("-pk",)

    def get_queryset(self) -> QuerySet[Letter]:
        return shown(self.mandates).filter(**self.asked)

    @extend_schema(parameters=[LetterQuery])
    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return super().get(request, *args, **kwargs)

    @extend_schema(request=NewLetter, responses={201: LetterDetail}, parameters=[KEY])
    def post(self, request: PersonalRequest) -> Response:
        """Start a draft in my office about a decree or proposal; what is not given begins with what is known."""
        given = checked(NewLetter, request)
        about = files_for(self.mandates).select_related("region", "snapshot").filter(pk=given.pop("concerns")).first()
        if about is None:
            raise BadValues({"concerns": _("Keputusan atau usulan ini tidak ada, atau di luar wilayah Anda.")})
        by = writing_mandate(request.user, given["kind"], about, given.pop("mandate", None))
        made = made_once(request, lambda: start_letter(about=about, by=by, **given).pk)
        return Response(self.represented(shown(self.mandates).get(pk=made), LetterDetail), 201)


def writing_mandate(person: Person, kind: str, about: File, chosen: int | None) -> Mandate:
    """The mandate for a new letter: the `chosen` one, else one whose office writes this kind, else the nearest."""
    if chosen is None:
        for by in mandates_of(person):
            if not why_not(LetterKind(kind), about, by):
                return by
    return acting_mandate(person, about, chosen)


class OneLetter(Offered, RetrieveAPIView):
    serializer_class = LetterDetail

    def get_queryset(self) -> QuerySet[Letter]:
        return shown(self.mandates)

    @extend_schema(request=LetterEdit, responses=LetterDetail)
    def patch(self, request: PersonalRequest, pk: int) -> Response:
        """Change a draft. What is left out stays; `body`, `initials` and `parties` are replaced as a whole."""
        letter, given = self.get_object(), checked(LetterEdit, request)
        edit(letter, acting_mandate(request.user, letter, given.pop("mandate", None)), **given)
        return Response(self.represented(self.get_object(), LetterDetail))


class LetterTransitions(Transitions):
    def subjects(self) -> QuerySet[Letter]:
        return letters_for(self.mandates).select_related("file")


class DecreeCopies(Offered):
    serializer_class = LetterBrief

    def get_queryset(self) -> QuerySet[Letter]:
        return shown(self.mandates)

    @extend_schema(request=NewCopies, responses={201: LetterBrief(many=True)}, parameters=[KEY])
    def post(self, request: PersonalRequest, pk: int) -> Response:
        """Make and issue certified copies of a decree: one *salinan*, or a *petikan* for each listed village."""
        decree = get_object_or_404(decrees_for(self.mandates).select_related("file__region", "file__snapshot"), pk=pk)
        given = checked(NewCopies, request)
        by = writing_mandate(request.user, given["kind"], decree.file, given.get("mandate"))
        made = issue_copies(
            decree, given["kind"], by, given.get("rows"), signing=given.get("signing", ""), key=key_of(request) or "",
        )
        copies = list(self.get_queryset().filter(pk__in=made.values("pk")).order_by("pk"))
        return Response(self.get_serializer(copies, many=True).data, 201)
