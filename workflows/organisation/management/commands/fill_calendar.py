from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from workflows.organisation.working_days import fill_calendar


class Command(BaseCommand):
    help = "Adds the missing working days and Indonesian holidays; days that are there stay as they were edited."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--first", type=int, default=2015)
        parser.add_argument("--last", type=int, default=2030)

    def handle(self, *, first: int, last: int, **options: object) -> None:
        if not 1950 <= first <= last <= 2100:
            raise CommandError(_("Tahun harus berurutan, antara 1950 dan 2100."))
        added = fill_calendar(range(first, last + 1))
        self.stdout.write(_("%(count)d hari ditambahkan.") % {"count": added})
