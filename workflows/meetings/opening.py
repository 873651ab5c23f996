"""A rakor is opened by whoever holds the office that opens it, or is named."""

from typing import Any

from django.utils.translation import gettext as _

from workflows.core.errors import BadValues
from workflows.organisation.mandates import holders
from workflows.organisation.models import Mandate

from .input import the_one


def prepare_opening(deed, rakors) -> dict[str, Any]:
    """The mandate of who opens it: the one given, else the holder of the opening office. Raises `BadValues`."""
    rakor = the_one(deed, rakors)
    if given := deed.values.get("opened_by"):
        return {"opener": known(given, rakor.held_on).pk}
    if not (holding := opening_holders(rakor)):
        raise BadValues({"opened_by": _("Jabatan yang membuka rakor ini kosong; sebutkan siapa yang membukanya.")})
    return {"opener": holding[0].pk}


def opening_holders(rakor) -> list[Mandate]:
    """Who holds the office that opens it, on its day."""
    office = rakor.opener_id or rakor.chair_id
    return holders([office], rakor.held_on).get(office, [])


def known(given: int, on) -> Mandate:
    found = Mandate.objects.in_force(on).deciding().filter(pk=given).first()
    if found is None:
        raise BadValues({"opened_by": _("Pilih pejabat yang bertugas pada hari rakor.")})
    return found
