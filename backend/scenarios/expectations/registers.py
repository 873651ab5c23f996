"""What the book of numbers of an office says."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workflows.decrees.models import DecreeNumber, Series

from ..reading import Part
from .differences import differences

if TYPE_CHECKING:
    from ..stage import Stage


@dataclass
class Register(Part):
    """All `issued` and `void` numbers of an office's register in their order, and the `last` sequence drawn."""

    register: str
    kind: str
    issued: list[str] | None = None
    void: list[str] | None = None
    last: int | None = None

    def wrong(self, stage: "Stage") -> Iterator[str]:
        series = Series.objects.get(office=stage.office(self.register), doc_class=self.kind)
        numbers = DecreeNumber.objects.filter(series=series).order_by("date", "sequence", "pk")
        found = {state: [n.text for n in numbers if n.state == state] for state in ("issued", "void")}
        yield from differences(self, found | {"last": series.last})
