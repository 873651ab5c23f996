"""The ranking: from what the jury gave, by declared rules, and from nothing else."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from .ranking_rules import Rules
from .rubric import Rubric
from .scores import Scores, check
from .standings import Standing, standings

Measure = Callable[[Standing], Decimal | None]
"""More is better; None: it says nothing of this entry."""


@dataclass(frozen=True)
class Place:
    """`rank` 1 is first; who shares a rank is named, and the ranks after it are left out (1, 1, 3).

    `decided_by` is the tie-break that told the entry from others with the same total. Without a rank the entry is *belum
    lengkap*: `sheets` says how many are finished, `unfinished` which scores (juror, criterion) of a begun one are not there.
    """

    entry: str
    rank: int | None
    total: Decimal | None
    decided_by: str = ""
    shared_with: tuple[str, ...] = ()
    sheets: int = 0
    unfinished: tuple[tuple[str, str], ...] = ()


def rank(scores: Scores, rubric: Rubric, rules: Rules) -> list[Place]:
    """The first first; then those that are *belum lengkap*. The same whatever order anything was given in.

    Totals are compared as they are printed, with two decimals. Raises `BadValues` for what cannot be.
    """
    check(scores, rubric)
    found = standings(scores, rubric, rules)
    ranked = places(best_first([one for one in found if one.total is not None], tie_breaks(rules, scores)))
    lacking = [
        Place(one.entry, None, None, sheets=one.sheets, unfinished=one.unfinished) for one in found if one.total is None
    ]
    return [*ranked, *lacking]


def tie_breaks(rules: Rules, scores: Scores) -> list[tuple[str, Measure]]:
    known: dict[str, Measure] = {
        "output": lambda one: one.output,
        "field_visit": lambda one: scores.visits.get(one.entry),
        "chair": lambda one: vote(one.entry, scores),
    }
    return [(name, known[name]) for name in rules.ties]


def vote(entry: str, scores: Scores) -> Decimal | None:
    """How high the chair prefers an entry; of one that he is recused from he says nothing."""
    if not scores.preferred or (scores.chair, entry) in scores.recused:
        return None
    return Decimal(-scores.preferred.index(entry) if entry in scores.preferred else -len(scores.preferred))


def best_first(found: list[Standing], breakers: list[tuple[str, Measure]]) -> Iterator[tuple[list[Standing], str]]:
    """Groups that share a place, each with the tie-break that it owes it to."""
    for group in parts(found, lambda one: one.total):
        yield from untied(group, breakers)


def untied(
    group: list[Standing], breakers: list[tuple[str, Measure]], by: str = ""
) -> Iterator[tuple[list[Standing], str]]:
    if len(group) == 1 or not breakers:
        yield group, by
        return
    (name, measured), *others = breakers
    split = parts(group, measured)
    for part in split:
        yield from untied(part, others, name if len(split) > 1 else by)


def parts(group: list[Standing], measured: Measure) -> list[list[Standing]]:
    """Those of equal measure together, the best first; all together where one of them has none."""
    values = {one.entry: measured(one) for one in group}
    levels = {value for value in values.values() if value is not None}
    if None in values.values():
        return [group]
    return [[one for one in group if values[one.entry] == level] for level in sorted(levels, reverse=True)]


def places(groups: Iterator[tuple[list[Standing], str]]) -> Iterator[Place]:
    ahead = 0
    for group, by in groups:
        for one in group:
            others = tuple(other.entry for other in group if other is not one)
            yield Place(one.entry, ahead + 1, one.total, by, others, one.sheets)
        ahead += len(group)
