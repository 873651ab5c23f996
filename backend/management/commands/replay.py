"""Play scenario files through the real engine and a real worker."""

import os
import time
from argparse import ArgumentParser
from datetime import datetime
from pathlib import Path

from django.core.management import CommandError, call_command, get_commands
from django.core.management.base import BaseCommand

from backend.scenarios.errors import BadScenario, StoryStopped
from backend.scenarios.playing import Played, play
from backend.scenarios.report import write_report
from backend.scenarios.story import Story, load, shipped_stories

INVARIANTS = "check_invariants"


class Command(BaseCommand):
    """The database must be fresh (`./siklus replay` makes one) and a worker must run beside."""

    help = __doc__
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("stories", nargs="*", metavar="FILE", help="a scenario file, or the name of a shipped one")
        parser.add_argument("--out", type=Path, metavar="DIR", help="where report.json and the papers go")
        parser.add_argument("--list", action="store_true", help="name the shipped stories")

    def handle(self, *args: object, stories: list[str], out: Path | None, **options: object) -> None:
        if options["list"] or not stories:
            self.stdout.write("\n".join(shipped_stories()))
            return
        began = time.monotonic()
        try:
            plays = play(read(stories), lambda day: self.stdout.write(day))
        except (BadScenario, StoryStopped) as bad:
            raise CommandError(str(bad)) from None
        report = write_report(plays, out or default_folder())
        for played in plays:
            self.stdout.write("\n".join(summary(played)))
        self.stdout.write(f"{report} ({time.monotonic() - began:.0f} s)")
        if INVARIANTS in get_commands():
            call_command(INVARIANTS, stdout=self.stdout)
        if not all(played.ok for played in plays):
            raise CommandError("a story did not go as expected")


def read(names: list[str]) -> list[Story]:
    """All stories, or every mistake in any of them."""
    found, mistakes = [], []
    for name in names:
        try:
            found.append(load(name))
        except BadScenario as bad:
            mistakes += bad.mistakes
    if mistakes:
        raise BadScenario(mistakes)
    return found


def default_folder() -> Path:
    return Path(os.environ.get("PWD", ".")) / "out" / datetime.now().strftime("%Y%m%d-%H%M%S")


def summary(played: Played) -> list[str]:
    state = "ok" if played.ok else "NOT as expected"
    head = (
        f"{played.story.name}: {state}, {played.acts} acts, {played.passed} expectations held, {played.failed} failed"
    )
    return [head, *(f"  {failure}" for failure in played.failures)]
