"""By what the winners were named: a decree in Siklus, or the number and date of one that is not."""

from typing import Any

from django.utils.translation import gettext as _

from workflows.core.errors import BadValues
from workflows.villages.input import text

LONGEST = 300


def winners_named_by(deed, _competitions) -> dict[str, Any]:
    """Raises `BadValues` where neither is given."""
    paper = text("paper", deed.values.get("paper") or "", LONGEST)
    if not (deed.values.get("decree") or paper):
        raise BadValues(
            {"decree": _("Sebutkan keputusan yang menetapkan pemenang, atau nomor dan tanggalnya bila di luar Siklus.")}
        )
    return {"said": paper}
