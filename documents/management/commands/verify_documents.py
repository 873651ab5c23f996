"""Check documents offline, or with no file the whole archive."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from documents.verify import Verdict, verify_archive, verify_file


class Command(BaseCommand):
    """Exit code 0 only if all is well. With files it does not touch the database."""

    help = __doc__
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="*", type=Path, metavar="FILE.pdf")

    def handle(self, *args: object, files: list[Path], **options: object) -> None:
        verdicts = (verify_file(file) for file in files) if files else verify_archive()
        wrong = sum(not self._tell(verdict) for verdict in verdicts)
        if wrong:
            raise CommandError(f"{wrong} dokumen tidak sah.")

    def _tell(self, verdict: Verdict) -> bool:
        if verdict.ok:
            self.stdout.write(f"baik    {verdict.path}  sha256 {verdict.sha256}  {verdict.signature}")
        for problem in verdict.problems:
            self.stdout.write(f"SALAH   {verdict.path}: {problem}")
        return verdict.ok
