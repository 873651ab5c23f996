from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, Left, Length
from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, all_of, rule

from ..naming import steps_of
from ..states import AssignmentKind


@rule(_("{about}: satu-satunya kantor dalam alur hanya berisi satu orang, yang akan memutus naskahnya sendiri."),
      solved_by=_("pengelola data jabatan"))  # fmt: skip
def somebody_besides_the_drafter(versions):
    """Where a route passes one office only, that office has somebody besides whoever drafts: nobody decides his own."""
    others = all_of("routes.Step").filter(version=OuterRef("version")).exclude(role=OuterRef("role"))
    people = all_of("organisation.Mandate").filter(
        Q(until=None) | Q(until__gte=act.on), office=OuterRef("pk"), since__lte=act.on
    ).order_by().values("office")  # fmt: skip
    counted = Coalesce(Subquery(people.annotate(n=Count("person", distinct=True)).values("n")), 0, output_field=IntegerField())
    territory = OuterRef("version__route__region__path")
    inside = all_of("organisation.Office").filter(role=OuterRef("role"), state="active").alias(
        people=counted, above=Left(F("region__path"), Length(territory))
    )  # fmt: skip
    alone = Exists(inside.filter(people=1, above=territory))
    return steps_of(versions).exclude(kind=AssignmentKind.PARAF).filter(alone, ~Exists(others))
