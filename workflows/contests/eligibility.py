"""Who may enter a contest, and who not and why: the rules of nominating, asked without nominating anybody."""

from collections import defaultdict
from collections.abc import Sequence

from django.db import transaction

from workflows.core.clock import today
from workflows.core.door import problems
from workflows.core.errors import Problem
from workflows.core.models import File
from workflows.organisation.models import Mandate
from workflows.villages.models import KampungKB

from .drafting import NOMINATORS
from .lifecycle import ELIGIBLE
from .models import Competition, Entry
from .states import CompetitionState, EntryState

ASKED = {str(getattr(rule, "name", "")) for rule in ELIGIBLE}


def reasons_against(competition: Competition, units: Sequence[KampungKB], by: Mandate) -> dict[int, list[Problem]]:
    """For each unit (by its id) what keeps it out; nothing: it may enter.

    Drafts of all of them are begun, asked in one statement and taken back, so that it cannot say other than the act.
    """
    with transaction.atomic():
        drafts = rehearsed(competition, units, by)
        found = problems(Entry.nominate, drafts, by=by) if units else []
        of_entry = dict(drafts.values_list("pk", "kampung"))
        transaction.set_rollback(True)
    against: dict[int, list[Problem]] = defaultdict(list)
    for problem in found:
        if problem.rule in ASKED:
            against[of_entry[problem.object_id]].append(problem)
    return against


def rehearsed(competition: Competition, units: Sequence[KampungKB], by: Mandate):
    """A draft of each, beside entries that may be there already: withdrawn ones do not count twice."""
    standing = Entry.objects.filter(competition=competition, kampung__in=units).exclude(state=EntryState.WITHDRAWN)
    entered = dict(standing.values_list("kampung", "pk"))
    fresh = [unit for unit in units if unit.pk not in entered]
    files = File.objects.bulk_create(
        File(kind="entry", title="", region=unit.region, zone=competition.file.zone, office=by.office, drafted_by=by.person)
        for unit in fresh
    )
    made = Entry.objects.bulk_create(
        Entry(file=file, competition=competition, kampung=unit) for file, unit in zip(files, fresh, strict=True)
    )
    return Entry.objects.filter(pk__in=[*entered.values(), *(entry.pk for entry in made)])


def may_nominate(competition: Competition, unit: KampungKB, by: Mandate) -> bool:
    """Whether the office of a mandate nominates that village while nominations are open."""
    office = by.office
    near = office.role in NOMINATORS and unit.region.path.startswith(office.territory.path)
    return near and takes_nominations(competition)


def takes_nominations(competition: Competition) -> bool:
    """As `nominations_open` asks it: announced, and the last day of nominating not over."""
    last = competition.nominations_until
    return competition.state == CompetitionState.ANNOUNCED and (last is None or last >= today(competition.file.zone))
