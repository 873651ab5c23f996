"""The benchmarks (docs/performance.md says what they compare)."""

import json
from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from backend.bench.approval import approval
from backend.bench.check_page import check_page
from backend.bench.collective import collective
from backend.bench.ground import Ground, lay_ground
from backend.bench.inbox import inbox
from backend.bench.measure import Figure
from backend.bench.pages import pages
from backend.bench.papers import papers
from backend.bench.pdf import pdf
from backend.bench.rounds import rounds
from backend.bench.search import search
from backend.bench.sign import sign

BENCHMARKS: dict[str, Callable[[Ground], Figure]] = {
    "approval": lambda ground: approval(ground, 400),
    "collective-136": lambda ground: collective(ground, 136, 15),
    "collective-10000": lambda ground: collective(ground, 10_000, 3),
    "pdf-136": lambda ground: pdf(136, 10),
    "papers-1": lambda ground: papers(1, each=8, runs=5),
    "papers-136": lambda ground: papers(136, each=2, runs=5),
    "papers-500": lambda ground: papers(500, each=1, runs=3),
    "check-page": lambda ground: check_page(ground, 136),
    "search": lambda ground: search(ground, 83_763, 100_000, 20),
    "inbox": lambda ground: inbox(ground, 30),
    "rounds": lambda ground: rounds(ground, 83_763),
    "pages": lambda ground: pages(ground, 15),
    "sign": lambda ground: sign(136, 40),
}


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", nargs="*", choices=[*BENCHMARKS, []], help="which to run; all by default")
        parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to this file as well")

    def handle(self, *args: Any, name: list[str], json: Path | None, **options: Any) -> None:
        ground, figures = lay_ground(), []
        for chosen in name or BENCHMARKS:
            figures.append(BENCHMARKS[chosen](ground))
            self.stdout.write(str(figures[-1]))
        if json:
            write(json, figures)


def write(path: Path, figures: list[Figure]) -> None:
    path.write_text(json.dumps([figure.as_dict() for figure in figures], indent=2) + "\n")
