"""Certified copies and excerpts of a decree, as many as it needs, in one go: a document each."""

from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from workflows.core.door import perform
from workflows.core.errors import BadValues, Refused
from workflows.core.models import File, JournalSubject
from workflows.decrees.models import Decree, DecreeRow
from workflows.decrees.row_numbers import row_numbers
from workflows.decrees.states import EffectKind
from workflows.organisation.models import Mandate
from workflows.routes.drafts import drafted_once

from .models import Letter, Party
from .states import LetterKind, LetterState
from .writing import why_not


@transaction.atomic
def start_copies(
    decree: Decree, kind: str, by: Mandate, rows: list[int] | None = None, *, signing: str = ""
) -> QuerySet[Letter]:
    """Drafts of a *salinan*, or of a *petikan* for each listed village (`rows`: only these numbers of the list).

    They are issued together: `perform(Letter.finalise, start_copies(…), by=by)`. A village that has an excerpt already gets
    no second one. They are signed the way the decree was, unless `signing` says otherwise. Raises `BadValues` for rows
    that are not there or when none is left, `Refused` as `why_not` says.
    """
    about = File.objects.select_for_update(of=("self",)).select_related("region", "decree__issuer").get(pk=decree.pk)
    if kind not in (LetterKind.COPY, LetterKind.EXCERPT):
        raise BadValues({"kind": _("Pilih salinan atau petikan.")})
    if problems := why_not(LetterKind(kind), about, by):
        raise Refused(problems)
    wanted = [None] if kind == LetterKind.COPY else missing(numbered(about.decree, rows))
    files = File.objects.bulk_create(file_of(kind, about, row, by) for row in wanted)
    letters = Letter.objects.bulk_create(
        letter_of(kind, about, row, file, by, signing or about.decree.signing) for row, file in zip(wanted, files, strict=True)
    )
    Party.objects.bulk_create(Party(letter=letter, order=1, office=by.office) for letter in letters)
    return Letter.objects.filter(pk__in=[letter.pk for letter in letters])


def issue_copies(
    decree: Decree, kind: str, by: Mandate, rows: list[int] | None = None, *, signing: str = "", key: str = ""
) -> QuerySet[Letter]:
    """Start copies and issue them at once: all or none. With the `key` of an earlier request, those that it made.

    Raises as `drafted_once`, `start_copies` and `perform` do.
    """

    @transaction.atomic
    def issue() -> int:
        return perform(Letter.finalise, start_copies(decree, kind, by, rows, signing=signing), by=by).pk

    entry = drafted_once(key, by.person, issue, [decree.pk, kind, rows, signing])
    return Letter.objects.filter(pk__in=JournalSubject.objects.filter(entry=entry, kind="letter").values("object_id"))


def numbered(decree: Decree, wanted: list[int] | None) -> list[tuple[int, DecreeRow]]:
    """The rows that the list holds, with the numbers that it prints. Raises `BadValues` naming each that is not there."""
    numbers, standing = row_numbers(decree), decree.rows.filter(struck=False).exclude(effects__contains=[EffectKind.STRIKE])
    rows = {numbers[row.pk]: row for row in standing.select_related("kampung__region").order_by("order")}
    words = _("Daftar ini tidak mempunyai baris %(order)d.")
    if wrong := {f"rows.{n}": words % {"order": n} for n in wanted or [] if n not in rows}:
        raise BadValues(wrong)
    return [(n, row) for n, row in rows.items() if wanted is None or n in wanted]


def missing(rows: list[tuple[int, DecreeRow]]) -> list[Any]:
    """Those without an excerpt. Raises `BadValues` when all have one."""
    made = Letter.objects.filter(row__in=[row for _n, row in rows]).exclude(state=LetterState.CANCELLED)
    there = set(made.values_list("row", flat=True))
    left = [(n, row) for n, row in rows if row.pk not in there]
    if not left:
        raise BadValues({"rows": _("Setiap desa/kelurahan dalam daftar sudah mempunyai petikan.")})
    return left


def file_of(kind: str, about: File, row: Any, by: Mandate) -> File:
    """A copy belongs where its decree does, an excerpt to its village, so that the village sees it."""
    region = row[1].kampung.region if row else about.region
    return File(kind="letter", title=title_of(kind, about, row), region=region, zone=region.zone, office=by.office,
                drafted_by=by.person, example=about.example)  # fmt: skip


def title_of(kind: str, about: File, row: Any) -> str:
    place = f" ({row[1].kampung.region.name})" if row else ""
    return f"{LetterKind(kind).label.capitalize()} {about.title}"[: 500 - len(place)] + place


def letter_of(kind: str, about: File, row: Any, file: File, by: Mandate, signing: str) -> Letter:
    return Letter(file=file, kind=kind, office=by.office, concerns=about, row=row and row[1], subject=file.title,
                  fields={"row": row[0]} if row else {}, signing=signing)  # fmt: skip
