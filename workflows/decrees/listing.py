"""The list of a draft: leaving out with a reason and taking in again, its order, and the whole list as somebody wants it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Case, F, When
from django.utils.translation import gettext as _

from workflows.core.errors import BadValues
from workflows.organisation.models import Mandate, Region, RegionCode
from workflows.routes.drafts import open_draft

from .drafting import EDITABLE_STATES, claim, put_on, rows_numbered
from .models import Decree, DecreeRow
from .revising import strike


@transaction.atomic
def leave_out(decree: Decree, by: Mandate, orders: Iterable[int], reason: str) -> None:
    """Strike rows of a draft by their numbers; they stay visible with the reason. Raises `BadValues`, and as `open_draft` does."""
    numbers = list(orders)
    if not numbers:
        raise BadValues({"rows": _("Tandai dulu desa yang dikeluarkan.")})
    if not reason.strip():
        raise BadValues({"reason": _("Tulis mengapa desa itu dikeluarkan.")})
    open_draft(decree, by, EDITABLE_STATES)
    strike(decree, [{"row": number, "reason": reason} for number in numbers])


@transaction.atomic
def take_in_again(decree: Decree, by: Mandate, orders: Iterable[int]) -> None:
    """What was struck stands again where it stood. Raises `BadValues` when another draft has taken the village meanwhile."""
    open_draft(decree, by, EDITABLE_STATES)
    rows = [row for row in rows_numbered(decree, orders) if row.struck]
    for row in rows:
        row.struck, row.strike_reason = False, ""
        row.save(update_fields=["struck", "strike_reason"])
        row.claims.all().delete()
    claim(decree, rows)


@transaction.atomic
def sort_by_code(decree: Decree, by: Mandate) -> None:
    """By kecamatan, then by code: a code begins with that of its kecamatan."""
    open_draft(decree, by, EDITABLE_STATES)
    rows = list(decree.rows.select_related("kampung"))
    borne = RegionCode.objects.filter(region__in=[row.kampung.region_id for row in rows], until=None)
    codes = dict(borne.values_list("region", "code"))
    put_in_order(decree, sorted(rows, key=lambda row: (row.struck, codes.get(row.kampung.region_id, ""), row.kampung.hamlet)))


@transaction.atomic
def arrange(decree: Decree, by: Mandate, wanted: Sequence[tuple[Region, Mapping[str, Any]]], version: int | None = None) -> None:
    """Make the list of a draft exactly this one, in this order, each village with what the annex prints beside it.

    What is struck stays behind the others. Raises `BadValues` as `drafting.add_rows` does, and as `open_draft` does.
    """
    open_draft(decree, by, EDITABLE_STATES, version)
    keys = [region.pk for region, _data in wanted]
    decree.rows.filter(struck=False).exclude(kampung__region__in=keys).delete()
    there = set(decree.rows.filter(struck=False).values_list("kampung__region", flat=True))
    put_on(decree, [(region, dict(data)) for region, data in wanted if region.pk not in there])
    data_of = {region.pk: data for region, data in wanted}
    rows = list(decree.rows.select_related("kampung"))
    for row in rows:
        row.data |= data_of.get(row.kampung.region_id, {})
    DecreeRow.objects.bulk_update(rows, ["data"])
    place = {key: n for n, key in enumerate(keys)}
    put_in_order(decree, sorted(rows, key=lambda row: (row.struck, place.get(row.kampung.region_id, 0))))


def put_in_order(decree: Decree, rows: Sequence[DecreeRow]) -> None:
    """Two statements, for no two rows may bear one number even in between."""
    decree.rows.update(order=-F("order"))
    if rows:
        decree.rows.update(order=Case(*(When(pk=row.pk, then=n) for n, row in enumerate(rows, 1))))
