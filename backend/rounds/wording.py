"""Questions and answers as people read them, also where only the place of an answer is known: `pokja.meets`."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from workflows.evaluations.facts import labels
from workflows.evaluations.models import Questionnaire
from workflows.evaluations.questionnaire import Kind, Question, Section

PHOTOS = "photos"
"""What a remark on the photos of a section is pinned to: `activities.photos`."""
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
    if section is None:
        return target
    question = section.question(key)
    rest = question.label if question else {PHOTOS: _("foto bukti")}.get(key, key)
    return f"{section.label}: {rest}" if rest else section.label


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
        yield capfirst(str(labels()[name])), fact_in_words(value)
    yield asked_in_words(OUTCOME), content[OUTCOME]["classification"] or _("belum dapat dihitung")


def fact_in_words(value: Any) -> str:
    """Empty for what nobody has reported."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("ya") if value else _("tidak")
    if isinstance(value, list | frozenset):
        return ", ".join(sorted(value)) or _("tidak ada")
    return str(value)
