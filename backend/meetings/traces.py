"""What decisions of a rakor did, with links for whoever may follow them; the way back is `{% behind … %}` on other pages."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from backend.access import (
    Mandates,
    entries_for,
    evaluations_for,
    letters_for,
    needs_for,
    rakors_for,
    tasks_for,
    villages_for,
)
from workflows.coaching.models import Need
from workflows.contests.models import Entry
from workflows.evaluations.models import Evaluation
from workflows.letters.models import Letter
from workflows.meetings.models import Motion, Rakor
from workflows.meetings.tracing import Done, Result, done_by, signed_records
from workflows.meetings.wording import decision, label_of
from workflows.organisation.models import Office
from workflows.routes.models import Assignment
from workflows.routes.states import AssignmentState
from workflows.villages.drafting import hamlet_and_village
from workflows.villages.models import KampungKB

ROOMS: dict[type[Model], Any] = {
    Assignment: ("review", tasks_for), Entry: ("entry", entries_for), Evaluation: ("evaluation", evaluations_for),
    KampungKB: ("village", villages_for), Letter: ("letter", letters_for), Need: ("need", needs_for), Rakor: ("rakor", rakors_for),
}  # fmt: skip
"""The page of each kind of thing, and who finds it."""
ANSWERS = {AssignmentState.OPEN: gettext_lazy("menunggu jawaban"), AssignmentState.APPROVED: gettext_lazy("dijawab"),
           AssignmentState.REJECTED: gettext_lazy("tidak dapat dipenuhi")}  # fmt: skip
"""Where a follow-up that is answered in words stands."""


@dataclass(frozen=True)
class Link:
    """Words; without `url` for whoever may not see what they name."""

    words: str
    url: str


@dataclass(frozen=True)
class Line:
    village: Link | None
    result: Link | None


@dataclass(frozen=True)
class Trace:
    """A decision with where it stands, the record that it was signed with, and what it did."""

    motion: Motion
    text: str
    rakor: Link
    said: Link
    record: Link | None
    lines: list[Line]


class Links:
    """Addresses of those `things` that may be seen; each kind is asked once."""

    def __init__(self, mandates: Mandates, things: Iterable[Model | None]):
        asked: dict[type[Model], set[int]] = defaultdict(set)
        for thing in filter(None, things):
            asked[type(thing)].add(thing.pk)
        self.seen = {model: set(ROOMS[model][1](mandates).filter(pk__in=pks).values_list("pk", flat=True))
                     for model, pks in asked.items()}  # fmt: skip

    def to(self, thing: Model, words: str) -> Link:
        seen = thing.pk in self.seen[type(thing)]
        return Link(words, reverse(ROOMS[type(thing)][0], args=[thing.pk]) if seen else "")

    def to_motion(self, motion: Motion) -> Link:
        seen = motion.rakor_id in self.seen[Rakor]
        address = f"{reverse('rakor-motions', args=[motion.rakor_id])}#keputusan-{motion.number}"
        return Link(_("keputusan %(n)d") % {"n": motion.number}, address if seen else "")


def traces(motions: Iterable[Motion], mandates: Mandates, kampung: KampungKB | None = None) -> list[Trace]:
    """Of motions that were carried out, in their order; with `kampung` only what they did to this village."""
    listed = list(motions)
    done, records = done_by(listed, kampung), signed_records(listed)
    things = [thing for found in done.values() for one in found for thing in (one.kampung, one.result)]
    links = Links(mandates, [*things, *records.values(), *(one.rakor for one in listed)])
    return [trace(one, done[one.pk], records.get(one.rakor_id), links) for one in listed if one.pk in done]


def trace(motion: Motion, done: list[Done], record: Letter | None, links: Links) -> Trace:
    number = (record.issue or {}).get("number", "") if record else ""
    paper = links.to(record, f"{record.get_kind_display()} {number}".strip()) if record else None
    return Trace(motion, decision(motion), links.to(motion.rakor, str(motion.rakor)), links.to_motion(motion), paper,
                 [line(motion, one, links) for one in done])  # fmt: skip


def line(motion: Motion, done: Done, links: Links) -> Line:
    village = links.to(done.kampung, hamlet_and_village(done.kampung)) if done.kampung else None
    return Line(village, links.to(done.result, words_of(motion, done.result)) if done.result else None)


def words_of(motion: Motion, result: Result) -> str:
    """What it is, and where it stands today."""
    if isinstance(result, Evaluation):
        return _("kelas %(class)s") % {"class": label_of(motion.rakor, result.decided_class)}
    if isinstance(result, Entry):
        return _("%(contest)s: %(state)s") % {"contest": result.competition.file.title, "state": result.get_state_display()}
    if isinstance(result, Need):
        return asked(result.owner, result.get_state_display())
    return asked(result.office, ANSWERS.get(AssignmentState(result.state), result.get_state_display()))


def asked(owner: Office | None, state: Any) -> str:
    return _("tindak lanjut %(owner)s: %(state)s") % {"owner": owner.label if owner else "", "state": state}
