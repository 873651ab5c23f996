import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from workflows.contests.publishing import holds
from workflows.core.canonical import fingerprint
from workflows.core.errors import MALFORMED, BadValues


class Command(BaseCommand):
    help = "Computes a published ranking again from its scores. Needs no database; exit 0 only if it is the same."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="the published ranking as JSON")
        parser.add_argument("--sha256", default="", help="the hash that was published with it")

    def handle(self, *, file: Path, sha256: str, **options: object) -> None:
        published = read(file)
        found = fingerprint(published)
        if sha256 and sha256.lower() != found:
            raise CommandError(_("Isi berkas ini bukan yang diterbitkan: SHA-256-nya %(found)s.") % {"found": found})
        try:
            same = holds(published, found)
        except (*MALFORMED, BadValues) as error:
            raise CommandError(_("Bukan peringkat yang diterbitkan Siklus: %(why)s") % {"why": error}) from error
        if not same:
            raise CommandError(_("Peringkat tidak sesuai dengan nilai yang diterbitkan bersamanya."))
        self.stdout.write(_("Peringkat sesuai dengan nilainya. SHA-256: %(found)s") % {"found": found})


def read(file: Path) -> Any:
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise CommandError(_("Berkas %(file)s tidak dapat dibaca.") % {"file": file}) from error
    except ValueError as error:
        raise CommandError(_("%(file)s bukan JSON: %(why)s") % {"file": file, "why": error}) from error
