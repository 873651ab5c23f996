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


def race(name: str, pairs: Iterable[tuple[Work, Work]], **details: Any) -> Figure:
    """Time each pair (ours, the limit) one right after the other, taking turns in going first. In milliseconds."""
    ours, limits = [], []
    for number, (our_work, limit_work) in enumerate(pairs):
        if number % 2:
            limits.append(seconds(limit_work))
            ours.append(seconds(our_work))
        else:
            ours.append(seconds(our_work))
            limits.append(seconds(limit_work))
    ratio = median(our / limit for our, limit in zip(ours, limits, strict=True))
    details = {"p99": round(1000 * percentile_99(ours), 2), "limit_p99": round(1000 * percentile_99(limits), 2)} | details
    return Figure(name, 1000 * median(ours), 1000 * median(limits), ratio, "ms", len(ours), details)


def seconds(work: Work) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def percentile_99(times: list[float]) -> float:
    return quantiles(times, n=100, method="inclusive")[98] if len(times) > 1 else times[0]
