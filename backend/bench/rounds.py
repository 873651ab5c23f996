"""A round of the whole nation: opened for every village, all classes computed, closed; each against one hand-written statement."""

import resource
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from django.db import connection

from workflows.core.door import perform
from workflows.core.models import File, JournalEntry
from workflows.decrees.models import Decree, Effect
from workflows.evaluations.computing import each_computed
from workflows.evaluations.models import Evaluation, Instrument, Questionnaire, Round
from workflows.evaluations.planning import plan_round
from workflows.evaluations.shipped import load_instruments, load_questionnaires
from workflows.villages.models import KampungKB

from .ground import SIGNATORY, Ground, analyze
from .measure import Figure, seconds
from .raw import prepared

AT_ONCE = 5000
"""Rows of the ground that are made at a time, so that it does not take the memory whose growth is measured."""
MEGABYTE = 1024  # kilobytes, in which the system counts


class ClassesDiffer(Exception):
    """The hand-written statement came to other classes: one of the two computes wrongly."""


def rounds(ground: Ground, villages: int) -> Figure:
    """`ours` and `limit` are the whole; `details` has ratio and rows a second of each part, and how the memory grew, in MB."""
    designate(ground, villages)
    ours, limit = (planned(ground, ground.today.year + n) for n in range(2))
    analyze()
    by = ground.by["agency"]
    given = {"person": by.person_id, "office": by.office_id, "mandate": by.pk, "on": ground.today}
    times: dict[str, tuple[float, float]] = {}
    memory: dict[str, int] = {}

    def measure(name: str, work: Any, least: Any) -> None:
        before = peak()
        took = seconds(work)
        memory[name] = peak() - before
        times[name] = (took, seconds(least))

    with prepared("rounds") as opens, prepared("closing") as closes:
        measure("open", lambda: perform(Round.open, ours, by=by), lambda: opens(round=limit.pk, **given))
        analyze()
        found: dict[int, str] = {}
        least: dict[int, str] = {}
        measure("compute", lambda: found.update(classes_of(ours)), lambda: least.update(classes_by_sql(ours)))
        if found != least:
            raise ClassesDiffer(f"{len([pk for pk in found if found[pk] != least.get(pk)])} of {len(found)}")
        for this in (ours, limit):
            decide(this)
        measure("close", lambda: perform(Round.conclude, ours, by=by), lambda: closes(round=limit.pk, **given))
    return figure(villages, times, memory, found)


def designate(ground: Ground, villages: int) -> None:
    """So many villages, each a Kampung KB that one decree designated long ago, with what they reported."""
    load_instruments()
    load_questionnaires()
    since = date(ground.today.year - 1, 1, 2)
    decree, entry = designating(ground, since)
    for n in range(0, villages, AT_ONCE):
        regions = ground.new_villages(min(AT_ONCE, villages - n))
        units = KampungKB.objects.bulk_create(KampungKB(region=region) for region in regions)
        Effect.objects.bulk_create(
            Effect(kampung=unit, decree=decree, kind="designate", since=since, entry=entry) for unit in units
        )
    by, period = ground.by[SIGNATORY], date(ground.today.year, 1, 1)
    run("reported", period=period, months=[period], after=0, person=by.person_id, office=by.office_id)


def designating(ground: Ground, since: date) -> tuple[Decree, JournalEntry]:
    """A decree in force since a day, and the act by which it designated."""
    by = ground.by[SIGNATORY]
    file = File.objects.create(kind="decree", title="Contoh", region=by.office.territory, zone="Asia/Jakarta", office=by.office,
                               drafted_by=by.person, example=True)  # fmt: skip
    decree = Decree.objects.create(file=file, kind="keputusan_bupati", issuer=by.office, subject="Contoh", state="in_force",
                                   decided_on=since, in_force_on=since)  # fmt: skip
    run("designated", on=since, person=by.person_id, office=by.office_id, mandate=by.pk)
    return decree, JournalEntry.objects.latest("pk")


def run(name: str, **given: Any) -> None:
    """The statements of a file beside this one, one after the other."""
    with connection.cursor() as cursor:
        for statement in Path(__file__).with_name(f"{name}.sql").read_text().strip().removesuffix(";").split(";\n"):
            cursor.execute(statement, given)


def planned(ground: Ground, year: int) -> Round:
    days = dict.fromkeys(["cutoff_on", "opens_on", "answers_by", "verified_by", "accepted_by", "meets_by"], ground.today)
    instrument, questionnaire = Instrument.objects.get(), Questionnaire.objects.get()
    return plan_round(
        ground.by["agency"].office.territory, ground.staff, year=year, instrument=instrument, questionnaire=questionnaire,
        example=True, **days,
    )  # fmt: skip


def classes_of(this: Round) -> dict[int, str]:
    evaluations = Evaluation.objects.filter(round=this).only("round", "kampung").prefetch_related("round__instrument")
    return {evaluation.pk: found.class_key for evaluation, found in each_computed(evaluations)}


def classes_by_sql(this: Round) -> dict[int, str]:
    with connection.cursor() as cursor:
        cursor.execute(Path(__file__).with_name("classes.sql").read_text(), {"round": this.pk})
        return dict(cursor.fetchall())


def decide(this: Round) -> None:
    """As if a rakor had confirmed every class; what leads there is measured nowhere here."""
    run("decided", round=this.pk)
    this.refresh_from_db()


def peak() -> int:
    """Megabytes that this process has held at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // MEGABYTE


def figure(villages: int, times: dict[str, tuple[float, float]], memory: dict[str, int], found: dict[int, str]) -> Figure:
    ours, limit = (sum(pair[side] for pair in times.values()) for side in (0, 1))
    details: dict[str, Any] = {}
    for name, (our, least) in times.items():
        details[f"{name}_ratio"] = round(our / least, 2)
        details[f"{name}_rows_per_second"] = round(villages / our)
        details[f"{name}_megabytes"] = memory[name]
    details |= {"villages": villages, "peak_megabytes": peak(), "classes": dict(sorted(Counter(found.values()).items()))}
    return Figure(f"rounds-{villages}", 1000 * ours, 1000 * limit, ours / limit, "ms", 1, details)
