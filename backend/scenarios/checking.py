"""Whether everything that a story names is there, and its dates are possible. Asked before anything is played."""

import re
from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from workflows.core.errors import BadValues
from workflows.meetings.input import clock_time
from workflows.organisation.models import Role
from workflows.organisation.models.person import NIP

from .acts import ON_VILLAGES
from .given import wrong_values
from .meanings import Meaning, chosen, named
from .offices import Unknown, office_code
from .reading import Part, Reader, meant
from .setting import Holder
from .steps import Act, Step
from .story import Story, parts_of


def check(story: Story, reader: Reader) -> None:
    """Note every mistake that can be seen without playing."""
    for part in parts_of(story.setting):
        notes(reader, part, [*choices(part), *periods(part)])
    for holder in story.setting.people.values():
        notes(reader, holder, service_number(holder))
        for mandate in holder.holds:
            notes(reader, mandate, office(story, mandate.office, inside=holder.in_ is not None))
    known: dict[str, Step] = {}
    for day in story.days:
        for step in day.steps:
            check_step(story, reader, day.date, step, known)
    for step in [*(step for ago in story.lately for step in ago.steps), *story.afterwards]:
        check_step(story, reader, date.max, step, known)


def check_step(story: Story, reader: Reader, day: date, step: Step, known: dict[str, Step]) -> None:
    for part in parts_of(step):
        notes(reader, part, [*choices(part), *periods(part), *times(part), *offices(story, part), *unknown(story, part, known)])
        for name in named(part, Meaning.PERSON):
            notes(reader, part, person(story, name, day, refused=getattr(step, "refused", None) is not None))
    notes(reader, step, [*without_object(step), *wrong_values(step, known)])
    for name in named(step, Meaning.BEGUN):
        if name in known:
            reader.note(step.line, f"“{name}” was drafted before, on line {known[name].line}")
        known[name] = step


def notes(reader: Reader, part: Part, words: Any) -> None:
    for found in words:
        reader.note(part.line, found)


def choices(part: Part) -> Iterator[str]:
    for name, given, allowed in chosen(part):
        if given not in allowed:
            yield f"{name}: “{given}” is not known{meant(given, allowed)}"


def periods(part: Part) -> Iterator[str]:
    since, until = getattr(part, "since", None), getattr(part, "until", None)
    if since and until and until < since:
        yield f"until {until} lies before since {since}"


def times(part: Part) -> Iterator[str]:
    for given in named(part, Meaning.TIME):
        try:
            clock_time("", given)
        except BadValues:
            yield f"“{given}” is not a time; write it as 08:30"


def service_number(holder: Holder) -> Iterator[str]:
    if holder.nip and not re.search(NIP, holder.nip):
        yield f"nip: “{holder.nip}” has not the 18 digits of a civil servant's number"


def offices(story: Story, part: Part) -> Iterator[str]:
    for name in named(part, Meaning.OFFICE):
        yield from office(story, name)


def office(story: Story, given: str, inside: bool = False) -> Iterator[str]:
    if inside:
        if given not in Role.values:
            yield f"there is no office “{given}”{meant(given, Role.values)}"
        return
    try:
        office_code(story.setting, given)
    except Unknown as unknown:
        yield str(unknown)


def unknown(story: Story, part: Part, known: Collection[str]) -> Iterator[str]:
    for meaning, there, words in (
        (Meaning.KNOWN, known, "nothing was drafted under “{}” before"),
        (Meaning.BASIS, story.setting.bases, "there is no legal basis “{}”"),
        (Meaning.ROSTER, story.setting.rosters, "there is no roster “{}”"),
    ):
        yield from (words.format(name) + meant(name, there) for name in named(part, meaning) if name not in there)


def without_object(step: Step) -> Iterator[str]:
    if isinstance(step, Act) and not (step.village if step.does in ON_VILLAGES else step.file):
        yield f"on which {'village' if step.does in ON_VILLAGES else 'file'}? It is missing"


def person(story: Story, name: str, day: date, refused: bool) -> Iterator[str]:
    """Whether there is such a person, with a mandate on that day (or at any time, if a refusal is what is tried)."""
    holder = holder_of(story, name)
    if holder is None:
        yield f"there is nobody called “{name}”{meant(name, story.setting.people)}"
    elif not refused and not any(m.since <= day and (m.until is None or m.until >= day) for m in holder.holds):
        yield f"“{name}” holds no office on {day}"


def holder_of(story: Story, name: str) -> Holder | None:
    key, _space, code = name.partition(" ")
    holder = story.setting.people.get(key)
    if holder is None or bool(code) != (holder.in_ is not None):
        return None
    return holder if holder.in_ is None or code in holder.in_.codes else None
