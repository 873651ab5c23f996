"""Questions and answers as people read them, also where only the place of an answer is known: `pokja.meets`."""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from workflows.evaluations.facts import labels
from workflows.evaluations.models import Instrument, Questionnaire
from workflows.evaluations.questionnaire import PHOTOS, Kind, Question, Section
from workflows.reports.shipped import newest

OUTCOME, FACTS = "outcome", "facts"


def in_words(question: Question, answer: Any) -> str:
    """Empty where nobody has answered."""
    if answer is None:
        return ""
    if question.kind == Kind.YES_NO:
        return _("Ya") if answer else _("Tidak")
    return question.choices.get(answer, answer) if question.kind == Kind.CHOICE else str(answer)


def sections_asked() -> dict[str, Section]:
    """Every section of a published questionnaire, by its key; of a key that several have, the newest."""
    return _sections(tuple(Questionnaire.objects.order_by("pk").values_list("sha256", flat=True)))


@lru_cache(maxsize=4)
def _sections(published: tuple[str, ...]) -> dict[str, Section]:
    """What is published stays as it is, so that its hashes stand for it."""
    found = Questionnaire.objects.filter(sha256__in=published).order_by("pk")
    return {section.key: section for one in found for section in one.questions.sections}


def question_at(target: str) -> Question | None:
    section, _dot, key = target.partition(".")
    asked = sections_asked().get(section)
    return asked.question(key) if asked else None


def is_asked(target: str) -> bool:
    """Whether a section of a questionnaire, or its outcome, stands there."""
    name = target.partition(".")[0]
    return name == OUTCOME or name in sections_asked()


def asked_in_words(target: str) -> str:
    """`pokja.meets` → `Pokja: Pokja bertemu …`, `activities.photos` → `Kegiatan: foto bukti`."""
    name, _dot, key = target.partition(".")
    if name == OUTCOME:
        return _("Hasil hitungan")
    section = sections_asked().get(name)
    return section.called(key) if section else target


def frozen_in_words(content: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Everything that the snapshot of an evaluation says: where, and what. Nothing for other papers."""
    if content.get("kind") != "evaluation":
        return
    for key, section in content["sections"].items():
        for name, answer in section["answers"].items():
            target = f"{key}.{name}"
            question = question_at(target)
            yield asked_in_words(target), in_words(question, answer) if question else str(answer)
        yield asked_in_words(f"{key}.{PHOTOS}"), ", ".join(photo["name"] for photo in section["photos"])
    for name, value in content[FACTS].items():
        yield capfirst(str(labels()[name])), fact_in_words(name, value)
    yield asked_in_words(OUTCOME), frozen_class(content)


def frozen_class(content: dict[str, Any]) -> str:
    """The class that a snapshot holds, by the instrument that its outcome was computed with: versions of one hash say the same."""
    outcome = content[OUTCOME]
    used = Instrument.objects.filter(sha256=outcome["instrument"]).latest("version")
    named = used.definition.class_named(outcome["classification"])
    return named.label if named else _("belum dapat dihitung")


@cache
def choices_of() -> dict[str, Mapping[str, str]]:
    """Key → label of what reports choose from, by figure."""
    return {field.key: field.choices for form in newest().values() for field in form.fields if field.choices}


def fact_in_words(name: str, value: Any) -> str:
    """Empty for what nobody has reported."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("ya") if value else _("tidak")
    if isinstance(value, list | frozenset):
        known: Mapping[str, str] = choices_of().get(name, {})
        return ", ".join(sorted(known[one] if one in known else str(one) for one in value)) or _("tidak ada")
    return str(value)
