"""By place: names of today and of old, codes with and without dots."""

import re

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import Case, OuterRef, Q, QuerySet, Subquery, When
from django.db.models.functions import Upper

from backend.access import Scope
from workflows.organisation.labels import with_labels
from workflows.organisation.models import Region, RegionCode, RegionName
from workflows.villages.models import KampungKB

CODE = re.compile(r"\d\d(\.?\d\d(\.?\d\d(\.?\d{1,4})?)?)?")
LEAST = 3
"""Letters below which every other name would be alike."""


def regions_like(words: str, scope: Scope) -> QuerySet[Region]:
    """Regions whose name, now or once, contains the words, or whose code begins so; the shortest names first.

    Each has its `label`, `code`, the old name it was found by (`former`) and the `kampung` of a village.
    """
    if CODE.fullmatch(words):
        found = Q(pk__in=RegionCode.objects.filter(code__startswith=dotted(words)).values("region"))
    elif len(words) >= LEAST:
        found = Q(pk__in=named(words).values("region"))
    else:
        return Region.objects.none()
    code = RegionCode.objects.filter(region=OuterRef("pk"), until=None)
    kampung = KampungKB.objects.filter(region=OuterRef("pk")).order_by("-scope", "pk")
    former = named(words).filter(region=OuterRef("pk")).exclude(name=OuterRef("name"))
    rows = with_labels(Region.objects.filter(scope.within(""), found)).annotate(
        code=Subquery(code.values("code")[:1]), former=Subquery(former.values("name")[:1]),
        kampung_id=Subquery(kampung.values("pk")[:1]),
    )  # fmt: skip
    begins = Case(When(name__istartswith=words, then=0), default=1)
    return rows.select_related("parent").order_by(begins, "name", "path")


def named(words: str) -> QuerySet[RegionName]:
    return RegionName.objects.filter(name__icontains=words)


def dotted(code: str) -> str:
    """`1804041001` → `18.04.04.1001`."""
    plain = code.replace(".", "")
    return ".".join(part for part in (plain[:2], plain[2:4], plain[4:6], plain[6:]) if part)


def nearest_name(words: str, scope: Scope) -> str:
    """The name of a place within reach that is most like the words; empty if none is."""
    like = RegionName.objects.annotate(upper=Upper("name")).filter(
        scope.within("region__"), upper__trigram_similar=words.upper()
    )
    nearest = like.annotate(likeness=TrigramSimilarity("upper", words.upper())).order_by("-likeness", "name")
    return nearest.values_list("name", flat=True).first() or ""
