"""Locking a ranking: what is lacking by name, and else the list that is published with its hash."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from workflows.core.act import all_of
from workflows.core.canonical import fingerprint
from workflows.core.errors import Problem

from .collecting import published, scores_of
from .input import the_one
from .ranking import Place, rank
from .states import NOT_THROUGH


def lock(deed, competitions) -> dict[str, Any]:
    """The ranking as it is published, the places of its entries, and until when it may be appealed against."""
    contest = the_one(deed, competitions.select_related("rubric", "file__region"))
    number = contest.rankings.count() + 1
    listed = published(contest, number)
    row = {"competition": contest.pk, "number": number, "published": listed, "sha256": fingerprint(listed)}
    return {
        "rankings": [row],
        "ranks": {place["entry"]: place["rank"] for place in listed["places"]},
        "totals": {place["entry"]: place["total"] for place in listed["places"]},
        "last_appeal": deed.on + timedelta(days=contest.appeal_days),
    }


def lacking(competition: Any) -> Iterator[Problem]:
    """Everything that keeps a ranking from being locked, each by its name."""
    titles = {str(entry.pk): str(entry) for entry in entries_of(competition)}
    for entry in entries_of(competition).filter(state__in=NOT_THROUGH):
        yield problem(entry.pk, _("%(entry)s belum dipaparkan atau ditinjau di lapangan.") % {"entry": entry})
    places = rank(scores_of(competition), competition.rubric.rubric, competition.ranking_rules)
    if not places:
        yield problem(competition.pk, _("Belum ada peserta yang sudah ditinjau di lapangan."))
    for place in places:
        if place.rank is None:
            yield problem(int(place.entry), titles[place.entry] + ": " + what_lacks(place, competition))


def entries_of(competition: Any) -> QuerySet:
    return all_of("contests.Entry").filter(competition=competition).select_related("kampung__region").order_by("pk")


def what_lacks(place: Place, competition: Any) -> str:
    """`belum ada nilai Contoh Juri (Keluaran); lembar nilai selesai 1 dari 3`."""
    jurors = {str(juror.number): juror.name for juror in competition.jurors.all()}
    labels = {criterion.key: criterion.label for criterion in competition.rubric.rubric.criteria}
    points = [f"{jurors[juror]} ({labels[key]})" for juror, key in place.unfinished]
    finished = _("lembar nilai selesai %(there)d dari %(needed)d") % {
        "there": place.sheets, "needed": competition.ranking_rules.sheets_needed,
    }  # fmt: skip
    return "; ".join([*([_("belum ada nilai %(whose)s") % {"whose": ", ".join(points)}] if points else []), finished]) + "."


def problem(pk: int, words: str) -> Problem:
    return Problem(pk, "entry", "ranking_is_complete", words, _("juri dan penyelenggara lomba"))
