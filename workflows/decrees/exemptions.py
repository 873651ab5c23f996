"""What a register lets pass only with a reason: numbers out of order, and inserted ones (no norm found that permits them)."""

from django.utils.translation import gettext as _

from workflows.core.errors import BadValues
from workflows.organisation.models import Capacity


def allowed_beside_the_rule(deed, why_not: str, *, field: str, holder: bool = False) -> str:
    """The note that the book keeps: empty where nothing speaks against it, else the deed's reason.

    Raises `BadValues` naming `field` when no reason is given, or when only the office's `holder` may, and staff asks.
    """
    if not why_not:
        return ""
    if holder and deed.by.capacity == Capacity.STAF:
        raise BadValues({field: f"{why_not} {_('Pejabatnya sendiri dapat mencatatnya dengan alasan.')}"})
    if not deed.reason.strip():
        raise BadValues({field: f"{why_not} {_('Periksa; bila memang demikian, tuliskan alasannya.')}"})
    return deed.reason.strip()
