from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from workflows.core.errors import BadValues
from workflows.evaluations.shipped import load_questionnaires


class Command(BaseCommand):
    help = "Publishes questionnaires of the yearly evaluation from YAML files; again without change changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="*", type=Path, help="none: the shipped ones")

    def handle(self, *, files: list[Path], **options: object) -> None:
        try:
            made = load_questionnaires(files)
        except FileNotFoundError as missing:
            raise CommandError(_("Berkas %(file)s tidak ada.") % {"file": missing.filename}) from None
        except BadValues as wrong:
            words = _("Daftar pertanyaan tidak diterbitkan; tidak ada yang berubah.\n%(why)s")
            raise CommandError(words % {"why": wrong}) from None
        for questionnaire in made:
            self.stdout.write(_("diterbitkan: %(version)s") % {"version": questionnaire})
        if not made:
            self.stdout.write(_("Tidak ada perubahan."))
