"""What one juror gives one entry: the sheet as it stands, and the form of it."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext as _

from workflows.contests.input import points
from workflows.contests.models import Entry, Juror, Score
from workflows.core.errors import BadValues
from workflows.core.models import JournalEntry
from workflows.organisation.models import Mandate

FIELD = "points."


@dataclass(frozen=True)
class Sheet:
    """What one juror gave one entry so far, as far as whoever asks may read it."""

    entry: Entry
    seat: Juror
    by: Mandate

    @property
    def scores(self) -> Any:
        return Score.objects.filter(participant=self.entry, juror=self.seat)

    @property
    def last(self) -> JournalEntry | None:
        return (
            JournalEntry.objects.filter(pk__in=self.scores.values("entry"))
            .select_related("person")
            .order_by("-pk")
            .first()
        )

    @property
    def version(self) -> int:
        return self.last.pk if self.last else 0

    def points(self) -> dict[str, Decimal]:
        mine = Score.objects.readable_by(self.by.person).filter(participant=self.entry, juror=self.seat)
        return {score.criterion: score.points for score in mine}

    @property
    def criteria(self) -> Any:
        return self.entry.competition.rubric.rubric.criteria

    @property
    def progress(self) -> str:
        return _("%(n)d dari %(all)d kriteria terisi") % {"n": self.scores.count(), "all": len(self.criteria)}


class SheetForm(forms.Form):
    """One field a criterion; what is left empty is not given yet."""

    key = forms.CharField(widget=forms.HiddenInput, max_length=60)
    read = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, data: Any = None, *, sheet: Sheet):
        self.sheet, given = sheet, sheet.points()
        first = {f"{FIELD}{key}": as_typed(worth) for key, worth in given.items()}
        super().__init__(data, initial=first | {"key": str(uuid4()), "read": sheet.version})
        for one in sheet.criteria:
            words = _("Nilai 0 sampai %(maximum)s; bobot %(weight)s.") % {
                "maximum": as_typed(one.maximum),
                "weight": as_typed(one.weight),
            }
            box = forms.TextInput({"inputmode": "decimal", "autocomplete": "off", "class": "points"})
            self.fields[f"{FIELD}{one.key}"] = forms.CharField(
                label=one.label, help_text=words, max_length=10, required=False, widget=box
            )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        before = self.sheet.points()
        for one in self.sheet.criteria:
            self.check(one, given.get(f"{FIELD}{one.key}") or "", one.key in before)
        return given

    def check(self, criterion: Any, typed: str, had: bool) -> None:
        name = f"{FIELD}{criterion.key}"
        try:
            if typed:
                points(name, typed, criterion.maximum)
            elif had:
                self.add_error(name, _("Nilai yang sudah disimpan diganti dengan nilai lain, tidak dikosongkan."))
        except BadValues as bad:
            self.add_error(name, bad.fields[name])

    def given(self) -> dict[str, str]:
        """Criterion → points, those that were typed."""
        typed = {one.key: self.cleaned_data[f"{FIELD}{one.key}"] for one in self.sheet.criteria}
        return {key: worth for key, worth in typed.items() if worth}


def as_typed(number: Decimal) -> str:
    """`80` or `77,5`."""
    return f"{number.normalize():f}".replace(".", ",")
