"""Results of contests that were held before Siklus, as a paper or the press tells them: ranks without a jury."""

from typing import Any

from django.utils.translation import gettext as _

from workflows.core.errors import BadValues
from workflows.villages.input import day, text

from .input import the_one
from .states import EntryState

LOWEST_RANK, LONGEST_SOURCE = 999, 300


def old_places(deed, competitions) -> dict[str, Any]:
    """`places`: id of an entry → its rank; every draft gets one. `source` is of the day `source_on`.

    Raises `BadValues` naming what is wrong.
    """
    contest = the_one(deed, competitions)
    drafts = {str(pk) for pk in contest.entries.filter(state=EntryState.DRAFT).values_list("pk", flat=True)}
    given = deed.values["places"]
    wrong = {f"places.{key}": _("Peserta ini tidak ada.") for key in given if str(key) not in drafts}
    wrong |= {f"places.{key}": _("Peringkat adalah bilangan dari 1 sampai %(lowest)d.") % {"lowest": LOWEST_RANK}
              for key, rank in given.items() if type(rank) is not int or not 1 <= rank <= LOWEST_RANK}  # fmt: skip
    wrong |= {f"places.{key}": _("wajib diisi") for key in drafts - {str(key) for key in given}}
    wrong |= {} if given else {"places": _("wajib diisi")}
    source = text("source", deed.values["source"], LONGEST_SOURCE)
    wrong |= {} if source else {"source": _("Sebutkan dari mana hasil ini diketahui.")}
    dated = day("source_on", deed.values["source_on"])
    if dated > deed.on:
        wrong["source_on"] = _("Tanggal sumber belum tiba.")
    if wrong:
        raise BadValues(wrong)
    return {"ranks": {str(key): rank for key, rank in given.items()}, "dated": dated}
