"""Papers and photos beside a proposal."""

from typing import Any

from django.utils.translation import gettext as _

from workflows.core.errors import BadValues
from workflows.core.models import Attachment


def known_attachments(keys: list[Any]) -> list[Attachment]:
    """The uploads with these ids, in their order. Raises `BadValues` naming the ones that are not there."""
    numbers = [key for key in keys if isinstance(key, int) and not isinstance(key, bool)]
    found = Attachment.objects.in_bulk(numbers)
    wrong = {f"attachments.{n}": _("Unggahan ini tidak ada; unggah berkasnya lebih dahulu.")
             for n, key in enumerate(keys, 1) if key not in numbers or key not in found}  # fmt: skip
    if wrong:
        raise BadValues(wrong)
    return [found[key] for key in numbers]


def hashes_of(file_id: int, evidence: Any) -> list[dict[str, Any]]:
    """What a snapshot says of a file's evidence: kind, name and hash of each, in the order of upload."""
    found = evidence.filter(file=file_id).select_related("attachment").order_by("pk")
    return [{"kind": e.kind, "name": e.attachment.name, "sha256": e.attachment.sha256, "note": e.note} for e in found]
