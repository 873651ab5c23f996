from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from workflows.core.errors import BadValues, Refused
from workflows.routes.shipped import SHIPPED, load_routes


class Command(BaseCommand):
    help = "Publishes routes from a YAML file; again without change changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", type=Path, default=SHIPPED)

    def handle(self, *, file: Path, **options: object) -> None:
        try:
            versions = load_routes(file)
        except FileNotFoundError:
            raise CommandError(_("Berkas %(file)s tidak ada.") % {"file": file}) from None
        except (BadValues, Refused) as refusal:
            raise CommandError(_("Alur tidak diterbitkan; tidak ada yang berubah.\n%(why)s") % {"why": refusal}) from None
        for version in versions:
            self.stdout.write(_("diterbitkan: %(version)s") % {"version": version})
        if not versions:
            self.stdout.write(_("Tidak ada perubahan."))
