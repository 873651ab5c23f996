"""When facts end, worked out from all that decrees did to the village, in whatever order it became known.

Every effect stays as it was written. A fact ends on the eve of the first later event that ends facts of its kind
(`ENDING`), and of whatever takes back its own decree; what was taken back from its very beginning never happened.
"""

from django.db.models import (
    CharField,
    DateField,
    Exists,
    ExpressionWrapper,
    F,
    Func,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Least

from workflows.core.act import all_of

from .states import ENDING, TAKES_BACK, TAKING_BACK, EffectKind, LinkKind

DEEP = 2
"""What takes back an event may be taken back itself: an amendment by its annulment. An annulment stands
(`rules/takes_back_no_annulment.py`)."""


def last_day(known: Q) -> Least:
    """The last day of a fact by the effects that are `known`; null: until further notice."""
    events = of_same_village().filter(known).filter(ends_it() | takes_it_back()).filter(~taken_back(known, DEEP))
    first = events.order_by().values("kampung").annotate(first=Min("since")).values("first")
    eve = Func(Subquery(first), Value(1), template="(%(expressions)s)", arg_joiner=" - ", output_field=DateField())
    return Least(F("term"), eve, output_field=DateField())


def of_same_village() -> QuerySet:
    """The effects of other decrees on an effect's village; `ended` is what kind of fact that effect is."""
    others = all_of("decrees.Effect").filter(kampung=OuterRef("kampung")).exclude(decree=OuterRef("decree"))
    return others.alias(ended=ExpressionWrapper(OuterRef("kind"), CharField()))


def ends_it() -> Q:
    """Events that end facts of this kind, later in time; of the same day, later in the journal."""
    kinds = Q(pk__in=[])
    for event, facts in ENDING.items():
        kinds |= Q(kind=event, ended__in=facts)
    return kinds & (Q(since__gt=OuterRef("since")) | Q(since=OuterRef("since"), entry__gt=OuterRef("entry")))


def takes_it_back() -> Q:
    """What takes back the effect's own decree, or the decree that this one amended, in a decree of a later day.

    Who is struck from a yearly list loses what its replaced forerunners gave, too: that lived on by the list alone.
    """
    same_list = Exists(amending(OuterRef(OuterRef(OuterRef("decree")))).filter(the_same("other")))
    links = all_of("decrees.DecreeLink").filter(the_same("decree"), kind__in=TAKES_BACK)
    aimed = Exists(links.filter(Q(other=OuterRef(OuterRef("decree"))) | same_list))
    later = Q(entry__on__gt=OuterRef("entry__on")) | Q(entry__on=OuterRef("entry__on"), entry__gt=OuterRef("entry"))
    forerunner = Q(kind=EffectKind.STRIKE) & Q(Exists(replaced()))
    return Q(kind__in=TAKING_BACK) & later & (Q(aimed) | forerunner)


def the_same(field: str) -> Q:
    """Equal to the outer row's, in two bounds: an equality becomes a hashed subplan, whose hash PostgreSQL 18.6 was seen to
    keep from one effect to the next although it depends on that effect.
    """
    return Q(**{f"{field}__gte": OuterRef(field), f"{field}__lte": OuterRef(field)})


def replaced() -> QuerySet:
    """The links by which a newer list had replaced the effect's decree when the event happened."""
    links = all_of("decrees.DecreeLink").filter(kind=LinkKind.REPLACES, other=OuterRef(OuterRef("decree")))
    return links.filter(decree__in_force_on__isnull=False, decree__decided_on__lte=OuterRef("entry__on"))


def amending(decree) -> QuerySet:
    """The links by which a decree amends another."""
    return all_of("decrees.DecreeLink").filter(decree=decree, kind=LinkKind.AMENDS)


def taken_back(known: Q, deep: int) -> Exists:
    """Whether an event was undone from its beginning: then it never ended anything."""
    undone = of_same_village().filter(known, since__lte=OuterRef("since")).filter(takes_it_back())
    return Exists(undone.filter(~taken_back(known, deep - 1)) if deep > 1 else undone)
