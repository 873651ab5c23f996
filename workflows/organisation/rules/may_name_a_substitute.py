from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Left, Length
from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, all_of, rule

from ..states import Capacity
from ..superiors import superior_role

REGISTRARS = ["secretary", "agency", "administrator"]


def in_force_today():
    """The mandate of this act, if it is the actor's own and in force."""
    mine = all_of("organisation.Mandate").filter(pk=act.mandate, person=act.person, since__lte=act.on)
    return mine.exclude(until__lt=act.on).filter(office__state="active")


def without(substitutions, mine):
    """Those for whose office none of the mandates names a substitute: its own, or for a Plt. one above it."""
    own = mine.filter(acts_for=None, office=OuterRef("office"))
    above = mine.filter(
        Q(office__role__in=REGISTRARS) | Q(office__role=OuterRef("above")), acts_for=None,
        office__region__path=Left(OuterRef("office__region__path"), Length(F("office__region__path"))),
    )  # fmt: skip
    is_plt = Q(capacity=Capacity.PLT.value)
    named = ~is_plt & Exists(own) | is_plt & Exists(above)
    return substitutions.alias(above=superior_role()).exclude(named).annotate(about=F("office__label"))


@rule(_("Hanya {about} sendiri yang menunjuk penggantinya; untuk jabatan kosong (Plt.) atasannya."),
      solved_by=_("pejabat itu, atau atasannya bila jabatan kosong"))  # fmt: skip
def may_name_a_substitute(substitutions):
    """Plh., a.n. and u.b. come from the official himself, Plt. from the superior or whoever registers holders. Never staff."""
    deciding = in_force_today().exclude(capacity=Capacity.STAF.value)
    return without(substitutions, deciding)
