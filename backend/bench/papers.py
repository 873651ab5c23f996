"""Papers per second out of warm boxes, against bare WeasyPrint on the same HTML in as many warm processes.

With one process, and with one for each core, as so many Celery processes would work: each of ours has a box of its own.
"""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from multiprocessing import get_context
from typing import Any

from documents import box
from documents.assets import assets_of
from documents.content import Content
from documents.forms import Form
from documents.kinds import find
from workflows.core.canonical import normal

from .bare import seconds_for
from .measure import Figure, Work, race
from .pdf import TEMPLATE

CORES = os.cpu_count() or 1


def papers(rows: int, each: int, runs: int) -> Figure:
    """`runs` times for each way, alone and on all cores: `each` papers of the sample decree from every process."""
    alone, together = (rates(rows, each, runs, processes) for processes in (1, CORES))
    both = {"cores": CORES, "on_all_cores": together.ours, "on_all_cores_limit": together.limit,
            "on_all_cores_ratio": round(together.ratio, 3)}  # fmt: skip
    return Figure(f"papers-{rows}", alone.ours, alone.limit, alone.ratio, alone.unit, runs, both)


def rates(rows: int, each: int, runs: int, processes: int) -> Figure:
    """Documents per second of so many processes; the ratio is of times, as everywhere."""
    kind = find(TEMPLATE)
    content = normal(kind.sample(rows))
    bare = (kind.page(content, Form.FINAL), kind.print_style(content), assets_of(kind.family, content))
    with ExitStack() as stack:
        ours, limit = _crew(stack, processes, _ours, content), _crew(stack, processes, seconds_for, *bare)
        ours(1), limit(1)  # the first paper of a process is no measure
        took = race("papers", _pairs(ours, limit, each, runs))
    per_run = 1000 * each * processes
    return Figure(
        "papers", round(per_run / took.ours, 4), round(per_run / took.limit, 4), took.ratio, "documents/s", runs
    )


def _pairs(
    ours: Callable[[int], None], limit: Callable[[int], None], each: int, runs: int
) -> Iterator[tuple[Work, Work]]:
    for _ in range(runs):
        yield lambda: ours(each), lambda: limit(each)


def _crew(stack: ExitStack, processes: int, work: Callable[..., object], *given: Any) -> Callable[[int], None]:
    """A function that has every process do the work so many times, all at once, and waits for the last one."""
    spawn = get_context("spawn")
    crew = [stack.enter_context(ProcessPoolExecutor(1, mp_context=spawn)) for _ in range(processes)]

    def run(times: int) -> None:
        for done in [process.submit(_again, times, work, given) for process in crew]:
            done.result()

    return run


def _again(times: int, work: Callable[..., object], given: tuple[Any, ...]) -> None:
    for _ in range(times):
        work(*given)


def _ours(content: Content) -> None:
    box.render(TEMPLATE, content, Form.FINAL)
