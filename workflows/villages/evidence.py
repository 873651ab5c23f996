"""Papers and photos beside a proposal."""

from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery, TextField
from django.db.models.functions import Cast
from django.utils.translation import gettext as _

from workflows.core.act import all_of
from workflows.core.errors import BadValues
from workflows.core.models import Attachment
from workflows.routes.states import AssignmentKind, AssignmentState

from .states import EvidenceKind

WRITTEN = {"berita_acara": EvidenceKind.MINUTES, "rekomendasi": EvidenceKind.RECOMMENDATION}
"""Letters that, once signed, are evidence beside what they are about: nobody uploads them again."""


def signed_letters(*kinds: str) -> QuerySet:
    """The signed letters of these kinds (all that are evidence)."""
    return all_of("letters.Letter").filter(kind__in=kinds or WRITTEN, state="signed").order_by("pk")


def with_scans(letters: QuerySet) -> QuerySet:
    """Each with the hash of its confirmed `scan`, if it was signed in ink."""
    noted = Attachment.objects.annotate(key=Cast("pk", TextField())).filter(key=OuterRef("note"))
    confirmed = all_of("routes.Assignment").filter(
        file=OuterRef("pk"), kind=AssignmentKind.CONFIRM_SCAN, state=AssignmentState.APPROVED
    )  # fmt: skip
    scans = confirmed.annotate(scan=Subquery(noted.values("sha256"))).order_by("-pk").values("scan")
    return letters.annotate(scan=Subquery(scans[:1]))


def hashes_in(letter: Any) -> dict[str, str]:
    """By what a snapshot holds a signed letter that came `with_scans`: its paper, and the scan of what was signed in ink."""
    return {"sha256": letter.paper} | ({"scan": letter.scan} if letter.scan else {})


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
    """What a snapshot says of a file's evidence: kind, name and hash of each, uploads in their order, then signed minutes."""
    found = evidence.filter(file=file_id).select_related("attachment").order_by("pk")
    uploads = [{"kind": e.kind, "name": e.attachment.name, "sha256": e.attachment.sha256, "note": e.note} for e in found]
    minutes = with_scans(signed_letters("berita_acara").filter(concerns=file_id))
    return uploads + [
        {"kind": EvidenceKind.MINUTES, "name": m.subject, "note": m.issue["number"]} | hashes_in(m) for m in minutes
    ]
