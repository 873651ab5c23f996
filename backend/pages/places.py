"""The parts of a paper that a remark can be pinned to, or that something is missing from."""

import re
from typing import Any

from django.utils.translation import gettext_lazy as _

from backend.rounds.wording import OUTCOME, asked_in_words, is_asked
from workflows.core.models import File
from workflows.villages.checklists import CRITERIA, FIELD_CHECK, PRECONDITIONS

PLACES = {
    "subject": _("Tentang"), "considerations": _("Menimbang"), "bases": _("Mengingat"), "clauses": _("Diktum"),
    "rows": _("Baris daftar"), "members": _("Susunan Pokja"), "checklist": _("Daftar periksa"), "evidence": _("Bukti dukung"),
}  # fmt: skip
PLACES_OF_PROPOSALS = {
    "profile": _("Gambaran umum"), "letter": _("Surat usulan"), "preconditions": _("Prasyarat"), "criteria": _("Kriteria"),
    "field_check": _("Pemeriksaan lapangan"), "evidence": _("Bukti dukung"),
}  # fmt: skip
QUESTIONS: dict[str, dict[str, Any]] = {"preconditions": PRECONDITIONS, "criteria": CRITERIA, "field_check": FIELD_CHECK}
PARTS = {"rows": "list", "members": "list", "preconditions": "checklist", "criteria": "checklist", "checklist": "checklist",
         "evidence": "evidence", "field_check": "field_check"}  # fmt: skip
"""The first word of a target → the part of the snapshot that it stands in; all others stand in the text."""
TARGET = re.compile(r"[a-z_]{1,30}(\.\w{1,40})?", re.ASCII)

PLACES_OF_LETTERS = {
    "subject": _("Hal"), "to": _("Yth."), "copies_to": _("Tembusan"), "parties": _("Penanda tangan"), "office": _("Kantor"),
    "letterhead": _("Kop surat"), "held_on": _("Tanggal musyawarah"), "venue": _("Tempat"), "activity": _("Yang dilaksanakan"),
    "results": _("Hasil"), "bases": _("Dasar"), "recipients": _("Kepada"), "purpose": _("Untuk"), "items": _("Yang dikirim"),
    "points": _("Isi"), "problem": _("Persoalan"), "assumptions": _("Praanggapan"), "facts": _("Fakta yang mempengaruhi"),
    "analysis": _("Analisis"), "conclusions": _("Simpulan"), "suggestions": _("Saran"), "assignees": _("Yang ditugasi"),
    "tasks": _("Tugas"), "since": _("Sejak"), "until": _("Sampai"), "corrections": _("Ralat"), "ladder": _("Paraf"),
}  # fmt: skip


def is_place(target: str) -> bool:
    """Whether a remark can be pinned there: `clauses.2`, `rows.18`, `preconditions.commitment`, `profile`, `pokja.meets`."""
    name = target.partition(".")[0]
    return bool(TARGET.fullmatch(target)) and (name in PLACES | PLACES_OF_PROPOSALS or is_asked(target))


def places_of(file: File) -> dict[str, Any]:
    """What a remark on a file may be pinned to."""
    if file.kind == "proposal":
        return PLACES_OF_PROPOSALS
    if file.kind == "evaluation":
        asked = file.evaluation.round.questionnaire.questions.sections
        return {section.key: section.label for section in asked} | {OUTCOME: _("Hasil hitungan")}
    return PLACES


def part_of(target: str, kind: str) -> str:
    """The part of the snapshot; of an evaluation each section is one."""
    name = target.partition(".")[0]
    return name if kind == "evaluation" else PARTS.get(name, "text") if target else ""


def place_in_words(target: str) -> str:
    """`clauses.2` → `Diktum 2`; `preconditions.commitment` → `Prasyarat: dukungan dan komitmen pemerintah daerah`."""
    name, _dot, rest = target.partition(".")
    label = PLACES.get(name) or PLACES_OF_PROPOSALS.get(name) or (asked_in_words(target) if name else "")
    if asked := QUESTIONS.get(name, {}).get(rest):
        return f"{label}: {asked}"
    return f"{label} {rest if rest.isdigit() and name in PLACES and name != 'evidence' else ''}".strip()
