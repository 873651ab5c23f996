"""The three charts: parts of wholes, lengths, and columns of shares."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from .geometry import Span, Upright, columns, lengths, side_by_side


@dataclass(frozen=True)
class Part:
    """`look` names its texture and colour: solid, slash, dots, lines, cross, or empty."""

    label: str
    count: int
    look: str


@dataclass(frozen=True)
class Bar:
    """One whole, and where more about it is found."""

    label: str
    parts: Sequence[Part]
    href: str = ""

    @property
    def total(self) -> int:
        return sum(part.count for part in self.parts)

    @property
    def drawn(self) -> Iterator[tuple[Part, Span]]:
        """What there is any of."""
        shown = [part for part in self.parts if part.count]
        return zip(shown, side_by_side([part.count for part in shown]), strict=True)


@dataclass(frozen=True)
class Stacked:
    """Wholes below each other, each filled by its parts; a whole of nothing stays empty."""

    bars: Sequence[Bar]
    template: ClassVar[str] = "charts/stacked.html"

    @property
    def key(self) -> list[Part]:
        """Each look that is drawn, once, in the order of the parts."""
        drawn = {part.look for bar in self.bars for part in bar.parts if part.count}
        return [part for part in {part.look: part for bar in self.bars for part in bar.parts}.values() if part.look in drawn]


@dataclass(frozen=True)
class Length:
    """One value in words and as a number, and where more about it is found."""

    label: str
    value: float
    words: str
    href: str = ""


@dataclass(frozen=True)
class Lengths:
    """Values below each other: the greatest as long as there is room, or what is `full`."""

    values: Sequence[Length]
    full: float = 0
    template: ClassVar[str] = "charts/lengths.html"

    @property
    def drawn(self) -> Iterator[tuple[Length, float]]:
        numbers = [one.value for one in self.values]
        return zip(self.values, lengths(numbers, self.full or max(numbers, default=0)), strict=True)


@dataclass(frozen=True)
class Share:
    """A share from 0 to 1, or None; `words` stand above it and `label` below."""

    label: str
    share: float | None
    words: str
    look: str = "solid"


@dataclass(frozen=True)
class Columns:
    """Shares beside each other, of a height that all of it would have. `height` is in pixels."""

    shares: Sequence[Share]
    height: int = 140
    template: ClassVar[str] = "charts/columns.html"

    @property
    def drawn(self) -> Iterator[tuple[Share, Upright]]:
        return zip(self.shares, columns([one.share for one in self.shares], self.height), strict=True)


Chart = Stacked | Lengths | Columns
