"""What is asked of the figures of a report when it is sent, the village's other reports beside it."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from workflows.core.act import all_of
from workflows.core.errors import BadValues

from .checking import faults
from .definition import Figures, Form
from .kinds import LONGEST
from .shipped import newest


def figures_hold(_deed: Any, reports: QuerySet) -> dict[str, Any]:
    """Nothing more is prepared. Raises `BadValues` naming each wrong field; of many reports, with the report's id before it."""
    drafts = list(reports.order_by("pk"))
    wrong: dict[str, str] = {}
    for report in drafts:
        mark = f"{report.pk}." if len(drafts) > 1 else ""
        wrong |= {f"{mark}{key}": words for key, words in faults_of(report, report.offered, report.figures).items()}
    if wrong:
        raise BadValues(wrong)
    return {}


def faults_of(report: Any, form: Form, figures: Figures) -> dict[str, str]:
    """The faults of figures that are to stand for what a report tells of."""
    return faults(form, figures, denominators(report, form))


def denominators(report: Any, form: Form) -> dict[str, int]:
    """The counts that a form borrows, from the village's reports that stand for the newest period until this one's."""
    borrowed = {one.code for one in newest().values() if any(key in one.by_key for key in form.denominators)}
    rows = all_of("reports.Report").filter(
        kampung=report.kampung_id, form__in=borrowed - {form.code}, period__lte=report.period, standing=True
    )
    return known(rows.order_by("period").values_list("figures", flat=True), form.denominators)


def known(rows: Iterable[Figures], keys: Iterable[str]) -> dict[str, int]:
    """Later rows win."""
    found: dict[str, int] = {}
    for figures in rows:
        found |= {key: figures[key] for key in keys if key in figures}
    return found


def occasion_of(form: Form, figures: Figures) -> str:
    """What tells the events of a day apart: their title, however it is written (in small letters it may be longer: `ﬁ`, `ß`)."""
    title = figures.get("title") if form.every is None else None
    return " ".join(title.split()).casefold()[:LONGEST] if isinstance(title, str) else ""
