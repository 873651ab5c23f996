"""What issuing freezes: number, date, who signs under which name, and the whole content. Run under the locks.

One letter or 136 of them: the number of statements is the same.
"""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from workflows.core.canonical import fingerprint, normal
from workflows.core.errors import BadValues, Problem, Refused
from workflows.core.models import Snapshot
from workflows.decrees.issuing import verify_url
from workflows.decrees.states import Signing
from workflows.organisation.mandates import holders, signature_lines
from workflows.organisation.models import Mandate, Person

from . import content
from .numbering import numbers_of
from .states import LetterKind


def prepare_issue(deed, letters) -> dict[str, Any]:
    """Freeze the letters. Raises `BadValues` for what is missing or a wrong number, `Refused` for a vacant office."""
    found = list(
        letters.select_related("office__region", "file", "concerns__decree__issuer__region", "concerns__snapshot")
        .prefetch_related("parties__office__region").order_by("pk")
    )  # fmt: skip
    check_parties(found)
    seats = Seats(found, deed)
    prepared: dict[str, Any] = {
        "issues": {}, "signatories": {}, "signings": {}, "snapshots": [], "held": {}, "names": {}, "lines": {},
    } | numbers_of(deed, found)  # fmt: skip
    before, heads = made_before(found), content.heads_on(found, deed.on)
    for letter in found:
        seats.fill(letter, prepared)
        issue = issue_of(letter, prepared["texts"][letter.pk], deed.on, seats.mandates[chief(letter).office_id].person)
        frozen = content.content_of(letter, heads, issue)
        content.check(frozen)
        key = str(letter.pk)
        prepared["issues"][key], prepared["signings"][key] = issue, issue["signature"]
        prepared["signatories"][key] = seats.mandates[chief(letter).office_id].pk
        prepared["snapshots"].append(snapshot_row(letter, frozen, before.get(letter.pk, 0) + 1))
    return prepared


class Seats:
    """Who holds the offices of the letters' parties on the day, and how they are printed."""

    def __init__(self, letters: list, deed):
        self.deed = deed
        offices = {party.office for letter in letters for party in letter.parties.all() if party.office}
        holding = holders([office.pk for office in offices], deed.on)
        self.mandates = {office.pk: self.held(office, holding.get(office.pk, [])) for office in offices}
        self.lines = {pk: signature_lines(mandate, deed.on) for pk, mandate in self.mandates.items()}

    def held(self, office, holding: list[Mandate]) -> Mandate:
        """By whom the office signs: whoever issues the letter if he may, else the fullest holder. Raises `Refused`."""
        if not holding:
            words = _("%(office)s tidak ada pejabatnya hari ini; surat ini menunggu penugasan.") % {"office": office.label}
            raise Refused([Problem(office.pk, "office", "seat_is_held", words, _("pengelola data jabatan"))])
        return next((mandate for mandate in holding if mandate.pk == self.deed.by.pk), holding[0])

    def fill(self, letter, prepared: dict[str, Any]) -> None:
        """Put name and lines on the parties who have an office."""
        for party in letter.parties.all():
            if party.office_id:
                party.name, party.lines = self.mandates[party.office_id].person.full_name, self.lines[party.office_id]
                prepared["held"][str(party.pk)] = self.mandates[party.office_id].pk
                prepared["names"][str(party.pk)], prepared["lines"][str(party.pk)] = party.name, party.lines


def check_parties(letters: list) -> None:
    """Raises `BadValues` for a letter that nobody with an office signs: somebody must answer for it."""
    if any(chief(letter) is None for letter in letters):
        raise BadValues({"parties": _("Sebutkan paling sedikit satu penanda tangan yang memegang jabatan.")})


def chief(letter):
    """Who answers for the letter: the party of its own office, else the first with an office."""
    seated = [party for party in letter.parties.all() if party.office_id]
    return next((party for party in seated if party.office_id == letter.office_id), seated[0] if seated else None)


def issue_of(letter, number: str, day: date, person: Person) -> dict[str, Any]:
    """The frozen block. A copy bears its decree's date; a party without a login makes it a paper for ink.

    An erratum looks like its decree, which names neither rank nor NIP.
    """
    party = chief(letter)
    service = {} if letter.kind == LetterKind.ERRATUM else person.service
    on_paper = any(other.office_id is None for other in letter.parties.all())
    dated = letter.concerns.decree.issue["date"] if letter.is_copy else day.isoformat()
    return {"number": number, "date": dated, "signatory": {"lines": party.lines, "name": party.name} | service,
            "signature": Signing.INK if on_paper else letter.signing, "verify_url": verify_url(letter.file)}  # fmt: skip


def made_before(letters: list) -> dict[int, int]:
    """How many snapshots each file has already: one that was sent back has some."""
    kept = Snapshot.objects.filter(file__in=[letter.pk for letter in letters]).order_by("number")
    return dict(kept.values_list("file", "number"))


def snapshot_row(letter, frozen: dict[str, Any], number: int) -> dict[str, Any]:
    """The snapshot without its issue, which is kept beside it, as a decree's."""
    kept = normal(frozen | {"issue": None})
    return {"file": letter.pk, "number": number, "content": kept, "sha256": fingerprint(kept), "parts": {"text": fingerprint(kept)},
            "template": content.template_of(letter)}  # fmt: skip
