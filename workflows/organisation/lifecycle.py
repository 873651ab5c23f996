"""What can be done to an office, and what follows. Read top to bottom; no statement is run here.

Holders are registered, not decided, here: the paper that appoints them is somebody else's decision. So the secretary
(Sekda), the agency and the administrator of a regency, or their staff, register for every office in it, and *Sistem*
for all (set-up, stories). Tasks belong to offices, so no act below ever touches a task.
"""

from datetime import date, timedelta

from django.db import models
from django.db.models import BigIntegerField, DateField, ExpressionWrapper, F, TextField, Value
from django.db.models.functions import Coalesce
from django_fsm import transition

from workflows.core.act import Add, Item, Listed, Set, act, all_of

from .appointments import appointments
from .rules import (
    appointee_is_known,
    capacity_fits,
    days_in_order,
    full_seat_is_free,
    looks_after_siklus,
    mandate_can_end_then,
    may_administer,
    no_later_holder,
    no_task_waits,
    reason_given,
)
from .states import OfficeState

ACTIVE, DISSOLVED = OfficeState.ACTIVE, OfficeState.DISSOLVED
STUCK = {"takes": {"work": str, "row": int, "said": str}}
"""Stuck work by model and id (`core.outbox`, 17), and what was noted of it: the row itself is the worker's."""
SINCE = act.value("since", DateField())
DAY_BEFORE = ExpressionWrapper(SINCE - Value(timedelta(days=1)), output_field=DateField())


def text(name: str) -> Coalesce:
    return Coalesce(act.value(name, TextField()), Value("", TextField()))


def same(offices):
    return offices


def mandate_to_end(offices):
    return all_of("organisation.Mandate").filter(
        office__in=offices.values("pk"), pk=act.value("mandate", BigIntegerField())
    )


def holders_before(offices):
    """Those who hold the offices themselves, staff and a.n./u.b. apart, when the new ones come."""
    holding = all_of("organisation.Mandate").filter(office__in=offices.values("pk"), acts_for=None, since__lt=SINCE)
    return holding.exclude(capacity="staf").exclude(until__lt=SINCE)


def mandates_running(offices):
    touched = all_of("organisation.Mandate").filter(office__in=offices.values("pk"), since__lte=act.on)
    return touched.exclude(until__lt=act.on)


class OfficeLifecycle(models.Model):
    class Meta:
        abstract = True

    @transition("state", ACTIVE, ACTIVE, permission=may_administer,
                conditions=[appointee_is_known, capacity_fits, days_in_order, full_seat_is_free],
                custom={
                    "takes": {"person": int, "capacity": str, "since": date, "paper": str},
                    "may_take": {"until": date, "paper_on": date, "note": str, "acts_for": int, "via": int},
                    "then": [Add("organisation.Mandate", same, {
                        "office": F("pk"), "person": act.value("person", BigIntegerField()),
                        "capacity": text("capacity"),
                        "since": SINCE, "until": act.value("until", DateField()),
                        "paper": text("paper"), "paper_on": act.value("paper_on", DateField()), "note": text("note"),
                        "acts_for": act.value("acts_for", BigIntegerField()),
                        "via": act.value("via", BigIntegerField()),
                    })],
                })  # fmt: skip
    def appoint(self):
        """Somebody may act for the office from `since`, beside whoever may already."""

    @transition("state", ACTIVE, ACTIVE, permission=may_administer, conditions=[mandate_can_end_then],
                custom={
                    "takes": {"mandate": int, "until": date},
                    "then": [Set(mandate_to_end, {"until": act.value("until", DateField())})],
                })  # fmt: skip
    def end_mandate(self):
        """`until` is the last day on which the mandate holds."""

    @transition("state", ACTIVE, ACTIVE, permission=may_administer, conditions=[no_later_holder],
                custom={
                    "takes": {"since": date, "appointments": list},
                    "prepare": appointments,
                    "then": [
                        Set(holders_before, {"until": DAY_BEFORE}),
                        Add("organisation.Mandate",
                            Listed("appointments", {
                                "office": BigIntegerField(), "person": BigIntegerField(), "capacity": TextField(),
                                "paper": TextField(), "paper_on": DateField(), "note": TextField()}),
                            {"since": SINCE, **{name: Item(name) for name in
                                                ("office", "person", "capacity", "paper", "paper_on", "note")}}),
                    ],
                })  # fmt: skip
    def take_over(self):
        """New holders for one office or sixty: the old mandates end the day before `since`, the new ones begin.

        `appointments`: one object per office with office, person, capacity (definitif, pj or plt), paper, and perhaps
        paper_on and note.
        """

    @transition("state", ACTIVE, DISSOLVED, permission=may_administer, conditions=[no_task_waits],
                custom={"then": [Set(mandates_running, {"until": act.on})]})  # fmt: skip
    def dissolve(self):
        """The office ends with today, and so do its mandates; its past stays."""

    # --- what an administrator's office does about stuck work; nothing of the domain changes by it

    @transition("state", ACTIVE, ACTIVE, permission=looks_after_siklus, custom=STUCK)
    def retry_work(self): ...

    @transition("state", ACTIVE, ACTIVE, permission=looks_after_siklus, conditions=[reason_given], custom=STUCK)
    def give_up_work(self): ...

    @transition("state", ACTIVE, ACTIVE, permission=looks_after_siklus, conditions=[reason_given],
                custom=STUCK | {"takes": STUCK["takes"] | {"outcome": str, "evidence": int}})  # fmt: skip
    def settle_signing(self):
        """What somebody has found out at the provider about a request without an answer; `evidence` is an attachment."""
