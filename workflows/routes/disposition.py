"""*Disposisi*: an instruction to another office, with its day. It blocks nothing."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from workflows.core.errors import BadValues


def prepare_disposition(deed, tasks) -> dict[str, Any]:
    """The day by which an answer is wanted. Raises `BadValues` for none, or one that is past."""
    try:
        due = date.fromisoformat(deed.values["due_on"])
    except ValueError:
        raise BadValues({"due_on": _("Tulis tenggatnya sebagai tahun-bulan-hari.")}) from None
    if due < deed.today:
        raise BadValues({"due_on": _("Tenggat tidak boleh sebelum hari ini.")})
    return {"due": due}
