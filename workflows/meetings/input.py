"""What organisers type, read with a clear answer where it cannot be."""

from datetime import datetime, time
from typing import Any

from django.utils.translation import gettext as _

from workflows.core.errors import BadValues


def clock_time(field: str, given: Any) -> time:
    """A time of day to the minute, `08:30` or `08.30`. Raises `BadValues`."""
    try:
        return datetime.strptime(str(given).strip().replace(".", ":"), "%H:%M").time()
    except ValueError as error:
        raise BadValues({field: _("Tulis jam sebagai 08.30.")}) from error


def the_one(deed, rows) -> Any:
    """The one rakor that such an act is about. Raises `BadValues` for more of them."""
    if len(deed.subjects) != 1:
        raise BadValues({"subjects": _("Tindakan ini dilakukan untuk satu rakor setiap kali.")})
    return rows.select_related("file__region").get()
