"""The field officer's check of a proposal, written down under the file's lock and frozen with it."""

from typing import Any

from django.utils.translation import gettext as _

from workflows.core.act import all_of
from workflows.core.errors import BadValues
from workflows.routes.submitting import change_snapshot

from .checklists import FIELD_CHECK
from .evidence import known_attachments
from .input import answers
from .states import EvidenceKind


def record(deed, proposals) -> dict[str, Any]:
    """Write the check down, with its papers and photos, and freeze it. Raises `BadValues` naming the field."""
    if len(deed.subjects) != 1:
        raise BadValues({"field_check": _("Pemeriksaan lapangan diisi untuk satu usulan.")})
    proposal = proposals.get()
    checked = proposal.field_check | answers("field_check", deed.values["field_check"], FIELD_CHECK)
    proposals.update(field_check=checked)
    for attachment in known_attachments(deed.values.get("attachments") or []):
        all_of("villages.Evidence").create(
            file_id=proposal.pk, kampung_id=proposal.kampung_id, kind=EvidenceKind.FIELD_CHECK, attachment=attachment
        )
    return change_snapshot(deed, proposals)
