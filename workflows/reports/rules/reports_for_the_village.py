from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Left, Length
from django.utils.translation import gettext_lazy as _

from workflows.core.act import all_of, rule
from workflows.routes.rules.within_my_drafting_office import mandate_today

from .. import queries as q


@rule(_("Laporan {about} dibuat oleh desa/kelurahan itu, penyuluh KB-nya, kecamatan, atau OPD KB."),
      solved_by=_("kantor desa/kelurahan itu"))  # fmt: skip
def reports_for_the_village(reports):
    """The village's own offices, the field officer who serves it, kecamatan and agency of its territory; their staff too."""
    above = Q(office__region__path=Left(OuterRef("kampung__region__path"), Length(F("office__region__path"))))
    areas = all_of("organisation.OfficeArea").filter(office=OuterRef("office"))
    here = all_of("organisation.OfficeArea").filter(office=OuterRef("office"), region=OuterRef(OuterRef("kampung__region")))
    own = Q(office__role__in=["village_head", "village_secretary"], office__region=OuterRef("kampung__region"))
    serves = Q(~Exists(areas) | Exists(here), office__role="pkb")
    mine = mandate_today().filter(own | above & (serves | Q(office__role__in=["camat", "agency"])))
    return reports.filter(~Exists(mine)).annotate(about=q.of_village())
