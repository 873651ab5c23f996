from argparse import ArgumentParser
from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from workflows.core.clock import today
from workflows.organisation.territory import DEFAULT_FOLDER, BadTerritory, Changes, load

MOST_LISTED = 50


class Command(BaseCommand):
    help = "Loads provinces, regencies, districts and villages from CSV files; again without change changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT_FOLDER)
        parser.add_argument("--on", type=date.fromisoformat, default=None, help="the day changes hold from (today)")
        parser.add_argument("--whole-nation", action="store_true", help="also close regencies that the files lack")

    def handle(self, *, folder: Path, on: date | None, whole_nation: bool, **options: object) -> None:
        try:
            changes = load(folder, on or today(), whole_nation)
        except BadTerritory as bad:
            raise CommandError(_("Wilayah tidak dimuat; tidak ada yang berubah.\n%(why)s") % {"why": bad}) from None
        for line in _lines(changes) or [_("Tidak ada perubahan.")]:
            self.stdout.write(line)


def _lines(changes: Changes) -> list[str]:
    lines = [_("baru: %(count)d %(level)s") % {"count": n, "level": level} for level, n in changes.new.items()]
    for word, rows in (
        (_("ganti nama"), changes.renamed),
        (_("ganti kode"), changes.recoded),
        (_("ganti jenis"), changes.reclassified),
        (_("tidak ada lagi"), changes.gone),
        (_("ada kembali"), changes.returned),
    ):
        lines += [f"{word}: {' · '.join(row)}" for row in rows[:MOST_LISTED]]
        if len(rows) > MOST_LISTED:
            lines.append(_("%(word)s: … dan %(count)d lagi") % {"word": word, "count": len(rows) - MOST_LISTED})
    return lines
