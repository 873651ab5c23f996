"""What a self-evaluation asks: sections of questions, read from `data/questionnaires/*.yaml`, and what answers it takes.

Answers are kept by section and question: `{"pokja": {"meets": true}}`. None of them is a score.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from workflows.core.canonical import fingerprint
from workflows.core.errors import MALFORMED, BadValues
from workflows.organisation.models import Kind as KindOfRegion

LONGEST_TEXT = 2000
KINDS = set(KindOfRegion)
OTHER_PARTS = ["text", "outcome"]
"""Parts of an evaluation's snapshot that are no sections."""
PHOTOS = "photos"
"""What a remark on the photos of a section is pinned to: `activities.photos`."""


class Kind(TextChoices):
    YES_NO = "yes_no", gettext_lazy("ya/tidak")
    COUNT = "count", gettext_lazy("jumlah")
    CHOICE = "choice", gettext_lazy("pilihan")
    TEXT = "text", gettext_lazy("uraian")


@dataclass(frozen=True)
class Question:
    """`only_for`: choices that only some kinds of villages have (`workflows.organisation.models.Kind`)."""

    key: str
    label: str
    kind: Kind
    needed: bool
    choices: dict[str, str]
    only_for: dict[str, tuple[str, ...]]

    def offered_to(self, kind: str) -> "Question":
        others = {key for key, kinds in self.only_for.items() if kind not in kinds}
        return replace(self, choices={key: label for key, label in self.choices.items() if key not in others})

    def why_not(self, answer: Any) -> str:
        """What is wrong with an answer, and what to do; empty when nothing is."""
        if self.kind == Kind.YES_NO and not isinstance(answer, bool):
            return _("Jawab ya atau tidak.")
        if self.kind == Kind.COUNT and (isinstance(answer, bool) or not isinstance(answer, int) or answer < 0):
            return _("Isi bilangan bulat, 0 atau lebih.")
        if self.kind == Kind.CHOICE and answer not in list(self.choices):
            return _("Pilih salah satu: %(choices)s.") % {"choices": ", ".join(self.choices)}
        if self.kind == Kind.TEXT and (not isinstance(answer, str) or len(answer) > LONGEST_TEXT):
            return _("Isi berupa teks paling panjang %(n)d huruf.") % {"n": LONGEST_TEXT}
        return ""

    def is_answered(self, answers: dict[str, Any]) -> bool:
        answer = answers.get(self.key)
        return answer is not None and (self.kind != Kind.TEXT or bool(answer.strip()))


@dataclass(frozen=True)
class Section:
    """`photos`: how many pictures it needs at least."""

    key: str
    label: str
    photos: int
    questions: tuple[Question, ...]

    def question(self, key: str) -> Question | None:
        return next((question for question in self.questions if question.key == key), None)

    def called(self, key: str) -> str:
        """What stands at `key` in it: a question, its photos, or "", the whole of it. `Kegiatan: foto bukti`."""
        question = self.question(key)
        rest = question.label if question else {PHOTOS: _("foto bukti")}.get(key, key)
        return f"{self.label}: {rest}" if rest else self.label

    def lacks(self, answers: dict[str, Any], photos: int) -> Iterator[str]:
        """What must still be answered or shown."""
        yield from (one.label for one in self.questions if one.needed and not one.is_answered(answers))
        if photos < self.photos:
            yield _("foto bukti (%(have)d dari %(need)d)") % {"have": photos, "need": self.photos}


@dataclass(frozen=True)
class Questions:
    """A sound questionnaire; `sha256` is of its data as canonical JSON."""

    code: str
    name: str
    sha256: str
    sections: tuple[Section, ...]

    def section(self, key: str) -> Section | None:
        return next((section for section in self.sections if section.key == key), None)

    def offered_to(self, kind: str) -> "Questions":
        """As a village of a kind is asked: without the choices that only others have."""
        return replace(self, sections=tuple(
            replace(section, questions=tuple(one.offered_to(kind) for one in section.questions)) for section in self.sections
        ))  # fmt: skip

    def checked(self, given: Any) -> dict[str, dict[str, Any]]:
        """The answers to keep; an answer of null takes one back. Raises `BadValues` naming `section.question`."""
        wrong: dict[str, str] = {}
        for section, answers in given.items() if isinstance(given, dict) else [("answers", given)]:
            wrong |= self.wrong_in(section, answers)
        if wrong:
            raise BadValues(wrong)
        return given

    def wrong_in(self, key: str, answers: Any) -> dict[str, str]:
        section = self.section(key)
        if section is None or not isinstance(answers, dict):
            return {key: _("Bagian ini tidak dikenal; pilih: %(keys)s.") % {"keys": ", ".join(s.key for s in self.sections)}}
        found = {f"{key}.{name}": why_not(section, name, answer) for name, answer in answers.items()}
        return {name: words for name, words in found.items() if words}


def why_not(section: Section, name: str, answer: Any) -> str:
    question = section.question(name)
    if question is None:
        return _("Pertanyaan ini tidak dikenal.")
    return "" if answer is None else question.why_not(answer)


def read_questionnaire(data: Any) -> Questions:
    """Raises `BadValues` naming what is missing, of the wrong form, or there twice."""
    try:
        questions = Questions(str(data["code"]), str(data["name"]), fingerprint(data),
                              tuple(section(one) for one in data["sections"]))  # fmt: skip
    except MALFORMED as error:
        holds = "code, name, sections: key, label, photos, questions: key, label, kind"
        raise BadValues({"questionnaire": _("Isinya %(holds)s. Yang salah: %(error)s")
                         % {"holds": holds, "error": repr(error)}}) from error  # fmt: skip
    wrong = {key: _("Kunci ini dipakai dua kali, atau dicadangkan.") for key in doubled(questions)}
    wrong |= {key: _("Pilihan khusus (only_for) menunjuk pilihan atau jenis wilayah yang tidak ada.") for key in misled(questions)}
    if wrong:
        raise BadValues(wrong)
    return questions


def section(entry: Any) -> Section:
    questions = tuple(question(one) for one in entry["questions"])
    return Section(str(entry["key"]), str(entry["label"]), int(entry.get("photos", 0)), questions)


def question(entry: Any) -> Question:
    kind = Kind(entry["kind"])
    choices = in_order(entry["choices"]) if kind == Kind.CHOICE else {}
    only_for = {str(key): tuple(kinds) for key, kinds in entry.get("only_for", {}).items()}
    return Question(str(entry["key"]), str(entry["label"]), kind, bool(entry.get("needed", True)), choices, only_for)


def in_order(choices: Any) -> dict[str, str]:
    """Key → label from a list of such; a mapping is read, too, but the database keeps no order of its keys."""
    told = choices if isinstance(choices, list) else [choices]
    return {str(key): str(label) for one in told for key, label in one.items()}


def misled(questions: Questions) -> list[str]:
    """Whose `only_for` names a choice or a kind of village that there is not."""
    every = [(f"{section.key}.{one.key}", one) for section in questions.sections for one in section.questions]
    return [key for key, one in every if one.only_for.keys() - one.choices or set().union(*one.only_for.values()) - KINDS]


def doubled(questions: Questions) -> list[str]:
    sections = [section.key for section in questions.sections]
    inside = [f"{section.key}.{question.key}" for section in questions.sections for question in section.questions]
    return [key for key in {*sections, *inside} if [*OTHER_PARTS, *sections, *inside].count(key) > 1]
