"""From one item of the agenda to another, as the hall follows it on the wall."""

from typing import Any

from django.utils.translation import gettext as _

from workflows.core.errors import BadValues

from .input import the_one


def prepare_item(deed, rakors) -> dict[str, Any]:
    """The number of the item, from 1. Raises `BadValues`."""
    last = len(the_one(deed, rakors).agenda)
    if not 1 <= deed.values["item"] <= last:
        raise BadValues({"item": _("Pilih acara nomor 1 sampai %(last)d.") % {"last": last}})
    return {"on": deed.values["item"]}
