"""A route as a picture: boxes from top to bottom, those side by side that are asked at the same time."""

from dataclasses import dataclass
from textwrap import wrap

from django.utils.translation import gettext as _

from .route_words import Told, grouped

WIDTH, HEIGHT, GAP, RISE = 190, 88, 16, 34
LINE, LETTERS = 18, 24


@dataclass(frozen=True)
class Line:
    y: int
    words: str
    look: str


@dataclass(frozen=True)
class Box:
    x: int
    y: int
    look: str
    lines: list[Line]

    @property
    def middle(self) -> int:
        return self.x + WIDTH // 2


@dataclass(frozen=True)
class Picture:
    """Measures are units of the view box; `links` are paths from box to box."""

    width: int
    height: int
    boxes: list[Box]
    links: list[str]
    words: str
    box_width: int = WIDTH
    box_height: int = HEIGHT


def draw(steps: list[Told]) -> Picture:
    """The picture of a route; nothing in it that its table does not say."""
    groups = grouped([one.step for one in steps])
    by_step = {one.step.pk: one for one in steps}
    across = max((len(group) for group in groups), default=1)
    width = across * (WIDTH + GAP) - GAP + 4
    rows = [row_of([by_step[step.pk] for step in group], n, width) for n, group in enumerate(groups)]
    links = [link(above, below) for first, then in zip(rows, rows[1:], strict=False) for above in first for below in then]
    return Picture(width, len(rows) * (HEIGHT + RISE) - RISE + 4, [box for row in rows for box in row], links, in_words(steps))


def row_of(steps: list[Told], row: int, width: int) -> list[Box]:
    start = (width - len(steps) * (WIDTH + GAP) + GAP) // 2
    return [box(step, start + n * (WIDTH + GAP), row * (HEIGHT + RISE) + 2) for n, step in enumerate(steps)]


def box(step: Told, x: int, y: int) -> Box:
    named = wrap(f"{step.number}. {step.role}", LETTERS)[:2]
    words = [(words, "role") for words in named]
    words += [(_("%(task)s · %(days)d hari kerja") % {"task": step.task, "days": step.step.days}, "task"), (step.counted, "count")]
    first = y + (HEIGHT - (len(words) - 1) * LINE) // 2 + 5
    lines = [Line(first + n * LINE, text, look) for n, (text, look) in enumerate(words)]
    return Box(x, y, "late" if step.late else "busy" if step.open else "", lines)


def link(above: Box, below: Box) -> str:
    start, end = above.y + HEIGHT, below.y
    return f"M{above.middle} {start}V{(start + end) // 2}H{below.middle}V{end - 6}"


def in_words(steps: list[Told]) -> str:
    return "; ".join(f"{one.number}. {one.role}: {one.task}, {one.counted}" for one in steps)
