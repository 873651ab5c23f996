"""The list of scores as it is published: whoever has it computes the same ranking, and the same hash of it."""

from dataclasses import asdict
from decimal import Decimal
from typing import Any

from workflows.core.canonical import canonical, fingerprint, normal

from .ranking import Place, rank
from .ranking_rules import Rules
from .rubric import Rubric
from .scores import Score, Scores

SCHEMA = "siklus/ranking/1"


def publish(scores: Scores, rubric: Rubric, rules: Rules) -> dict[str, Any]:
    """Canonical whatever the order of what was given; without the scores of the recused, which never count.

    Raises `BadValues` for what cannot be.
    """
    return normal(
        {
            "schema": SCHEMA,
            "rubric": asdict(rubric, dict_factory=with_texts),
            "rules": asdict(rules),
            "entries": sorted(scores.entries),
            "scores": sorted([one.entry, one.juror, one.criterion, plain(one.points)] for one in scores.counted()),
            "recused": sorted(scores.recused),
            "visits": {entry: plain(points) for entry, points in scores.visits.items()},
            "chair": scores.chair,
            "preferred": scores.preferred,
            "places": as_texts(rank(scores, rubric, rules)),
        }
    )


def read(published: dict[str, Any]) -> tuple[Scores, Rubric, Rules]:
    """What a published list was made of, whatever places are published with it."""
    scores = Scores(
        entries=frozenset(published["entries"]),
        given=tuple(Score(entry, juror, key, Decimal(points)) for entry, juror, key, points in published["scores"]),
        recused=frozenset((juror, entry) for juror, entry in published["recused"]),
        visits={entry: Decimal(points) for entry, points in published["visits"].items()},
        chair=published["chair"],
        preferred=tuple(published["preferred"]),
    )
    return scores, Rubric.read(published["rubric"]), rules_of(published["rules"])


def recompute(published: dict[str, Any]) -> list[Place]:
    """The ranking that follows from the published scores."""
    return rank(*read(published))


def holds(published: dict[str, Any], sha256: str) -> bool:
    """Whether the published places follow from the published scores, and all of it has this hash."""
    return fingerprint(published) == sha256 and canonical(as_texts(recompute(published))) == canonical(
        published["places"]
    )


def rules_of(stored: dict[str, Any]) -> Rules:
    return Rules(**stored | {"ties": tuple(stored["ties"])})


def as_texts(places: list[Place]) -> list[dict[str, Any]]:
    return [asdict(place, dict_factory=with_texts) for place in places]


def with_texts(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    return {name: plain(value) if isinstance(value, Decimal) else value for name, value in pairs}


def plain(number: Decimal) -> str:
    """One text for one number: 80, 80.0 and 8E+1 are `80`."""
    return f"{number.normalize():f}"
