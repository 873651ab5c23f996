from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Left, Length
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule

from .task_of_my_office import deciding_mandate


@rule(_("Alur suatu wilayah diterbitkan oleh OPD KB atau Pengelola Siklus wilayah itu; alur nasional oleh Sistem."),
      solved_by=_("OPD KB atau Pengelola Siklus"))  # fmt: skip
def publisher_of_the_territory(versions):
    """A territory's routes belong to its agency and its administrator; those for everywhere are shipped."""
    covers = Q(office__role__in=["agency", "administrator"]) & Q(
        office__region__path=Left(OuterRef("route__region__path"), Length(F("office__region__path")))
    )
    return versions.filter(~Exists(deciding_mandate().filter(covers | Q(office__role="system"))))
