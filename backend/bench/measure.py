"""Two ways of doing the same, timed in turn: ours, and the limit that nothing can beat by much."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from statistics import median, quantiles
from time import perf_counter
from typing import Any

Work = Callable[[], Any]


@dataclass(frozen=True)
class Figure:
    """What a benchmark found. `ours` and `limit` are medians in `unit`; `ratio` is the median of the pairs' ratios."""

    name: str
    ours: float
    limit: float
    ratio: float
    unit: str
    runs: int
    details: dict[str, Any] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        plain = {name: getattr(self, name) for name in ("name", "ours", "limit", "ratio", "unit", "runs")}
        return plain | self.details

    def __str__(self) -> str:
        more = "".join(f", {name.replace('_', ' ')} {value}" for name, value in self.details.items())
        return (
            f"{self.name}: {self.ratio:.2f} × the limit ({1 / self.ratio:.2f} of it); "
            f"{self.ours:.2f} against {self.limit:.2f} {self.unit}, {self.runs} runs{more}"
        )


def race(name: str, pairs: Iterable[tuple[Work, Work]]) -> Figure:
    """Time each pair (ours, the limit) one right after the other, taking turns in going first."""
    times = []
    for number, (ours, limit) in enumerate(pairs):
        if number % 2:
            limit_took = seconds(limit)
            times.append((seconds(ours), limit_took))
        else:
            times.append((seconds(ours), seconds(limit)))
    return compare(name, times)


def compare(name: str, times: list[tuple[float, float]]) -> Figure:
    """The figure of pairs (ours, the limit) of seconds that were measured in turn; in milliseconds."""
    ours, limits = ([1000 * second for second in column] for column in zip(*times, strict=True))
    ratio = median(our / limit for our, limit in times)
    p99 = {"p99": round(percentile_99(ours), 2), "limit_p99": round(percentile_99(limits), 2)}
    return Figure(name, median(ours), median(limits), ratio, "ms", len(times), p99)


def seconds(work: Work) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def percentile_99(times: list[float]) -> float:
    return quantiles(times, n=100, method="inclusive")[98] if len(times) > 1 else times[0]
