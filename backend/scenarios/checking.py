"""Whether everything that a story names is there, and its dates are possible. Asked before anything is played."""

import re
from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from workflows.coaching.states import EventKind
from workflows.contests.states import ContestLevel, Need
from workflows.decrees.changing import TAKEN
from workflows.decrees.states import DecreeKind, Defect, EffectKind, LetterClass, SeriesMode, Signing
from workflows.letters.states import COPIES, LetterKind
from workflows.meetings.inviting import INVITABLE
from workflows.meetings.states import MotionKind
from workflows.organisation.models import Capacity, NumberPrefix, Papers, PaperSize, Role, Verdict
from workflows.organisation.models.person import NIP
from workflows.reports.shipped import newest
from workflows.routes.states import AssignmentKind, AssignmentState
from workflows.villages.states import Development

from . import coaching_steps as coaching
from . import contest_steps as contests
from . import meeting_steps as meetings
from . import reports
from . import round_steps as rounds
from .acts import ACTS, ON_VILLAGES
from .expectations import Complete, Journal, Needs, Reported, Tasks, Told
from .offices import Unknown, office_code
from .reading import Part, Reader, meant
from .setting import Holder, Mandate, Paperwork, Policy, Register
from .steps import (
    Act,
    AddRows,
    ChangeDecree,
    Copies,
    Draft,
    Edit,
    Expect,
    Letter,
    Merge,
    Paper,
    Party,
    Propose,
    Remind,
    Step,
    Tell,
)
from .story import Story, parts_of

CHOICES: dict[type, dict[str, Collection[str]]] = {
    Mandate: {"capacity": Capacity.values},
    Register: {"mode": SeriesMode.values, "kind": [*DecreeKind.values, *LetterClass.values]},
    Policy: {"capacity": Capacity.values, "verdict": Verdict.values},
    Paperwork: {"papers": ["", *Papers.values], "paper": ["", *PaperSize.values], "number_prefix": ["", *NumberPrefix.values]},
    Draft: {"kind": DecreeKind.values, "effects": EffectKind.values, "signing": Signing.values},
    Letter: {"kind": LetterKind.values, "signing": Signing.values}, Copies: {"kind": COPIES, "signing": ["", *Signing.values]},
    contests.Compete: {"level": ContestLevel.values, "needs": Need.values}, contests.Remember: {"level": ContestLevel.values},
    Act: {"does": ACTS}, ChangeDecree: {"how": [str(kind) for kind in TAKEN], "defect": ["", *Defect.values]},
    coaching.Event: {"kind": EventKind.values},
    Tell: {"report": newest()}, Merge: {"merge": newest(), "keep": ["first", "second"]}, Remind: {"remind": reports.EXPECTED},
    Complete: {"form": reports.EXPECTED}, Reported: {"reported": newest()},
    meetings.Motion: {"kind": MotionKind.values}, meetings.Flag: {"flag": Development.values},
    meetings.Invited: {"role": ["", *INVITABLE]},
    Tasks: {"tasks": AssignmentKind.values, "state": AssignmentState.values},
}
"""Fields that take one of these words."""

OFFICES: dict[type, list[str]] = {
    Register: ["register", "office"], Paperwork: ["office"], Draft: ["issuer"], Act: ["as_", "task_of", "to"], Tasks: ["office"],
    Party: ["office"], Letter: ["as_"], Copies: ["as_"], Tell: ["as_"], Merge: ["as_"], Remind: ["as_"],
    **contests.OFFICES, **meetings.OFFICES, **coaching.OFFICES, Needs: ["of"],
}  # fmt: skip


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
    for step in story.afterwards:
        check_step(story, reader, date.max, step, known)


def check_step(story: Story, reader: Reader, day: date, step: Step, known: dict[str, Step]) -> None:
    for part in parts_of(step):
        notes(reader, part, [*choices(part), *periods(part), *offices(story, part)])
    notes(reader, step, named(story, step, known))
    for name in people(step):
        notes(reader, step, person(story, name, day, refused=getattr(step, "refused", None) is not None))
    if name := begun(step):
        if name in known:
            reader.note(step.line, f"“{name}” was drafted before, on line {known[name].line}")
        known[name] = step


def begun(step: Step) -> str:
    """The name under which a step begins a file; "" if it begins none."""
    names: dict[type, str] = {
        Draft: "draft", ChangeDecree: "change", Propose: "propose", Letter: "letter", Copies: "copies",
        **contests.BEGIN, **meetings.BEGIN, **rounds.BEGIN, **coaching.BEGIN,
    }  # fmt: skip
    name = names.get(type(step))
    return getattr(step, name) if name else ""


def notes(reader: Reader, part: Part, words: Any) -> None:
    for found in words:
        reader.note(part.line, found)


def choices(part: Part) -> Iterator[str]:
    for name, allowed in CHOICES.get(type(part), {}).items():
        given = getattr(part, name)
        for value in given if isinstance(given, list) else [given]:
            if value not in allowed:
                yield f"{name}: “{value}” is not known{meant(value, allowed)}"


def periods(part: Part) -> Iterator[str]:
    since, until = getattr(part, "since", None), getattr(part, "until", None)
    if since and until and until < since:
        yield f"until {until} lies before since {since}"


def service_number(holder: Holder) -> Iterator[str]:
    if holder.nip and not re.search(NIP, holder.nip):
        yield f"nip: “{holder.nip}” has not the 18 digits of a civil servant's number"


def offices(story: Story, part: Part) -> Iterator[str]:
    for name in OFFICES.get(type(part), []):
        given = getattr(part, name, "")
        for one in given if isinstance(given, list) else [given] if given else []:
            yield from office(story, one)


def office(story: Story, given: str, inside: bool = False) -> Iterator[str]:
    if inside:
        if given not in Role.values:
            yield f"there is no office “{given}”{meant(given, Role.values)}"
        return
    try:
        office_code(story.setting, given)
    except Unknown as unknown:
        yield str(unknown)


def named(story: Story, step: Step, known: dict[str, Step]) -> Iterator[str]:
    """Files, bases and rosters that the step names."""
    for name in files(step):
        if name and name not in known:
            yield f"nothing was drafted under “{name}” before{meant(name, known)}"
    if isinstance(step, Draft):
        for basis in step.bases:
            if basis not in story.setting.bases:
                yield f"there is no legal basis “{basis}”{meant(basis, story.setting.bases)}"
        if step.roster and step.roster not in story.setting.rosters:
            yield f"there is no roster “{step.roster}”{meant(step.roster, story.setting.rosters)}"
    if isinstance(step, Act) and not (step.village if step.does in ON_VILLAGES else step.file):
        yield f"on which {'village' if step.does in ON_VILLAGES else 'file'}? It is missing"


def files(step: Step) -> list[str]:
    if isinstance(step, Expect):
        kinds = ("decree", "proposal", "paper", "journal", "file", "letter", "letters", "contest", "entry", "rakor", "round",
                 "evaluation", "classes", "event", "visits")  # fmt: skip
        return [getattr(e, name) for e in step.expectations for name in kinds if hasattr(e, name)]
    names = {Act: ["file"], Edit: ["edit"], AddRows: ["add_rows"], Draft: ["replaces", "revokes", "amends"], ChangeDecree: ["of"],
             Letter: ["about"], Copies: ["of"], **contests.NAMED, **meetings.NAMED, **rounds.NAMED,
             **coaching.NAMED}  # fmt: skip
    given = [getattr(step, name) for name in names.get(type(step), [])]
    return [name for one in given for name in (one if isinstance(one, list) else [one])]


def people(step: Step) -> list[str]:
    if isinstance(step, Expect):
        told = [e.told for e in step.expectations if isinstance(e, Told)]
        return told + [e.by for e in step.expectations if isinstance(e, Journal) and e.by]
    by = step.by if isinstance(step.by, list) else [step.by]
    given = getattr(step, "paper", None)
    paper = given if isinstance(given, Paper) else None  # elsewhere it is the number of one
    signer = [step.signed_by] if isinstance(step, Copies) and step.signed_by else []
    jurors = [one.person for one in step.members if one.person] if isinstance(step, contests.Jury) else []
    besides = [name for key in coaching.PEOPLE.get(type(step), []) if (name := getattr(step, key))]
    return [*by, *jurors, *besides, *signer, *([paper.recorded_by, paper.confirmed_by] if paper else [])]


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
