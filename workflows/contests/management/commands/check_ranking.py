from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from workflows.contests.checking import follows, published_in
from workflows.core.errors import BadValues


class Command(BaseCommand):
    help = "Computes a published ranking again from its scores. Needs no database; exit 0 only if it is the same."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="the published ranking as JSON")
        parser.add_argument("--sha256", default="", help="the hash that was published with it")

    def handle(self, *, file: Path, sha256: str, **options: object) -> None:
        try:
            found, same = follows(published_in(read(file)))
        except BadValues as bad:
            raise CommandError(bad.fields["berkas"]) from bad
        if sha256 and sha256.lower() != found:
            raise CommandError(_("Isi berkas ini bukan yang diterbitkan: SHA-256-nya %(found)s.") % {"found": found})
        if not same:
            raise CommandError(_("Peringkat tidak sesuai dengan nilai yang diterbitkan bersamanya."))
        self.stdout.write(_("Peringkat sesuai dengan nilainya. SHA-256: %(found)s") % {"found": found})


def read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise CommandError(_("Berkas %(file)s tidak dapat dibaca.") % {"file": file}) from error
