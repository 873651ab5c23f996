"""What an office is asked, and what it answers. Each is an act's `prepare`."""

from typing import Any

from django.utils.translation import gettext as _

from workflows.core.errors import BadValues
from workflows.villages.input import day, text

from .input import words
from .lists import FUNDS, named

LONGEST = 2_000


def prepare_owner(deed, needs) -> dict[str, Any]:
    """Until when an answer is wanted, and what is said to who is asked. Raises `BadValues`."""
    due = day("due_on", deed.values["due_on"])
    if due < deed.today:
        raise BadValues({"due_on": _("Tenggat tidak boleh sebelum hari ini.")})
    return {"due": due, "note": text("instruction", deed.values.get("instruction") or "", LONGEST)}


def prepare_answer(deed, needs) -> dict[str, Any]:
    """The answer, and what pays for it. Raises `BadValues`."""
    fund = deed.values.get("fund") or ""
    for need in needs.select_related("kampung__region") if fund else []:
        if fund not in (offered := named(FUNDS, need.funds).for_kind(need.kampung.region.kind)):
            raise BadValues({"fund": _("Pilih sumber dana: %(funds)s.") % {"funds": ", ".join(offered)}})
    return {"answer": words("answer", deed.values["answer"], LONGEST), "fund": fund}
