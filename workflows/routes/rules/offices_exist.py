from django.db.models import Case, CharField, Exists, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce, Concat, Left, Length
from django.utils.translation import gettext_lazy as _

from workflows.core.act import all_of, rule

from ..naming import steps_of

OF_REGENCIES = ["regent", "secretary", "assistant", "legal", "agency"]
REGENTS_DECREES = Q(version__route__kind="keputusan_bupati")


@rule(_("{about} tidak mempunyai kantor yang mengambil langkah ini."), solved_by=_("pengelola data jabatan"))
def offices_exist(versions):
    """In a territory's route every step finds its office everywhere; in a regent's decree, one of the regency's own.

    A route for everywhere is checked again where it is used: handing in says which office is missing.
    """
    unserved_at = Case(When(REGENTS_DECREES, then=unserved("regency")), default=unserved("village"), output_field=CharField())
    beneath = REGENTS_DECREES & ~Q(role__in=OF_REGENCIES)
    lacking = steps_of(versions).alias(where=unserved_at).filter(beneath | Q(where__isnull=False))
    return lacking.annotate(about=Concat(F("about"), Value(": "), Coalesce("where", Value(str(_("kabupaten/kota"))))))


def unserved(level: str) -> Subquery:
    """The first region of a level in the route's territory that no active office of the outer step's role covers."""
    offices = all_of("organisation.Office").filter(
        role=OuterRef(OuterRef("role")), state="active",
        region__path=Left(OuterRef("path"), Length(F("region__path"))),
    )  # fmt: skip
    territory = OuterRef("version__route__region__path")
    inside = all_of("organisation.Region").filter(level=level, closed_on=None).alias(above=Left("path", Length(territory)))
    return Subquery(inside.filter(~Exists(offices), above=territory).order_by("path").values("name")[:1])
