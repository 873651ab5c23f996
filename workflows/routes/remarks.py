"""Remarks pinned to parts of what was returned: given with the return, answered by who puts them right."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from workflows.core.act import all_of
from workflows.core.errors import BadValues, Conflict, Problem, Refused
from workflows.core.models import File, raise_version
from workflows.organisation.models import Mandate

from .states import AssignmentState

FIELDS = {"part", "target", "text"}
LONGEST_ANSWER = 1000


def with_assignment(deed, tasks) -> dict[str, Any]:
    """Pin the given remarks (`[{"part", "target", "text"}]`) to the one assignment that is returned.

    Raises `BadValues` for a remark without text or with an unknown key.
    """
    remarks = deed.values.get("remarks") or []
    for n, remark in enumerate(remarks, 1):
        if not isinstance(remark, dict) or not str(remark.get("text") or "").strip() or set(remark) - FIELDS:
            raise BadValues({f"remarks.{n}": _("Catatan berisi text, dan boleh part serta target.")})
    if remarks and len(deed.subjects) != 1:
        raise BadValues({"remarks": _("Catatan disematkan pada satu berkas saja.")})
    return {"pinned": [{"part": "", "target": ""} | r | {"assignment": deed.subjects[0]} for r in remarks]}


def with_deadline(deed, tasks) -> dict[str, Any]:
    """The same, and until when it is to be put right. Raises `BadValues` also for a day that is none or past."""
    return with_assignment(deed, tasks) | {"fix_until": day_to_come(deed)}


def day_to_come(deed) -> date | None:
    given = deed.values.get("fix_by")
    try:
        day = date.fromisoformat(given) if given else None
    except ValueError:
        raise BadValues({"fix_by": _("Tanggal ditulis tahun-bulan-hari, misalnya 2024-05-06.")}) from None
    if day and day < deed.today:
        raise BadValues({"fix_by": _("Tenggat perbaikan tidak boleh sebelum hari ini.")})
    return day


def to_answer(file: File) -> QuerySet[Any]:
    """The remarks of the last return and those of earlier ones that nobody has answered, newest first."""
    every = all_of("routes.Remark").filter(assignment__file=file)
    last = every.order_by("-entry").values("entry")[:1]
    return every.filter(Q(resolved=False) | Q(entry=last)).order_by("-entry", "pk")


@transaction.atomic
def answer_remarks(file: File, by: Mandate, answers: Mapping[int, str], version: int | None = None) -> None:
    """Note what was done about remarks (by their ids) on a file that the office of `by` puts right.

    An answer says what was done; an empty one opens its remark again. Raises `BadValues` naming the remark,
    `Conflict` when the file has moved on, `Refused` when the file is with another office.
    """
    locked = File.objects.select_for_update().select_related(None).get(pk=file.pk)
    if version is not None and version != locked.version:
        words = _("Berkas ini berubah sejak Anda membukanya. Muat ulang dan periksa perubahannya.")
        raise Conflict([Problem(file.pk, "file", "version", words)], [])
    if by.acting_office_id not in offices_to_fix(locked):
        words = _("Berkas ini sedang diperbaiki kantor lain, atau sudah diajukan ulang.")
        raise Refused([Problem(file.pk, "file", "office_to_fix", words, _("penyusun"))])
    remarks = all_of("routes.Remark").filter(assignment__file=file.pk).in_bulk(list(answers))
    for key, answer in answers.items():
        note_answer(remarks.get(key), key, answer.strip(), by)
    raise_version(file.pk)


def note_answer(remark: Any, key: int, answer: str, by: Mandate) -> None:
    if remark is None or len(answer) > LONGEST_ANSWER:
        raise BadValues({f"remarks.{key}": _("Catatan ini tidak ada, atau jawabannya terlalu panjang.")})
    remark.resolved, remark.answer = bool(answer), answer
    remark.resolved_by, remark.resolved_at = (by.person, Now()) if answer else (None, None)
    remark.save(update_fields=["resolved", "answer", "resolved_by", "resolved_at"])


def offices_to_fix(file: File) -> set[int]:
    """Whose turn it is to put a file right: the drafter's while it is returned, else those with an open step."""
    subject = all_of(SUBJECTS[file.kind]).filter(pk=file.pk)
    if subject.filter(state="returned").exists():
        return {file.office_id}
    steps = all_of("routes.Assignment").filter(file=file.pk, state=AssignmentState.OPEN, step__isnull=False)
    return set(steps.values_list("office", flat=True))


SUBJECTS = {"decree": "decrees.Decree", "proposal": "villages.Proposal", "letter": "letters.Letter",
            "evaluation": "evaluations.Evaluation"}  # fmt: skip
"""Kind of file → what it is about, by name: these apps stand above this one."""
