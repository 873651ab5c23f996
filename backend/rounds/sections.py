"""The sections of an evaluation as its page shows them: answers of now and of last year, photos, remarks, what is missing."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from workflows.evaluations.completeness import by_section
from workflows.evaluations.drafting import version_of, year_before
from workflows.evaluations.fixing import open_sections, unseen
from workflows.evaluations.models import Evaluation, EvidencePhoto, SavedSection
from workflows.evaluations.questionnaire import Question, Section
from workflows.routes.models import Remark

from .answers import as_sent
from .forms import ANSWER, PhotoForm, SectionForm
from .wording import PHOTOS, in_words


@dataclass(frozen=True)
class Asked:
    """One question with what was answered, now and in the last evaluation (`same`: as its field would send that)."""

    question: Question
    target: str
    answer: str
    before: str
    same: str
    field: forms.BoundField
    remarks: list[Remark]
    replies: list[tuple[Remark, forms.BoundField]]


@dataclass(frozen=True)
class Part:
    """`saved` is what was saved of it last; `remarks` are on the whole section or its photos, `general` on the whole evaluation.

    What was said about the whole is answered with the first section. `unseen`: as of the page.
    """

    section: Section
    form: SectionForm
    photo_form: PhotoForm
    lacking: list[str]
    saved: SavedSection | None
    photos: list[EvidencePhoto]
    asked: list[Asked]
    remarks: list[Remark]
    replies: list[tuple[Remark, forms.BoundField]]
    general: list[tuple[Remark, forms.BoundField]]
    locked: bool
    unseen: set[int]

    @property
    def calls(self) -> bool:
        """Whether something is still to be done here: a remark that nobody saw to, or something missing."""
        return bool(self.lacking or self.waiting)

    @property
    def untouched(self) -> bool:
        """Whether nothing was answered or shown here yet."""
        return not self.photos and not any(one.answer for one in self.asked)

    @property
    def waiting(self) -> int:
        """How many remarks here nobody has seen to."""
        return sum(one.pk in self.unseen for one in self.all_remarks)

    @property
    def all_remarks(self) -> list[Remark]:
        """In the order of the page."""
        whole = [remark for remark, _field in self.general]
        return [*whole, *(remark for one in self.asked for remark in one.remarks), *self.remarks]

    @property
    def photos_at(self) -> str:
        return f"{self.section.key}.{PHOTOS}"


@dataclass(frozen=True)
class Page:
    """`unseen`: the ids of the remarks that still stand in the way of handing in again."""

    parts: list[Part]
    before: Evaluation | None
    unseen: set[int]

    @property
    def complete(self) -> int:
        return sum(not part.lacking for part in self.parts)

    @property
    def first_open(self) -> str:
        """The section to go on with."""
        return next((part.section.key for part in self.parts if part.calls), "")

    @property
    def first_remark(self) -> int | None:
        """The id of the first one that nobody has seen to."""
        return next((one.pk for part in self.parts for one in part.all_remarks if one.pk in self.unseen), None)

    @property
    def progress(self) -> str:
        return _("%(n)d dari %(of)d bagian lengkap") % {"n": self.complete, "of": len(self.parts)}


def page_of(evaluation: Evaluation, remarks: Iterable[Remark] = (), bound: SectionForm | PhotoForm | None = None) -> Page:
    """`bound` is a form that was just refused."""
    before, saved, unlocked = year_before(evaluation), last_saved(evaluation), open_sections(evaluation)
    photos, placed, waiting = defaultdict(list), by_place(remarks, evaluation), {remark.pk for remark in unseen(evaluation)}
    for photo in evaluation.photos.select_related("attachment").order_by("pk"):
        photos[photo.section].append(photo)
    parts = [
        part_of(evaluation, section, lacking, before, saved.get(section.key), photos[section.key], placed[section.key], bound,
                section.key not in unlocked, waiting)
        for section, lacking in by_section(evaluation)
    ]
    return Page(parts, before, waiting)


def part_of(evaluation: Evaluation, section: Section, lacking: list[str], before: Evaluation | None, saved: SavedSection | None,
            photos: list[EvidencePhoto], remarks: list[Remark], bound: Any, locked: bool, waiting: set[int]) -> Part:  # fmt: skip
    form = bound if isinstance(bound, SectionForm) and bound.section == section else form_of(evaluation, section, saved, remarks)
    picture = bound if isinstance(bound, PhotoForm) and bound.section == section else PhotoForm(section=section)
    then = before.answers.get(section.key, {}) if before else {}
    now = evaluation.answers.get(section.key, {})
    asked = [asked_of(section, question, now, then, form) for question in section.questions]
    here = [remark for remark in remarks if section_named(remark) == section.key]
    rest = [remark for remark in here if remark.target not in {one.target for one in asked}]
    general = [remark for remark in remarks if remark not in here]
    return Part(
        section, form, picture, lacking, saved, photos, asked, rest, replies_in(form, rest), replies_in(form, general), locked,
        waiting,
    )  # fmt: skip


def asked_of(section: Section, question: Question, now: dict[str, Any], then: dict[str, Any], form: SectionForm) -> Asked:
    target = f"{section.key}.{question.key}"
    remarks = [remark for remark in form.remarks if remark.target == target]
    return Asked(
        question, target, in_words(question, now.get(question.key)), in_words(question, then.get(question.key)),
        as_sent(question, then.get(question.key)), form[target], remarks, replies_in(form, remarks),
    )  # fmt: skip


def replies_in(form: SectionForm, remarks: list[Remark]) -> list[tuple[Remark, forms.BoundField]]:
    return [(remark, form[f"{ANSWER}{remark.pk}"]) for remark in remarks]


def form_of(
    evaluation: Evaluation, section: Section, saved: SavedSection | None, remarks: list[Remark], data: Any = None
) -> SectionForm:
    answers = evaluation.answers.get(section.key, {})
    return SectionForm(data, section=section, answers=answers, read=version_of(saved), remarks=remarks)


def by_place(remarks: Iterable[Remark], evaluation: Evaluation) -> dict[str, list[Remark]]:
    """The remarks by the key of the section that they are answered with: that which they are pinned to, else the first."""
    keys = [section.key for section in evaluation.round.questionnaire.questions.sections]
    found: dict[str, list[Remark]] = {key: [] for key in keys}
    for remark in remarks:
        found.get(section_named(remark), found[keys[0]]).append(remark)
    return found


def unseen_places(evaluation: Evaluation) -> list[tuple[str, str, Remark]]:
    """The remarks that nobody has seen to, each with the section that it is answered with and where on its page."""
    return [
        (key, remark.target if section_named(remark) == key else key, remark)
        for key, remarks in by_place(unseen(evaluation), evaluation).items() for remark in remarks
    ]  # fmt: skip


def section_named(remark: Remark) -> str:
    return remark.target.partition(".")[0]


def last_saved(evaluation: Evaluation) -> dict[str, SavedSection]:
    savings = evaluation.savings.select_related("person").order_by("section", "-version").distinct("section")
    return {saved.section: saved for saved in savings}
