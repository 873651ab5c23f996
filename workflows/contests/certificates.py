"""A winner's certificate (documents.md D19): what it says is read off the contest and its decree."""

from typing import Any

from django.utils.translation import gettext as _

from workflows.core.errors import Problem, Refused
from workflows.letters.beginnings import beginnings_elsewhere
from workflows.letters.beginnings.known import Beginning, Known
from workflows.letters.states import LetterKind
from workflows.organisation.labels import with_labels
from workflows.organisation.models import Region
from workflows.organisation.stationery import programme_on
from workflows.villages.content import village_of

from .models import Entry
from .states import CompetitionState, ContestLevel


def earns_certificate(entry: Entry) -> bool:
    """A named winner of a regency's contest. A governor's is not made in Siklus, and one of before Siklus is no more to be made."""
    contest = entry.competition
    named = contest.state == CompetitionState.AWARDED and contest.level == ContestLevel.REGENCY and not contest.is_old
    return named and entry.rank is not None and entry.rank <= contest.winners


def certificate(known: Known) -> Beginning:
    """Raises `Refused` for an entry that earns none."""
    entry: Entry = known.about.entry
    if not earns_certificate(entry):
        words = _("Piagam dibuat untuk pemenang lomba kabupaten/kota yang sudah ditetapkan.")
        raise Refused([Problem(entry.pk, "entry", "earns_certificate", words, _("penyelenggara lomba"))])
    body = {"recipient": recipient(entry, known), "place": place(entry, known), "rank": entry.rank,
            "contest": entry.competition.file.title, "decree": decided_by(entry), "thanks": ""}  # fmt: skip
    return known.begun(f"Piagam {entry.competition.file.title}: {entry.kampung}", body)


def recipient(entry: Entry, known: Known) -> str:
    """*Kampung Keluarga Berencana* on papers dated before the rename."""
    return f"{programme_on(known.day)} {entry.kampung.name or entry.kampung.hamlet or entry.kampung.region.name}"


def place(entry: Entry, known: Known) -> str:
    village = village_of(entry.kampung, known.day)
    above: Any = entry.kampung.region.parent_id
    district: Any = with_labels(Region.objects.filter(pk=above)).get()
    return f"{village['label']} {village['name']}, {district.label} {village['district']}"


def decided_by(entry: Entry) -> str:
    decree = entry.competition.decree
    return Known(decree.file, decree.file.office).decree if decree and decree.issue else entry.competition.source


beginnings_elsewhere[LetterKind.CERTIFICATE] = certificate
