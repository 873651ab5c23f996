"""How a report moves: sent, corrected, or merged with a second one about the same. What was sent is never changed."""

from django.db import models
from django.db.models import BigIntegerField, Case, DateField, F, JSONField, TextField, Value, When
from django.db.models.functions import Least
from django_fsm import transition

from workflows.core.act import Add, Move, act, only_follows
from workflows.routes.rules import reason_given

from . import queries as q
from .merging import corrected, merged
from .rules import (
    days_in_order,
    it_conflicts,
    it_stands,
    keyer_is_not_reporter,
    not_sent_before,
    paper_names_its_reporter,
    period_has_come,
    reports_for_the_village,
)
from .sending import figures_hold
from .states import Channel, ReportState

S = ReportState
BY_APP = When(channel=Channel.APP, then=act.today)
REPORTED_ON = Case(BY_APP, default=F("reported_on"), output_field=DateField())
TOLD_BY_ACTOR = {"channel": Value(Channel.APP), "reporter": act.person, "reported_on": act.today, "entered_by": act.person,
                 "entered_on": act.today, "office": act.office}  # fmt: skip
WRITTEN_DOWN = {
    "reporter": Case(When(channel=Channel.APP, then=act.person), default=F("reporter"), output_field=BigIntegerField()),
    "reported_on": REPORTED_ON, "first_reported_on": REPORTED_ON,
    "entered_by": act.person, "entered_on": act.today, "office": act.office, "standing": q.nothing_stands,
}  # fmt: skip
SUCCESSOR = TOLD_BY_ACTOR | {name: F(name) for name in ("kampung", "form", "span", "period", "first_reported_on")} | {
    "form_version": act.value("form_version", BigIntegerField()), "aims": act.value("aims", TextField()),
    "occasion": act.value("occasion", TextField()),
    "figures": act.value("figures", JSONField()), "sources": act.value("sources", JSONField()),
    "state": Value(S.SENT), "standing": Value(True),
}  # fmt: skip
CORRECTION = SUCCESSOR | {"replaces": F("pk")}
MERGER = SUCCESSOR | {
    "replaces": q.id_of_standing, "merges": F("pk"), "kept": act.value("kept", JSONField()),
    "first_reported_on": lambda: Least(F("first_reported_on"), q.first_day_of_standing()),
}  # fmt: skip


class ReportLifecycle(models.Model):
    class Meta:
        abstract = True

    @transition("state", S.DRAFT, S.SENT, permission=reports_for_the_village,
                conditions=[period_has_come, paper_names_its_reporter, days_in_order, keyer_is_not_reporter, not_sent_before],
                custom={"prepare": figures_hold, "sets": WRITTEN_DOWN})  # fmt: skip
    def send(self):
        """It stands, unless another one does already: then the two are in conflict, and wait to be merged."""

    @transition("state", S.SENT, S.REPLACED, permission=reports_for_the_village, conditions=[reason_given, it_stands],
                custom={"takes": {"figures": dict}, "may_take": {"sources": dict}, "prepare": corrected,
                        "sets": {"standing": False}, "then": [Add("reports.Report", q.same, CORRECTION)]})  # fmt: skip
    def correct(self):
        """`figures` are those that change, by key (null: there is none); the new report stands in the place of this one."""

    @transition("state", S.SENT, S.MERGED, permission=reports_for_the_village, conditions=[it_conflicts],
                custom={"may_take": {"kept": dict}, "prepare": merged,
                        "then": [Move("reports.Report.be_merged", q.standing_beside),
                                 Add("reports.Report", q.same, MERGER)]})  # fmt: skip
    def merge(self):
        """This conflicting report and the one that stands become one. `kept`: for each figure that differs the id of the
        report whose value is kept.
        """

    @transition("state", S.SENT, S.MERGED, permission=only_follows, custom={"sets": {"standing": False}})
    def be_merged(self): ...
