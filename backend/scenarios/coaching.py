"""Steps of coaching: events, plans and visits, and what villages need of other offices; each by whoever would do it."""

from collections.abc import Callable
from datetime import date
from typing import Any

from workflows.coaching import models
from workflows.coaching.needs import note_need
from workflows.coaching.planning import plan_coaching, plan_event, plan_series
from workflows.core.door import perform
from workflows.organisation.models import Office
from workflows.villages.models import KampungKB

from . import coaching_steps as steps
from .errors import StoryStopped
from .stage import Stage


def series(stage: Stage, step: steps.Series) -> None:
    stage.things[step.series] = plan_series(stage.mandate(step.by), step.title)


def event(stage: Stage, step: steps.Event) -> None:
    regions = [stage.region(code.code) for code in step.in_]
    given: dict[str, Any] = {name: getattr(step, name) for name in ("kind", "title", "place", "capacity", "stage")}
    within = stage.things[step.series] if step.series else None
    stage.things[step.event] = plan_event(stage.mandate(step.by), regions=regions, planned_on=step.on, series=within, **given)


def enrol(stage: Stage, step: steps.Enrol) -> None:
    lines = [heads(stage, line) for line in step.participants]
    perform(models.Event.enrol, stage.things[step.enrol], by=stage.mandate(step.by), values={"participants": lines})


def heads(stage: Stage, line: steps.Heads) -> dict[str, Any]:
    somebody = {"office": stage.office(line.office).pk} if line.office else {"element": line.element}
    return somebody | {"count": line.count, "waiting": line.waiting}


def hold(stage: Stage, step: steps.Hold) -> None:
    """Held today; reported in an act of its own."""
    by, held = stage.mandate(step.by), stage.things[step.hold]
    opener = {"opened_by": stage.mandate(step.opened_by).pk} if step.opened_by else {}
    perform(models.Event.record_event, held, by=by, values={"held_on": stage.today.isoformat()} | opener)
    if step.says:
        perform(models.Event.report_event, held, by=by, values={"report": step.says})


def plan(stage: Stage, step: steps.Plan) -> None:
    districts = [stage.region(code.code) for code in step.in_]
    made = plan_coaching(stage.mandate(step.by), title=step.title, districts=districts, begins=step.begins, months=step.months)
    stage.things[step.plan] = made
    perform(models.Plan.adopt, made, by=stage.mandate(step.adopted_by))


def visit(stage: Stage, step: steps.Visit) -> None:
    visitors = [stage.office(name).pk for name in step.visitors]
    told = {"held_on": stage.today.isoformat(), "report": step.says, "visitors": visitors}
    for code in step.to:
        perform(models.Visit.record_visit, this_months(stage, step.visit, code.code), by=stage.mandate(step.by), values=told)


def this_months(stage: Stage, plan: str, code: str) -> models.Visit:
    """The visit of a plan to a kecamatan in the month of today. Raises `StoryStopped`."""
    found = models.Visit.objects.filter(plan=stage.things[plan], region=stage.region(code), month=first_of(stage.today)).first()
    if found is None:
        raise StoryStopped(f"“{plan}” has no visit to {code} in {stage.today:%Y-%m}")
    return found


def first_of(day: date) -> date:
    return day.replace(day=1)


def need(stage: Stage, step: steps.Need) -> None:
    """Of the one Kampung KB of the village, whatever its scope."""
    kampung = KampungKB.objects.select_related("region__parent").get(region=stage.region(step.village.code))
    at = this_months(stage, step.at, step.village.code.rpartition(".")[0]) if step.at else None
    made = note_need(kampung, stage.mandate(step.by), what=step.what, aim=step.aim, visit=at, example=True)
    stage.things[step.need], stage.files[step.need] = made, made.pk


def ask(stage: Stage, step: steps.Ask) -> None:
    owner: Office = stage.office(step.of)
    values = {"office": owner.pk, "due_on": step.due.isoformat(), "instruction": step.message}
    perform(models.Need.entrust, stage.things[step.ask], by=stage.mandate(step.by), values=values)


def reply(stage: Stage, step: steps.Reply) -> None:
    by, asked = stage.mandate(step.by), stage.things[step.reply]
    if step.declined:
        perform(models.Need.decline, asked, by=by, reason=step.says)
    else:
        perform(models.Need.answer, asked, by=by, values={"answer": step.says, "fund": step.fund})


def settle(stage: Stage, step: steps.Settle) -> None:
    perform(models.Need.settle, stage.things[step.settle], by=stage.mandate(step.by))


DOES: dict[type, Callable[[Stage, Any], None]] = {
    steps.Series: series, steps.Event: event, steps.Enrol: enrol, steps.Hold: hold, steps.Plan: plan, steps.Visit: visit,
    steps.Need: need, steps.Ask: ask, steps.Reply: reply, steps.Settle: settle,
}  # fmt: skip
