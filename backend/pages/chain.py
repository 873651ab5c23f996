"""What later decrees did to one, how its villages stand by it today, and how it may be changed next."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from backend.access import issuers_for
from workflows.decrees.consolidated import rows_on
from workflows.decrees.models import Decree, DecreeLink, DecreeRow
from workflows.decrees.states import SINCE, VALID, LinkKind

from .acting import OfficialRequest

DONE_BY = {
    LinkKind.AMENDS: _("Diubah dengan"), LinkKind.REVOKES: _("Dicabut dengan"), LinkKind.REPLACES: _("Digantikan dengan"),
    LinkKind.ANNULS: _("Dibatalkan dengan"), LinkKind.SUSPENDS: _("Ditunda dengan"), LinkKind.CORRECTS: _("Diralat dengan"),
}  # fmt: skip
OFFERS = {"ubah": _("Ubah"), "cabut": _("Cabut"), "batalkan": _("Batalkan"), "tunda": _("Tunda")}


def chain_of(found: Decree) -> list[tuple[Any, DecreeLink]]:
    """What later decrees did to this one, in words."""
    links = found.linked_from.select_related("decree").filter(decree__in_force_on__isnull=False)
    return [(DONE_BY[LinkKind(link.kind)], link) for link in links.order_by("decree__in_force_on", "pk")]


def offers_for(found: Decree, request: OfficialRequest) -> dict[str, Any]:
    """How my office may change a decree in force: whoever drafts for its issuer."""
    mine = found.state in VALID and issuers_for(request.acting.mandate).filter(pk=found.issuer_id).exists()
    return OFFERS if mine else {}


def standing_today(found: Decree, rows: list[DecreeRow], today: date) -> list[tuple[DecreeRow, Any]]:
    """Each row of a decree that came into force, with how its village stands by it today."""
    if found.state not in SINCE:
        return [(row, "") for row in rows]
    here = {village.row.kampung_id: village for village in rows_on(found, today)}
    return [(row, in_words(row, here)) for row in rows]


def in_words(row: DecreeRow, here: dict[int, Any]) -> Any:
    if row.kampung_id not in here:
        return _("tidak lagi tercantum")
    return _("ditunda") if here[row.kampung_id].suspended else _("berlaku")
