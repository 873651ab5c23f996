"""What jurors and organisers type, read with a clear answer where it cannot be."""

from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext as _

from workflows.core.errors import BadValues, Problem, Refused
from workflows.core.naming import kind_of

from .scores import within


def points(field: str, given: Any, maximum: Decimal) -> Decimal:
    """Points from 0 to `maximum` with at most two decimals; `80,5` is understood. Raises `BadValues`."""
    try:
        number = Decimal(str(given).strip().replace(",", "."))
        fits = within(number, maximum)
    except InvalidOperation:
        fits = False
    if not fits:
        raise BadValues({field: _("Nilai dari 0 sampai %(maximum)s, paling banyak dua desimal.") % {"maximum": maximum}})
    return number


def the_one(deed, rows) -> Any:
    """The one row that such an act is about. Raises `BadValues` for more of them, `Refused` where somebody has discarded it."""
    if len(deed.subjects) != 1:
        raise BadValues({"subjects": _("Tindakan ini dilakukan untuk satu lomba atau satu peserta setiap kali.")})
    if (found := rows.first()) is None:
        raise gone(deed.subjects[0], kind_of(deed.model))
    return found


def gone(pk: int, kind: str) -> Refused:
    return Refused([Problem(pk, kind, "gone", _("Konsep ini sudah dibuang; susunlah yang baru."))])
