from django.db.models import BigIntegerField, Exists, F, OuterRef
from django.db.models.functions import Left, Length
from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, all_of, rule

NEVER = ["system", "administrator"]


@rule(_("Kantor itu tidak bekerja di {about}; pilih perangkat daerah mitra atau kantor lain yang wilayahnya mencakup desa itu."),
      solved_by=_("pilih kantor lain"))  # fmt: skip
def owner_is_competent(needs):
    """A need is given to an active office whose territory holds the village."""
    offices = all_of("organisation.Office").filter(pk=act.value("office", BigIntegerField()), state="active")
    there = offices.filter(region__path=Left(OuterRef("kampung__region__path"), Length(F("region__path"))))
    return needs.filter(~Exists(there.exclude(role__in=NEVER))).annotate(about=F("kampung__region__name"))
