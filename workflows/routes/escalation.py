"""To whom it is told that an office is late: the nearest superior office whose territory holds the late one's."""

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Left, Length

from workflows.core.act import all_of
from workflows.organisation.superiors import superior_role


def with_superior(tasks: QuerySet, late: str = "office") -> QuerySet:
    """The tasks whose `late` office has a superior one, as `superior`. Nobody stands above the Bupati."""
    covering = all_of("organisation.Office").filter(
        role=OuterRef("above"), state="active", region__path=Left(OuterRef(f"{late}__region__path"), Length(F("region__path")))
    )
    nearest = covering.order_by(Length("region__path").desc(), "pk").values("pk")[:1]
    return tasks.annotate(above=superior_role(f"{late}__role")).annotate(superior=Subquery(nearest)).filter(superior__isnull=False)


def with_superior_of_drafter(tasks: QuerySet) -> QuerySet:
    return with_superior(tasks, "file__office")
