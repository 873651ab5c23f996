"""What the journal says of a file."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Count

from workflows.core.models import JournalEntry

from ..meanings import Known, Person
from ..reading import Part

if TYPE_CHECKING:
    from ..stage import Stage


@dataclass
class Journal(Part):
    """`count` entries of an `act` on a file: `by` a person, `on` a day, with that many `villages` moved by each."""

    journal: Known
    act: str
    count: int = 1
    by: Person = ""
    on: date | None = None
    villages: int | None = None

    def wrong(self, stage: "Stage") -> Iterator[str]:
        about = JournalEntry.objects.filter(subjects__file_id=stage.file(self.journal).pk).values("pk")
        found = JournalEntry.objects.filter(pk__in=about, act__endswith=f".{self.act}")
        if self.by:
            found = found.filter(person=stage.person(self.by))
        if self.on:
            found = found.filter(on=self.on)
        if self.villages is not None:
            moved = found.filter(subjects__kind="kampungkb").annotate(n=Count("subjects__object_id", distinct=True))
            found = moved.filter(n=self.villages)
        if (n := found.count()) != self.count:
            yield f"{n} entries say so, expected {self.count}"
