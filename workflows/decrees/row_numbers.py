"""The numbers that villages bear in a decree's list. They are lasting: amendments count on, and none is given twice.

Practice of amendments (docs/documents.md): nothing is numbered anew, what is struck stays as *dihapus*.
"""

from itertools import count

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from workflows.core.models import JournalSubject

from .models import Decree, DecreeRow
from .states import LISTING, EffectKind, LinkKind


def row_numbers(decree: Decree) -> dict[int, int]:
    """The number that each row of this decree has on its paper, by the row's key: an amendment's in the list it amends."""
    link = decree.links.filter(kind=LinkKind.AMENDS).select_related("other").order_by("pk").first()
    numbers = lasting_numbers(link.other if link else decree, upcoming=decree)
    return {row: numbers[row] for row in decree.rows.filter(struck=False).order_by("order").values_list("pk", flat=True)}


def lasting_numbers(decree: Decree, upcoming: Decree | None = None) -> dict[int, int]:
    """Of a decree's rows and of those of its amendments, by the row's key; 0: its village never stood on the list.

    Amendments count in the order in which they came into force, one still on its way (`upcoming`) last.
    """
    numbers: dict[int, int] = {}
    present: dict[int, int] = {}
    struck: set[int] = set()
    following = count(1)
    for row in rows_as_they_came(decree, upcoming):
        village, lists = row.kampung_id, row.decree_id == decree.pk or LISTING & set(row.effects)
        if lists and (village not in present or village in struck):
            present[village] = next(following)
            struck.discard(village)
        if EffectKind.STRIKE in row.effects:
            struck.add(village)
        numbers[row.pk] = present.get(village, 0)
    return numbers


def rows_as_they_came(decree: Decree, upcoming: Decree | None) -> QuerySet[DecreeRow]:
    """The decree's own rows, then those of each amendment."""
    amending = Decree.objects.filter(links__other=decree, links__kind=LinkKind.AMENDS, in_force_on__isnull=False)
    ours = {decree.pk, *amending.values_list("pk", flat=True), *([upcoming.pk] if upcoming else [])}
    entered = JournalSubject.objects.filter(kind="decree", object_id=OuterRef("decree"), to_state="in_force")
    rows = DecreeRow.objects.filter(decree__in=ours, struck=False)
    rows = rows.annotate(added=~Q(decree=decree.pk), came=Subquery(entered.order_by("entry").values("entry")[:1]))
    return rows.order_by("added", F("came").asc(nulls_last=True), "decree", "order")
