"""In which order the evaluation table stands: each heading sorts by its column, and pressed again the other way round."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, F, IntegerField, OuterRef, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce, NullIf
from django.utils.translation import gettext_lazy as _

from workflows.coaching.models import Need
from workflows.coaching.states import UNANSWERED
from workflows.evaluations.definition import Definition

LABELS = {"desa": _("Kampung KB"), "lalu": _("Tahun lalu"), "hitungan": _("Hasil hitungan"), "keputusan": _("Keputusan"),
          "kebutuhan": _("Kebutuhan terbuka")}  # fmt: skip
CLASSES: dict[str, Any] = {"lalu": F("last"), "hitungan": F("computed"),
                           "keputusan": Coalesce(NullIf("decided_class", Value("")), F("put_down"))}  # fmt: skip
"""Columns with a class, which is sorted from the lowest up; none comes before them."""
PLACE = "kampung__region__path"
BACKWARDS = "-"


@dataclass(frozen=True)
class Heading:
    """What stands above a column: `asks` is the order that pressing it asks for, `sorted` how it is sorted now, if it is."""

    label: Any
    asks: str
    sorted: str


@dataclass(frozen=True)
class Order:
    column: str
    descending: bool = False

    @classmethod
    def read(cls, asked: str) -> "Order":
        """`lalu` or `-lalu`; anything else is by place."""
        column = asked.removeprefix(BACKWARDS)
        return cls(column, asked.startswith(BACKWARDS)) if column in LABELS else cls("desa")

    def __str__(self) -> str:
        return BACKWARDS * self.descending + self.column

    @property
    def keyset(self) -> list[str]:
        """What sorts alike stands by place."""
        if self.column == "desa":
            return [BACKWARDS * self.descending + PLACE, "pk"]
        return [BACKWARDS * self.descending + "sorted_by", PLACE, "pk"]

    def headings(self) -> dict[str, Heading]:
        return {column: self.heading(column) for column in LABELS}

    def heading(self, column: str) -> Heading:
        if column != self.column:
            return Heading(LABELS[column], column, "")
        return Heading(LABELS[column], str(Order(column, not self.descending)), "descending" if self.descending else "ascending")

    def applied(self, evaluations: QuerySet, definition: Definition) -> QuerySet:
        """The rows with what they are sorted by (`sorted_by`)."""
        if self.column in CLASSES:
            ranked = rank_of([one.key for one in definition.classes])
            return evaluations.annotate(shown_class=CLASSES[self.column]).annotate(sorted_by=ranked)
        return evaluations.annotate(sorted_by=open_needs()) if self.column == "kebutuhan" else evaluations


def rank_of(classes: Iterable[str]) -> Case:
    found = [When(shown_class=key, then=Value(n)) for n, key in enumerate(classes, 1)]
    return Case(*found, default=Value(0), output_field=IntegerField())


def open_needs() -> Coalesce:
    asked = Need.objects.filter(kampung=OuterRef("kampung"), state__in=UNANSWERED).order_by().values("kampung")
    return Coalesce(Subquery(asked.annotate(n=Count("pk")).values("n")), 0, output_field=IntegerField())
