"""Which acts a person is offered on a subject, and doing one: the faces' side of the one door."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _

from backend.access import acting_mandate
from backend.words import label_of_act
from workflows.core import door
from workflows.core.act import only_follows
from workflows.core.errors import BadValues, Problem
from workflows.core.models import JournalEntry
from workflows.core.naming import kind_of, label_of
from workflows.organisation.models import Mandate, Person
from workflows.routes import paper
from workflows.routes.models import PaperRecord
from workflows.routes.rules import by_the_system
from workflows.routes.rules.is_of_kind import IsOfKind

LONGEST_REASON = 5000
"""Letters, on pages and by the API alike."""
ASKS_FOR = {
    "its_paper_is_signed": "signature", "reason_given": "reason", "reason_for_acting_official": "reason", "text_was_read": "read",
    "is_an_earlier_step": "step", "another_office_of_the_role": "office", "in_my_line": "office",
    "not_the_same_office": "office", "owner_is_competent": "office",
}  # fmt: skip
"""Rules about what the request itself must bring; asked without a request, they say that it is needed."""


@dataclass(frozen=True, eq=False)
class Act:
    """A transition that people may make. `takes` and `may_take` name its values and their types.

    `kinds` are the kinds of tasks that it fits; None where that does not matter.
    """

    model: type[Model]
    name: str
    sources: frozenset[str]
    kinds: Collection[str] | None
    takes: dict[str, type]
    may_take: dict[str, type]

    @property
    def label(self) -> str:
        return label_of_act(self.transition)

    @property
    def transition(self) -> str:
        return f"{label_of(self.model)}.{self.name}"

    def fits(self, subject: Any) -> bool:
        return subject.state in self.sources and (self.kinds is None or subject.kind in self.kinds)


@dataclass(frozen=True)
class Offer:
    """An act, and what stands in its way for one person and subject.

    `asked` are rules about what the request itself must bring, which nobody can keep before there is one; `needs` is
    what it must bring besides the act's values.
    """

    act: Act
    problems: list[Problem]
    asked: list[Problem]

    @property
    def needs(self) -> list[str]:
        return sorted({ASKS_FOR[problem.rule] for problem in self.asked} - set(self.act.takes))


@cache
def acts_of(model: type[Model]) -> dict[str, Act]:
    """The acts on rows of a model by name, in alphabetical order."""
    declared: dict[str, list[Any]] = defaultdict(list)
    for transition in model._meta.get_field("state").get_all_transitions(model):  # type: ignore[union-attr]
        if transition.permission not in (only_follows, by_the_system):
            declared[transition.name].append(transition)
    return {name: _act(model, name, declared[name]) for name in sorted(declared)}


def _act(model: type[Model], name: str, found: list[Any]) -> Act:
    kinds = [rule.kinds for rule in found[0].conditions if isinstance(rule, IsOfKind)]
    custom, sources = found[0].custom, frozenset(transition.source for transition in found)
    return Act(model, name, sources, kinds[0] if kinds else None, custom.get("takes", {}), custom.get("may_take", {}))


def fitting(subject: Any) -> list[Act]:
    """The acts that a subject of this kind knows in its state."""
    return [act for act in acts_of(subject.__class__).values() if act.fits(subject)]


def offer(act: Act, subject: Any, by: Mandate, read: str = "") -> Offer:
    """One act on one subject by a mandate, asked by the very rules that guard it; `read` is the hash of what is shown."""
    return _offer(act, door.problems(act.transition, subject, by=by, read=read))


def offers(subjects: Sequence[Any], person: Person) -> dict[int, list[Offer]]:
    """What is offered on each subject (by its pk). One question per act, whatever the number of subjects."""
    alike: dict[tuple[Act, Mandate, str], list[Any]] = defaultdict(list)
    for subject in subjects:
        by = acting_mandate(person, subject)
        for act in fitting(subject):
            alike[act, by, _sort_of(subject)].append(subject)
    offered: dict[int, list[Offer]] = {subject.pk: [] for subject in subjects}
    for (act, by, _sort), rows in alike.items():
        for pk, found in _asked(act, rows, by).items():
            offered[pk].append(_offer(act, found))
    return offered


def _sort_of(subject: Any) -> str:
    """The door takes together only files of one kind on one local date."""
    file = getattr(subject, "file", None)
    return f"{file.kind} {file.zone}" if file else subject.region.zone


def _asked(act: Act, rows: list[Any], by: Mandate) -> dict[int, list[Problem]]:
    """The problems of each row. Where a rule names other things (a row of the list, another task), each is asked alone."""
    keys = [row.pk for row in rows]
    found = door.problems(act.transition, act.model._default_manager.filter(pk__in=keys), by=by)
    if len(rows) == 1:
        return {keys[0]: found}
    if any(problem.kind != kind_of(act.model) or problem.object_id not in keys for problem in found):
        return {row.pk: door.problems(act.transition, row, by=by) for row in rows}
    return {key: [problem for problem in found if problem.object_id == key] for key in keys}


def _offer(act: Act, found: list[Problem]) -> Offer:
    in_the_way = [problem for problem in found if problem.rule not in ASKS_FOR]
    return Offer(act, in_the_way, [problem for problem in found if problem.rule in ASKS_FOR])


def act_on(person: Person, subject: Any, name: str, *, mandate: int | None = None, **asked: Any) -> JournalEntry:
    """Let a person do the named act on a subject, by the nearest mandate or the chosen one (id `mandate`).

    `asked` is what `perform` takes: version, read, reason, key, values. Raises what `perform` raises; `BadValues` also
    for an unknown act or value.
    """
    act = _checked(type(subject), name, asked.get("values") or {})
    by = acting_mandate(person, subject, mandate)
    if isinstance(subject, PaperRecord) and name == "confirm":
        return paper.confirm(subject, by=by, **asked)
    return door.perform(act.transition, subject, by=by, **asked)


def act_on_all(
    person: Person, subjects: Sequence[Any], name: str, *, mandate: int | None = None, **asked: Any
) -> JournalEntry:
    """The same on several subjects of one model: all or none."""
    model = type(subjects[0])
    act = _checked(model, name, asked.get("values") or {})
    if len({_sort_of(subject) for subject in subjects}) > 1:
        raise BadValues({"ids": _("Berkas-berkas ini berbeda jenis atau zona waktunya; kirim terpisah.")})
    by = {acting_mandate(person, subject, mandate) for subject in subjects}
    if len(by) > 1:
        raise BadValues({"mandate": _("Tugas-tugas ini milik beberapa jabatan Anda; sebutkan satu penugasan.")})
    rows = model._default_manager.filter(pk__in=[subject.pk for subject in subjects])
    return door.perform(act.transition, rows, by=by.pop(), **asked)


def _checked(model: type[Model], name: str, values: dict[str, Any]) -> Act:
    """The act of that name. Only values that it declares pass: the door itself knows more, which no client may send."""
    if (act := acts_of(model).get(name)) is None:
        raise BadValues(
            {"name": _("Tindakan ini tidak dikenal; pilih: %(names)s.") % {"names": ", ".join(acts_of(model))}}
        )
    unknown = {value: _("tidak dikenal") for value in values if value not in act.takes and value not in act.may_take}
    wrong = {value: _("bentuknya salah") for value, given in values.items() if isinstance(given, bool)}
    if unknown or wrong:
        raise BadValues(unknown | wrong)
    return act
