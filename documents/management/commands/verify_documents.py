"""Check documents offline, or with no file the whole archive and the ledger."""

from argparse import ArgumentParser
from collections.abc import Iterable
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from documents.ledger.audit import audit
from documents.verify import Verdict, verify_archive, verify_file


class Command(BaseCommand):
    """Exit code 0 only if all is well. With files it does not touch the database."""

    help = __doc__
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="*", type=Path, metavar="FILE.pdf")
        parser.add_argument("--trust", type=Path, metavar="DIR", help="the keys and certificates that you trust")

    def handle(self, *args: object, files: list[Path], trust: Path | None, **options: object) -> None:
        if trust and not files:
            raise CommandError("--trust berlaku untuk berkas: sebut FILE.pdf yang diperiksa.")
        wrong = self.files(verify_file(file, trust) for file in files) if files else self.archive()
        if wrong:
            raise CommandError(f"{wrong} temuan.")

    def files(self, verdicts: Iterable[Verdict]) -> int:
        """For each file the sentence first, the facts behind it after; returns how many are not well."""
        wrong = 0
        for verdict in verdicts:
            wrong += not verdict.ok
            more = [problem for problem in verdict.problems if problem != verdict.sentence]
            for line in (
                f"{verdict.path.name}: {verdict.sentence}",
                *(f"  {fact}" for fact in [*more, *verdict.details]),
            ):
                self.stdout.write(line)
        return wrong

    def archive(self) -> int:
        """A line for everything that is not well, and one that counts the rest; returns the former's number."""
        good, wrong = 0, 0
        for verdict in verify_archive():
            good += verdict.ok
            wrong += not verdict.ok
            if not verdict.ok:
                self.stdout.write(f"SALAH   {verdict.path}: {'; '.join(verdict.problems)}")
        for problem in audit():
            wrong += 1
            self.stdout.write(f"SALAH   {problem}")
        self.stdout.write(f"{good} berkas baik, {wrong} temuan")
        return wrong
