"""Steps that report, merge two reports, and remind whoever has not reported."""

from collections.abc import Callable
from typing import Any

from worker.reports import remind as remind_heads
from workflows.core.door import perform
from workflows.organisation.mandates import title_on
from workflows.reports.completeness import late
from workflows.reports.conflicts import conflicts, standing_for
from workflows.reports.drafting import save_report, start_report
from workflows.reports.models import Report
from workflows.reports.periods import months_later
from workflows.reports.reminding import Deadline
from workflows.reports.shipped import newest
from workflows.reports.states import Channel
from workflows.villages.drafting import unit_of

from . import report_steps as steps
from .errors import StoryStopped
from .stage import Stage


def tell(stage: Stage, step: steps.Tell) -> None:
    """A draft, filled in and sent; what differs from a report that stands already waits to be merged."""
    by, paper = stage.mandate(step.by, step.as_), step.from_paper
    day = step.period or months_later(stage.today.replace(day=1), -step.months_ago)
    unit = unit_of(stage.region(step.village.code))
    report = start_report(unit, step.report, day, by, channel=Channel.PAPER if paper else Channel.APP)
    on_paper: dict[str, Any] = {"reported_by": paper.by, "reported_on": paper.on.isoformat()} if paper else {}
    save_report(report, by, figures=step.figures, sources=step.sources, **on_paper)
    perform(Report.send, report, by=by)


def merge(stage: Stage, step: steps.Merge) -> None:
    """Raises `StoryStopped` where there are no two."""
    period = newest()[step.merge].period_of(step.period)
    second = Report.objects.filter(kampung__region=stage.region(step.village.code), form=step.merge, period=period, state="sent",
                                   standing=False).first()  # fmt: skip
    standing = standing_for(second) if second else None
    if second is None or standing is None:
        raise StoryStopped(f"there are no two reports of {step.village.code} to merge")
    kept = standing if step.keep == "first" else second
    values = {"kept": {one.key: kept.pk for one in conflicts(second)}}
    perform(Report.merge, second, by=stage.mandate(step.by, step.as_), values=values)


def remind(stage: Stage, step: steps.Remind) -> None:
    """Raises `StoryStopped` where nobody is late."""
    form, by = newest()[step.remind], stage.mandate(step.by, step.as_)
    period = form.period_of(step.period)
    due_on = form.due_on(period)
    units = late(stage.region(step.in_.code), form, period)
    if due_on is None or not remind_heads(Deadline(form, period, due_on), units, title_on(by, stage.today), stage.today):
        raise StoryStopped(f"nobody in {step.in_.code} is to be reminded of this report")


DOES: dict[type, Callable[[Stage, Any], None]] = {steps.Tell: tell, steps.Merge: merge, steps.Remind: remind}
