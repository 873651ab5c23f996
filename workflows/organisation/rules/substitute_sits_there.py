from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Left, Length
from django.utils.translation import gettext_lazy as _

from workflows.core.act import all_of, rule

from ..states import FULL_HOLDERS


@rule(_("a.n./u.b. hanya untuk pejabat definitif atau penjabat di jabatan bawahan wilayah ini ({about})."))
def substitute_sits_there(substitutions):
    """Who signs on behalf holds the lower office himself on the first day; it lies in the superior's territory."""
    below = Left("office__region__path", Length(OuterRef("office__region__path")))
    sits = all_of("organisation.Mandate").alias(below=below).filter(
        Q(until=None) | Q(until__gte=OuterRef("since")), office=OuterRef("own_office"), person=OuterRef("person"),
        since__lte=OuterRef("since"), capacity__in=[one.value for one in FULL_HOLDERS], office__state="active",
        below=OuterRef("office__region__path"),
    )  # fmt: skip
    on_behalf = substitutions.filter(own_office__isnull=False)
    return on_behalf.filter(~Exists(sits) | Q(own_office=F("office"))).annotate(about=F("own_office__label"))
