from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from workflows.core.clock import today
from workflows.organisation.models import Level, Region
from workflows.organisation.offices import open_offices, system_mandate


class Command(BaseCommand):
    help = "Opens the standard offices of regencies, given by code (18.04), and of all districts and villages in them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("codes", nargs="+", metavar="CODE")

    def handle(self, *, codes: list[str], **options: object) -> None:
        system_mandate()
        for code in codes:
            regency = Region.objects.filter(codes__code=code, codes__until=None, level=Level.REGENCY).first()
            if regency is None:
                raise CommandError(_("Tidak ada kabupaten/kota berkode “%(code)s”.") % {"code": code})
            opened = open_offices(regency, today(regency.zone))
            self.stdout.write(_("%(code)s: %(count)d jabatan dibuka.") % {"code": code, "count": opened})
