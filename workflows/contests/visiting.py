"""The field visit, written down with its evidence under the file's lock."""

from typing import Any

from django.utils.translation import gettext as _

from workflows.core.act import all_of
from workflows.core.errors import BadValues
from workflows.villages.evidence import known_attachments
from workflows.villages.input import day, text
from workflows.villages.states import EvidenceKind

from .input import points, the_one
from .rubric import WHOLE

LONGEST_NOTE = 2000


def record_visit(deed, entries) -> dict[str, Any]:
    """What was found, with papers or photos. Raises `BadValues` naming the field; a visit is never still to come."""
    entry = the_one(deed, entries)
    visited = day("visited_on", deed.values["visited_on"])
    if visited > deed.on:
        raise BadValues({"visited_on": _("Tinjauan dicatat sesudah dilaksanakan; tanggal ini belum tiba.")})
    found = points("points", deed.values["points"], WHOLE)
    note = text("note", deed.values.get("note") or "", LONGEST_NOTE)
    for attachment in known_attachments(deed.values["attachments"]):
        all_of("villages.Evidence").create(
            file_id=entry.pk, kampung_id=entry.kampung_id, kind=EvidenceKind.FIELD_CHECK, attachment=attachment
        )
    return {"visited": visited, "found": found, "noted": note}
