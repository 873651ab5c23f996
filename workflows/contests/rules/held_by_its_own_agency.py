from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule

from ..states import ContestLevel


@rule(_("Lomba {about} diumumkan oleh OPD KB wilayah itu sendiri; kantor lain hanya mencatat hasil yang sudah lalu."))
def held_by_its_own_agency(competitions):
    """A contest is announced by the agency of its region; others may only enter what came of it long ago."""
    own = Q(file__office__region=F("file__region")) | Q(level=ContestLevel.NATION)
    return competitions.exclude(own).annotate(about=F("file__region__name"))
