"""Whether enough of the invited offices are there. Guests do not count, and whoever has left does not either."""

from dataclasses import dataclass

from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, When
from django.db.models.functions import Ceil

from workflows.core.act import all_of

from .states import QuorumKind, SeatState


@dataclass(frozen=True)
class Quorum:
    """`present` of the `invited` offices are there; `needed` is none where the organiser set no quorum."""

    invited: int
    present: int
    needed: int | None

    @property
    def met(self) -> bool:
        return self.needed is None or self.present >= self.needed


def counted(rakors: QuerySet) -> QuerySet:
    """Rakors, each with `called`, `there` and `needed` offices."""
    office = Q(seats__office__isnull=False)
    present = office & Q(seats__state=SeatState.PRESENT)
    found = rakors.annotate(called=Count("seats", filter=office), there=Count("seats", filter=present))
    share = When(quorum_kind=QuorumKind.SHARE, then=Ceil(F("quorum") * F("called") / 100.0, output_field=IntegerField()))
    return found.annotate(needed=Case(share, default=F("quorum"), output_field=IntegerField()))


def quorum_of(rakor) -> Quorum:
    """As it stands at this moment."""
    return Quorum(*counted(all_of("meetings.Rakor").filter(pk=rakor.pk)).values_list("called", "there", "needed").get())
