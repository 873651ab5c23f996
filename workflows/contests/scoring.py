"""A juror's sheet as he hands it in, whole or in part; what he gives again takes the place of what he gave."""

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from workflows.core.act import all_of
from workflows.core.errors import BadValues

from .input import points, the_one
from .rubric import Rubric


def read_sheet(deed, entries) -> dict[str, Any]:
    """The points, one row a criterion. Raises `BadValues` naming each criterion that is wrong."""
    entry = the_one(deed, entries.select_related("competition__rubric"))
    given = sheet(deed.values["points"], entry.competition.rubric.rubric)
    juror = deed.values["juror"]
    all_of("contests.Score").filter(participant=entry, juror=juror, criterion__in=given).delete()
    rows = [{"participant": entry.pk, "juror": juror, "criterion": key, "points": worth} for key, worth in given.items()]
    return {"scores": rows}


def sheet(given: dict[str, Any], rubric: Rubric) -> dict[str, Decimal]:
    maximum = {criterion.key: criterion.maximum for criterion in rubric.criteria}
    read, wrong = {}, {}
    for key, worth in given.items():
        try:
            read[key] = points(f"points.{key}", worth, maximum[key])
        except KeyError:
            wrong[f"points.{key}"] = _("Kriteria ini tidak ada dalam rubrik.")
        except BadValues as bad:
            wrong |= bad.fields
    if wrong or not read:
        raise BadValues(wrong or {"points": _("wajib diisi")})
    return read
