"""What a jury gave: points, recusals, field visits and the chair's vote. Who gave what is known here by a name or number."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from django.utils.translation import gettext as _

from workflows.core.errors import BadValues
from workflows.core.rounding import HUNDREDTH

from .rubric import WHOLE, Rubric


@dataclass(frozen=True)
class Score:
    """The points of one juror for one criterion of one entry, with at most two decimals."""

    entry: str
    juror: str
    criterion: str
    points: Decimal


@dataclass(frozen=True)
class Scores:
    """All that a ranking is made of. Lists have no order, but `preferred`: the chair's vote, whom he would place first.

    `recused` are pairs of juror and entry; `visits` the field visit's points by entry, 0 to 100.
    """

    entries: frozenset[str]
    given: tuple[Score, ...]
    recused: frozenset[tuple[str, str]] = frozenset()
    visits: Mapping[str, Decimal] = field(default_factory=dict)
    chair: str = ""
    preferred: tuple[str, ...] = ()

    def counted(self) -> list[Score]:
        """Those by jurors who were not recused from the entry."""
        return [score for score in self.given if (score.juror, score.entry) not in self.recused]


def check(scores: Scores, rubric: Rubric) -> None:
    """Raises `BadValues` naming each score, visit or vote that cannot be."""
    if wrong := dict([*wrong_scores(scores, rubric), *wrong_visits(scores), *wrong_votes(scores)]):
        raise BadValues(wrong)


def wrong_scores(scores: Scores, rubric: Rubric) -> Iterator[tuple[str, str]]:
    maximum = {criterion.key: criterion.maximum for criterion in rubric.criteria}
    times = Counter((one.entry, one.juror, one.criterion) for one in scores.given)
    for one in scores.given:
        where = f"{one.entry}.{one.juror}.{one.criterion}"
        if one.entry not in scores.entries:
            yield where, _("Peserta ini tidak ada.")
        elif one.criterion not in maximum:
            yield where, _("Kriteria ini tidak ada dalam rubrik.")
        elif not within(one.points, maximum[one.criterion]):
            yield (
                where,
                _("Nilai dari 0 sampai %(maximum)s, paling banyak dua desimal.") % {"maximum": maximum[one.criterion]},
            )
        elif times[one.entry, one.juror, one.criterion] > 1:
            yield where, _("Juri ini menilai kriteria yang sama lebih dari sekali.")


def wrong_visits(scores: Scores) -> Iterator[tuple[str, str]]:
    for entry, points in scores.visits.items():
        if entry not in scores.entries:
            yield f"visits.{entry}", _("Peserta ini tidak ada.")
        elif not within(points, WHOLE):
            yield (
                f"visits.{entry}",
                _("Nilai dari 0 sampai %(maximum)s, paling banyak dua desimal.") % {"maximum": WHOLE},
            )


def wrong_votes(scores: Scores) -> Iterator[tuple[str, str]]:
    if scores.preferred and not scores.chair:
        yield "chair", _("Suara ketua juri tercatat, tetapi ketuanya tidak.")
    for entry, times in Counter(scores.preferred).items():
        if times > 1 or entry not in scores.entries:
            yield (
                f"preferred.{entry}",
                _("Suara ketua juri menyebut setiap peserta paling banyak sekali, dan hanya peserta."),
            )


def within(points: Decimal, maximum: Decimal) -> bool:
    return points.is_finite() and 0 <= points <= maximum and points == points.quantize(HUNDREDTH)
