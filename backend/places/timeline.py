"""A village's story from its beginning: what decrees did to it, what was done about it, and the papers that exist."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from backend.access import Mandates
from backend.meetings.traces import Link, Trace, traces
from backend.pages import history
from documents.models import Document
from workflows.core.models import JournalEntry, JournalSubject
from workflows.decrees.models import Effect
from workflows.meetings.models import Motion
from workflows.meetings.states import MotionState
from workflows.villages.models import KampungKB

KINDS = {"keputusan": gettext_lazy("Keputusan"), "jurnal": gettext_lazy("Tindakan"), "naskah": gettext_lazy("Naskah"),
         "pencanangan": gettext_lazy("Pencanangan"), "rakor": gettext_lazy("Rakor")}  # fmt: skip
MOST = 200
"""Acts on one village that are told; the rest stands in the histories of its files."""


@dataclass(frozen=True)
class Event:
    """One line. `url` leads to what it tells of, if that may be read; `more` to what goes with it."""

    day: date
    kind: str
    words: str
    url: str = ""
    more: list[Link] = field(default_factory=list)

    @property
    def kind_words(self) -> str | Promise:
        return KINDS[self.kind]


def timeline(village: KampungKB, effects: Iterable[Effect], readable: set[int], papers: Iterable[Document],
             mandates: Mandates) -> list[Event]:  # fmt: skip
    """The oldest first."""
    events = [*of_decrees(effects, readable), *of_launches(village), *of_rakors(village, mandates), *of_papers(papers),
              *of_acts(village)]  # fmt: skip
    return sorted(events, key=lambda event: event.day)


def of_decrees(effects: Iterable[Effect], readable: set[int]) -> Iterator[Event]:
    for effect in effects:
        number = (effect.decree.issue or {}).get("number") or effect.decree.subject
        words = _("%(act)s: %(number)s, %(issuer)s")
        told = words % {"act": capfirst(effect.get_kind_display()), "number": number, "issuer": effect.decree.issuer.label}
        yield Event(effect.since, "keputusan", told, reverse("decree", args=[effect.decree_id]) if effect.decree_id in readable else "")
        if effect.until and effect.until >= effect.since:
            yield Event(effect.until, "keputusan", _("Berakhir: %(what)s") % {"what": f"{effect.get_kind_display()}, {number}"})


def of_launches(village: KampungKB) -> Iterator[Event]:
    for launch in village.launches.all():
        yield Event(launch.on, "pencanangan", _("Dicanangkan di %(place)s") % {"place": launch.place or "–"})


def of_rakors(village: KampungKB, mandates: Mandates) -> Iterator[Event]:
    """What a rakor's signed record decided about it, with what that did."""
    decided = Motion.objects.filter(rows__kampung=village, state=MotionState.EXECUTED)
    wanted = ("rakor__file", "rakor__round__instrument", "file", "owner")
    for one in traces(decided.select_related(*wanted).order_by("rakor__held_on", "number"), mandates, village):
        words = _("%(rakor)s: %(decision)s") % {"rakor": one.motion.rakor, "decision": one.text}
        yield Event(one.motion.rakor.held_on, "rakor", words, one.rakor.url, linked(one))


def linked(trace: Trace) -> list[Link]:
    """The decision, its signed record, and what it did to the one village."""
    return [link for link in (trace.said, trace.record, *(line.result for line in trace.lines)) if link]


def of_papers(papers: Iterable[Document]) -> Iterator[Event]:
    for paper in papers:
        if paper.dated:
            yield Event(paper.dated, "naskah", f"{paper.file.title} {paper.number}".strip(), reverse("paper", args=[paper.pk]))



def of_acts(village: KampungKB) -> Iterator[Event]:
    noted = JournalSubject.objects.filter(kind="kampungkb", object_id=village.pk).values("entry")
    entries = JournalEntry.objects.filter(pk__in=noted).select_related("person", "office", "mandate__acts_for").order_by("-pk")[:MOST]
    for entry in reversed(entries):
        line = history.line(entry)
        yield Event(entry.on, "jurnal", f"{line.words}{': “' + line.reason + '”' if line.reason else ''}")
