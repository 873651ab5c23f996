from typing import Any

from workflows.organisation.models import Role

from .known import Beginning, Known

NEXT = {Role.VILLAGE_HEAD: Role.CAMAT, Role.CAMAT: Role.AGENCY, Role.AGENCY: Role.SECRETARY}
"""To whom an office hands over (documents.md D5)."""


def cover(known: Known) -> Beginning:
    """D5: what is handed over, piece by piece."""
    is_decree = known.about.kind == "decree"
    subject = f"Rancangan {known.decree}" if is_decree else f"Usulan {known.wanted}"
    receiver = known.seat(NEXT[Role(known.office.role)])
    place = receiver.place or receiver.territory.name if receiver else ""
    body = {"destination": place, "items": of_decree(known) if is_decree else of_proposal(known)}
    return known.begun(subject, body, to=[known.title(NEXT[Role(known.office.role)])])


def of_proposal(known: Known) -> list[dict[str, Any]]:
    papers = known.about.evidence.select_related("attachment").order_by("pk")
    return [piece(known.proposing_letter), *(piece(f"{paper.get_kind_display()} ({paper.attachment.name})") for paper in papers)]


def of_decree(known: Known) -> list[dict[str, Any]]:
    draft = piece(f"Rancangan {known.decree}, memuat {known.villages}")
    return [draft, piece("Lampiran keputusan", known.annexes)] if known.annexes else [draft]


def piece(description: str, count: int = 1) -> dict[str, Any]:
    return {"description": description[:1].upper() + description[1:], "count": count, "unit": "berkas", "note": ""}
