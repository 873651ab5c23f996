"""What a letter's paper prints: its content, made when it is previewed and frozen when it is issued.

A copy's content holds the decree's whole final content: nothing of it is looked up again in tables that may move on.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import prefetch_related_objects

from workflows.core.clock import today
from workflows.core.errors import BadValues
from workflows.decrees.heading import issuer_of
from workflows.decrees.snapshot import SCHEMA as DECREE
from workflows.organisation.mandates import holders
from workflows.organisation.models import Papers
from workflows.organisation.stationery import Look, stationery_for
from workflows.organisation.titles import Title, titles

from .states import LetterKind

LETTER, COPY = "siklus/letter/1", "siklus/copy/1"
WITH_SEVERAL = [LetterKind.MINUTES, LetterKind.NOTES, LetterKind.RECORD, LetterKind.JUDGING]
"""Kinds whose paper lists its parties; the others print one signatory."""
PRINTED_AS = {LetterKind.JUDGING: LetterKind.MINUTES}
"""Kinds that have no layout of their own."""

checked_by: list[Callable[[dict[str, Any]], dict[str, str]]] = []
"""Who knows the papers registers here: a function that tells what is wrong with a content, by place (`body.results`)."""


def template_of(letter) -> str:
    return f"{PRINTED_AS.get(letter.kind, letter.kind)}@1"


@dataclass(frozen=True)
class Heads:
    """How the offices of some letters are called and what their papers look like on a day, by office."""

    titles: dict[int, Title]
    looks: dict[int, Look]


def heads_on(letters: list, day: date) -> Heads:
    parties = {party.office for letter in letters for party in letter.parties.all() if party.office}
    own = {letter.office for letter in letters}
    looks = {office.pk: stationery_for(office, day, Papers.NASKAH_DINAS) for office in own}
    return Heads(titles({office.pk for office in own | parties}, day), looks)


def content_of(letter, heads: Heads, issue: dict[str, Any] | None = None) -> dict[str, Any]:
    """The content of a letter; `heads` are those of its day. A draft has no `issue`."""
    common = {"kind": letter.kind, "template": template_of(letter), "example": letter.file.example, "issue": issue}
    made = {LetterKind.COPY: copy_of, LetterKind.EXCERPT: copy_of, LetterKind.ERRATUM: erratum_of}
    return made.get(letter.kind, text_of)(letter, heads) | common  # what a drafter writes never stands for the frame


def text_of(letter, heads: Heads) -> dict[str, Any]:
    return letter.fields | {
        "schema": LETTER, "subject": letter.subject, "parties": parties_of(letter, heads),
        "office": office_of(letter, heads),
    } | heads.looks[letter.office_id].on_letters  # fmt: skip


def office_of(letter, heads: Heads) -> dict[str, str]:
    office = letter.office
    return {"title": heads.titles[office.pk].long, "place": heads.looks[office.pk].place, "rank": office.role}


def parties_of(letter, heads: Heads) -> list[dict[str, Any]]:
    """Those who sign, in order, for the kinds that list them. Who holds an office is known when the letter is issued."""
    if letter.kind not in WITH_SEVERAL:
        return []
    return [
        {"role": party.role, "name": party.name,
         "lines": party.lines or [(heads.titles[party.office_id].long if party.office_id else party.role).upper()]}
        for party in letter.parties.all()
    ]  # fmt: skip


def erratum_of(letter, heads: Heads) -> dict[str, Any]:
    """An erratum prints as a decree does, under its issuer's head."""
    other = letter.concerns.decree
    look = heads.looks[letter.office_id]
    issuer = issuer_of(other.issuer, other.decided_on, look.place)
    changes = {"kind": "corrects", "order": 1, "retroactive": False,
               "other": {"title": f"Keputusan {issuer['title']}", "number": other.issue["number"], "date": other.issue["date"],
                         "subject": other.subject}}  # fmt: skip
    return {name: letter.fields["body"].get(name) for name in ("clauses", "corrections")} | {
        "schema": DECREE, "subject": letter.subject, "issuer": issuer, "changes": changes,
        "copies_to": letter.fields["copies_to"], **look.on_decrees,
    }  # fmt: skip


def copy_of(letter, heads: Heads) -> dict[str, Any]:
    row = {"row": letter.fields["row"]} if letter.row_id else {}
    return row | {"schema": COPY, "original": original_of(letter.concerns), "office": office_of(letter, heads),
                  "footer": heads.looks[letter.office_id].footer}  # fmt: skip


def original_of(file) -> dict[str, Any]:
    """The final content of the decree under a file, as its paper has it."""
    return file.snapshot.content | {"issue": file.decree.issue}


def preview_of(letter) -> dict[str, Any]:
    """The content of a letter as it stands: of a draft by today's titles and holders, else what was frozen."""
    if letter.issue:
        return letter.file.snapshot.content | {"issue": letter.issue}
    day = today(letter.file.zone)
    prefetch_related_objects([letter], "parties__office__region")
    name_holders(letter, day)
    return content_of(letter, heads_on([letter], day))


def name_holders(letter, day: date) -> None:
    """Put on the parties who have an office whoever holds it on that day, as issuing will."""
    seated = [party for party in letter.parties.all() if party.office_id]
    holding = holders([party.office_id for party in seated], day)
    for party in seated:
        party.name = holding[party.office_id][0].person.full_name if party.office_id in holding else ""


def check(content: dict[str, Any]) -> None:
    """Raises `BadValues` naming every place that its kind finds missing or wrong."""
    wrong = {place: words for asked in checked_by for place, words in asked(content).items()}
    if wrong:
        raise BadValues(wrong)
