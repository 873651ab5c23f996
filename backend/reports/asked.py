"""Of which form and period a page tells."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from workflows.core.wording import MONTHS
from workflows.reports.definition import Form
from workflows.reports.periods import first_day, months_later
from workflows.reports.shipped import newest
from workflows.reports.states import Span

BACK, YEARS_BACK = 24, 3
"""Months and years that one may choose from."""
EXPECTED = {form.code: form for form in newest().values() if form.every}


class Asked(forms.Form):
    """Of which form and period; what cannot be read is the last one that was due."""

    formulir = forms.ChoiceField(label=_("Laporan"), required=False)
    masa = forms.ChoiceField(label=_("Masa"), required=False)

    def __init__(self, data: Any, today: date) -> None:
        self.today = today
        chosen = EXPECTED.get(data.get("formulir", ""), EXPECTED["progress"])
        self.chosen, every = chosen, chosen.every or Span.MONTH
        choices = periods(every, today)
        given = data.get("masa") if data.get("masa") in dict(choices) else last_due(chosen, today).isoformat()
        super().__init__({"formulir": chosen.code, "masa": given})
        self.fields["formulir"].choices = [(form.code, form.title) for form in EXPECTED.values()]  # type: ignore[attr-defined]
        self.fields["masa"].choices = choices  # type: ignore[attr-defined]
        self.period = date.fromisoformat(given)

    @property
    def query(self) -> str:
        return f"formulir={self.chosen.code}&masa={self.period}"


def last_due(form: Form, today: date) -> date:
    """The newest period whose report is due in this month, or was before."""
    period = first_day(form.every or Span.MONTH, today)
    due_on = form.due_on(period)
    return period if due_on and due_on.replace(day=1) <= today else months_later(period, -1)


def periods(span: Span, today: date) -> list[tuple[str, str]]:
    """Those that have begun, the present one first: months, or years."""
    if span == Span.YEAR:
        return [(f"{today.year - n}-01-01", str(today.year - n)) for n in range(YEARS_BACK)]
    firsts = [months_later(first_day(Span.MONTH, today), -n) for n in range(BACK)]
    return [(first.isoformat(), f"{MONTHS[first.month - 1]} {first.year}") for first in firsts]
