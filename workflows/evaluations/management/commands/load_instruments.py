from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from workflows.core.errors import BadValues
from workflows.evaluations.shipped import load_instruments


class Command(BaseCommand):
    help = "Publishes instruments of evaluation from YAML files; again without change changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="*", type=Path, help="none: the shipped ones")

    def handle(self, *, files: list[Path], **options: object) -> None:
        try:
            instruments = load_instruments(files)
        except FileNotFoundError as missing:
            raise CommandError(_("Berkas %(file)s tidak ada.") % {"file": missing.filename}) from None
        except BadValues as wrong:
            raise CommandError(
                _("Instrumen tidak diterbitkan; tidak ada yang berubah.\n%(why)s") % {"why": wrong}
            ) from None
        for instrument in instruments:
            self.stdout.write(_("diterbitkan: %(version)s") % {"version": instrument})
        if not instruments:
            self.stdout.write(_("Tidak ada perubahan."))
