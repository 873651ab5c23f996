"""Two reports about the same, figure by figure."""

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django import forms
from django.http import Http404
from django.utils.translation import gettext as _

from workflows.reports.conflicts import conflicts, newer_form, standing_for
from workflows.reports.definition import Field
from workflows.reports.models import Report

from .reading import teller
from .words import said


@dataclass(frozen=True)
class Pair:
    """What both say of one figure, in words; `differs`: one of the two is to be chosen."""

    key: str
    label: str
    first: str
    second: str
    differs: bool


@dataclass(frozen=True)
class Two:
    standing: Report
    second: Report
    pairs: list[Pair]

    @property
    def differing(self) -> list[Pair]:
        return [pair for pair in self.pairs if pair.differs]

    @property
    def alike(self) -> list[Pair]:
        return [pair for pair in self.pairs if not pair.differs]

    @property
    def tellers(self) -> tuple[str, str]:
        return teller(self.standing), teller(self.second)


def compared(second: Report) -> Two:
    """Raises `Http404` where another merged them meanwhile."""
    standing = standing_for(second)
    if standing is None:
        raise Http404
    differ = {one.key for one in conflicts(second)}
    told = [field for field in newer_form(standing, second).fields if field.key in standing.figures or field.key in second.figures]
    return Two(standing, second, [
        Pair(field.key, field.label, in_its_words(standing, field), in_its_words(second, field), field.key in differ)
        for field in told
    ])


def in_its_words(report: Report, field: Field) -> str:
    """A choice means what the list says that the report was begun with."""
    return said(report.definition.by_key.get(field.key, field), report.figures.get(field.key))


class Choosing(forms.Form):
    """Of each figure that differs the report whose value is kept; nobody chooses beforehand."""

    key = forms.CharField(widget=forms.HiddenInput, max_length=100)

    def __init__(self, data: Any = None, *, two: Two) -> None:
        super().__init__(data, initial={"key": str(uuid4())})
        self.two = two
        for pair in two.differing:
            self.fields[pair.key] = forms.ChoiceField(
                label=pair.label, widget=forms.RadioSelect,
                choices=[(str(two.standing.pk), _("%(value)s · pertama") % {"value": pair.first}),
                         (str(two.second.pk), _("%(value)s · kedua") % {"value": pair.second})],
            )  # fmt: skip

    @property
    def kept(self) -> dict[str, int]:
        return {pair.key: int(self.cleaned_data[pair.key]) for pair in self.two.differing}
