from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from workflows.contests.rubrics import load_rubrics
from workflows.core.errors import BadValues


class Command(BaseCommand):
    help = "Publishes rubrics of contests from YAML files; again without change changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="*", type=Path, help="none: the shipped placeholder")

    def handle(self, *, files: list[Path], **options: object) -> None:
        try:
            rubrics = load_rubrics(files)
        except FileNotFoundError as missing:
            raise CommandError(_("Berkas %(file)s tidak ada.") % {"file": missing.filename}) from None
        except BadValues as wrong:
            raise CommandError(_("Rubrik tidak diterbitkan; tidak ada yang berubah.\n%(why)s") % {"why": wrong}) from None
        for rubric in rubrics:
            self.stdout.write(_("diterbitkan: %(version)s") % {"version": rubric})
        if not rubrics:
            self.stdout.write(_("Tidak ada perubahan."))
