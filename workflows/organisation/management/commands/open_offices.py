from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from workflows.core.clock import today
from workflows.organisation.models import Level, Region
from workflows.organisation.offices import open_offices, open_provincial_agency, system_mandate


class Command(BaseCommand):
    help = (
        "Opens the standard offices of regencies, given by code (18.04), and of all districts and villages in them; "
        "of a province (18) its agency alone, which holds contests."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("codes", nargs="+", metavar="CODE")

    def handle(self, *, codes: list[str], **options: object) -> None:
        system_mandate()
        for code in codes:
            here = Region.objects.filter(codes__code=code, codes__until=None, level__in=[Level.PROVINCE, Level.REGENCY]).first()
            if here is None:
                raise CommandError(_("Tidak ada provinsi atau kabupaten/kota berkode “%(code)s”.") % {"code": code})
            self.stdout.write(told(code, here))


def told(code: str, here: Region) -> str:
    on = today(here.zone)
    if here.level == Level.PROVINCE:
        return f"{code}: {open_provincial_agency(here, on)}"
    return _("%(code)s: %(count)d jabatan dibuka.") % {"code": code, "count": open_offices(here, on)}
