"""The day of a launch (*pencanangan*), as the official states it: it is written down after the feast."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from workflows.core.errors import BadValues

from .input import day

FIRST_LAUNCHES = date(2016, 1, 1)
"""The national portal accepts no earlier date; the first Kampung KB was launched in January 2016."""


def held_on(deed, villages) -> dict[str, Any]:
    """The launch's date. Raises `BadValues` for one before 2016 or still to come."""
    held = day("held_on", deed.values["held_on"])
    if held < FIRST_LAUNCHES:
        raise BadValues({"held_on": _("Pencanangan Kampung KB baru ada sejak 1 Januari 2016.")})
    if held > deed.on:
        raise BadValues({"held_on": _("Pencanangan dicatat sesudah dilaksanakan; tanggal ini belum tiba.")})
    return {"launched_on": held}
