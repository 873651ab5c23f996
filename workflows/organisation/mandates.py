"""Who may act for an office on a date, in which capacity, and what the signature block then says."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import Case, Exists, IntegerField, OuterRef, QuerySet, Value, When
from django.db.models.expressions import Combinable

from .models import Capacity, Mandate, Office, Person, Role
from .models.mandate import MandateQuerySet
from .states import OfficeState
from .titles import PREFIXES, titles

RANK = [Capacity.DEFINITIF, Capacity.PJ, Capacity.PLT, Capacity.PLH, Capacity.AN, Capacity.UB]


def holders(offices: Iterable[int] | QuerySet, on: date) -> dict[int, list[Mandate]]:
    """Who may decide for each office (ids) on a date, the fullest capacity first; a.n. and u.b. of others included.

    Every mandate comes with its office and person. An office that is missing from the answer is vacant.
    """
    found: dict[int, list[Mandate]] = defaultdict(list)
    for mandate in _deciding(on).for_offices(offices):
        found[mandate.acting_office_id].append(mandate)
    return dict(found)


def may_act(person: Person, office: Office, on: date) -> list[Mandate]:
    """The mandates by which this person may decide for this office on a date, the fullest capacity first."""
    return list(_deciding(on).for_offices([office.pk]).filter(person=person))


def staff_of(office: Office, on: date) -> QuerySet[Mandate]:
    """Those who prepare, print and record from paper for an office on a date, and never decide."""
    return staff_of_all([office.pk], on)


def staff_of_all(offices: Iterable[int], on: date) -> QuerySet[Mandate]:
    """The same for many offices (ids)."""
    staff = Mandate.objects.in_force(on).filter(office__in=offices, capacity=Capacity.STAF)
    return staff.select_related("office", "person").order_by("since", "pk")


def _deciding(on: date) -> MandateQuerySet:
    rank = Case(*(When(capacity=c, then=Value(i)) for i, c in enumerate(RANK)), output_field=IntegerField())
    live = Mandate.objects.in_force(on).deciding().filter(office__state=OfficeState.ACTIVE)
    return live.select_related("office", "person", "acts_for", "via").order_by(rank, "since", "pk")


def vacant(on: date | Combinable) -> QuerySet[Office]:
    """Active offices without anybody of their own to act on a date: *tanpa pejabat*. `on` may be an expression."""
    own = Mandate.objects.in_force(on).deciding().filter(acts_for=None, office=OuterRef("pk"))
    return Office.objects.active().exclude(role=Role.SYSTEM).exclude(Exists(own))


def title_on(mandate: Mandate, on: date) -> str:
    """How the holder is called in running text: `Plt. Bupati Kubu Raya`, `a.n. Bupati Kubu Raya`."""
    printed = titles([mandate.acting_office_id], on)[mandate.acting_office_id].long
    prefix = "a.n. " if mandate.acts_for_id else PREFIXES.get(Capacity(mandate.capacity), "")
    return prefix + printed


def signature_lines(mandate: Mandate, on: date) -> list[str]:
    """The lines above the signature, on the date of the decision, not of today (documents.md 4.1); no commas.

    Raises `ValueError` for staff, who never sign.
    """
    if mandate.capacity == Capacity.STAF:
        raise ValueError("staff never sign")
    chain = [pk for pk in (mandate.acts_for_id, mandate.via_id, mandate.office_id) if pk]
    printed = titles(chain, on)
    top = printed[chain[0]].long.upper()
    if mandate.capacity == Capacity.AN:
        return [f"a.n. {top}", printed[mandate.office_id].short.upper()]
    if mandate.capacity == Capacity.UB:
        return [f"a.n. {top}", printed[chain[1]].short, "u.b.", printed[mandate.office_id].short]
    return [PREFIXES.get(Capacity(mandate.capacity), "") + top]
