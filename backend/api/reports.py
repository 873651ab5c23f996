"""What villages report: drafts that are filled in, sent, corrected and merged."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.generics import ListAPIView, RetrieveAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from backend.access import acting_mandate, drafting_mandate, reports_for, villages_for
from backend.api.parsing import LARGEST
from backend.api.parts import Id, Offered, Offering, OfficePart, PersonalRequest, PersonPart, RegionPart, checked
from backend.api.transitions import KEY, Transitions, made_once
from workflows.core.errors import BadValues
from workflows.organisation.models import Mandate, Region
from workflows.organisation.models.region import within
from workflows.reports.drafting import save_report, start_report
from workflows.reports.models import Report
from workflows.reports.sending import faults_of
from workflows.reports.shipped import newest
from workflows.reports.states import Channel, ReportState
from workflows.villages.models import KampungKB

FORMS = [(form.code, form.title) for form in newest().values()]


class ReportBrief(Offering, serializers.ModelSerializer):
    """`standing`: it counts. `conflicting`: it was sent although another one counts, and waits to be merged."""

    village = serializers.IntegerField(source="kampung_id")
    region = RegionPart()
    form_title = serializers.CharField(source="definition.title")
    period_words = serializers.CharField()
    state_label = serializers.CharField(source="get_state_display")
    conflicting = serializers.BooleanField()
    office = OfficePart()
    reporter = PersonPart(allow_null=True)
    entered_by = PersonPart()

    class Meta:
        model = Report
        fields = ["id", "village", "region", "form", "form_version", "form_title", "period", "period_words", "occasion", "channel",
                  "state", "state_label", "standing", "conflicting", "reporter", "reported_by", "reported_on", "first_reported_on",
                  "office", "entered_by", "entered_on", "version", "available_transitions"]  # fmt: skip


class ReportDetail(ReportBrief):
    """`told_from`: where each figure comes from. `kept`: which report each figure that differed was taken from. `faults`: what
    stands in the way of sending a draft, by figure. `aims`: the version of the list of *sasaran* that it was begun with; `choices`:
    what each figure that is chosen may be, by key; a draft is offered only what its village can have.
    """

    figures = serializers.DictField()
    told_from = serializers.DictField(child=serializers.CharField())
    kept = serializers.DictField(child=serializers.IntegerField())
    choices = serializers.SerializerMethodField()
    faults = serializers.SerializerMethodField()

    class Meta(ReportBrief.Meta):
        fields = [*ReportBrief.Meta.fields, "aims", "choices", "figures", "told_from", "kept", "replaces", "merges", "faults"]

    @extend_schema_field(serializers.DictField(child=serializers.DictField(child=serializers.CharField())))
    def get_choices(self, report: Report) -> dict[str, Any]:
        form = report.offered if report.state == ReportState.DRAFT else report.definition
        return {field.key: field.choices for field in form.fields if field.choices}

    @extend_schema_field(serializers.DictField(child=serializers.CharField()))
    def get_faults(self, report: Report) -> dict[str, str]:
        return faults_of(report, report.offered, report.figures) if report.state == ReportState.DRAFT else {}


class ReportFields(serializers.Serializer):
    """The last three are of reports from paper alone."""

    figures = serializers.DictField(required=False, help_text="By key; null takes one away. The others stay.")
    sources = serializers.DictField(child=serializers.CharField(), required=False, help_text="By key, where not the usual one.")
    reporter = Id(required=False, allow_null=True, help_text="Who told it on paper, if Siklus knows the person.")
    reported_by = serializers.CharField(required=False, max_length=200, help_text="Post and name as on the paper.")
    reported_on = serializers.CharField(required=False, max_length=10, help_text="2024-05-06, as on the paper.")
    mandate = Id(required=False, allow_null=True)


class NewReport(ReportFields):
    village = Id(help_text="As in /api/villages/.")
    form = serializers.ChoiceField(FORMS)
    day = serializers.DateField(help_text="Any day of the month or year that it tells of; of an activity, its day.")
    channel = serializers.ChoiceField(Channel.choices, default=Channel.APP)


class ReportEdit(ReportFields):
    version = serializers.IntegerField(min_value=0, max_value=LARGEST, help_text="The report's, as you saw it.")


class ReportQuery(serializers.Serializer):
    village = Id(required=False)
    region = Id(required=False, help_text="In this region.")
    form = serializers.ChoiceField(FORMS, required=False)
    period = serializers.DateField(required=False, help_text="Its first day.")
    state = serializers.ChoiceField(ReportState.choices, required=False)
    standing = serializers.BooleanField(required=False, allow_null=True, default=None)


def shown(mandates: list[Mandate]) -> QuerySet[Report]:
    """With all that the serializers show."""
    return reports_for(mandates).select_related("kampung__region", "office__region", "reporter", "entered_by")


def filtered(reports: QuerySet[Report], asked: dict[str, Any]) -> QuerySet[Report]:
    columns = {"village": "kampung", "form": "form", "period": "period", "state": "state", "standing": "standing"}
    reports = reports.filter(**{columns[name]: asked[name] for name in columns.keys() & asked.keys() if asked[name] is not None})
    if "region" in asked:
        region = Region.objects.filter(pk=asked["region"]).first()
        reports = reports.filter(within(region.path, "kampung__region__")) if region else reports.none()
    return reports


class Reports(Offered, ListAPIView):
    """Reports about the villages of my territory, and the drafts of my office; the newest first."""

    serializer_class, filter_query, keyset = ReportBrief, ReportQuery, ("-pk",)

    def get_queryset(self) -> QuerySet[Report]:
        return filtered(shown(self.mandates), self.asked)

    @extend_schema(parameters=[ReportQuery])
    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return super().get(request, *args, **kwargs)

    @extend_schema(request=NewReport, responses={201: ReportDetail}, parameters=[KEY])
    def post(self, request: PersonalRequest) -> Response:
        """Begin a draft, on the newest version of the form."""
        given = checked(NewReport, request)
        unit = villages_for(self.mandates).select_related("region").filter(pk=given.pop("village")).first()
        if unit is None:
            raise BadValues({"village": _("Kampung KB ini tidak ada, atau di luar wilayah Anda.")})
        by = drafting_mandate(request.user, unit.region, given.pop("mandate", None))
        made = made_once(request, lambda: begin(unit, by, **given))
        return Response(self.represented(shown(self.mandates).get(pk=made), ReportDetail), 201)


@transaction.atomic
def begin(unit: KampungKB, by: Mandate, *, form: str, day: date, channel: str, **given: Any) -> int:
    report = start_report(unit, form, day, by, channel=channel)
    if given:
        save_report(report, by, **given)
    return report.pk


class OneReport(Offered, RetrieveAPIView):
    serializer_class = ReportDetail

    def get_queryset(self) -> QuerySet[Report]:
        return shown(self.mandates)

    @extend_schema(request=ReportEdit, responses=ReportDetail)
    def patch(self, request: PersonalRequest, pk: int) -> Response:
        """Fill in a draft."""
        report, given = self.get_object(), checked(ReportEdit, request)
        save_report(report, acting_mandate(request.user, report, given.pop("mandate", None)), **given)
        return Response(self.represented(self.get_object(), ReportDetail))


class ReportTransitions(Transitions):
    def subjects(self) -> QuerySet[Report]:
        return reports_for(self.mandates).select_related("kampung__region")
