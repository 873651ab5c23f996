"""Steps of yearly rounds, each done as the person who would do it."""

import io
from collections.abc import Callable, Mapping
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from backend.uploads import keep
from workflows.core.door import perform
from workflows.core.models import Attachment
from workflows.evaluations.days import IN_ORDER, days_from, usual_days
from workflows.evaluations.drafting import attach_photo, save_answers
from workflows.evaluations.models import Evaluation, Instrument, Questionnaire, Round
from workflows.evaluations.planning import plan_round
from workflows.evaluations.questionnaire import Kind, Question, Section
from workflows.organisation.models import Mandate

from . import round_steps as steps
from .stage import Stage

FILLED_IN = ("file", "round__questionnaire", "kampung__region")


def hold(stage: Stage, step: steps.Round) -> None:
    by = stage.mandate(step.by)
    year = step.year or stage.today.year
    days = usual_days(year, stage.today) | {"cutoff_on": step.cutoff} if step.cutoff else days_from(stage.today)
    days |= {name: day for name in IN_ORDER if (day := getattr(step, name, None))}
    made = plan_round(
        by.office.territory, by, year=year, instrument=Instrument.objects.latest("pk"),
        questionnaire=Questionnaire.objects.latest("pk"), example=True, **days,
    )  # fmt: skip
    stage.files[step.round] = made.pk
    if step.opens:
        perform(Round.open, made, by=by)


def answer(stage: Stage, step: steps.Answer) -> None:
    wanted = {"round": stage.files[step.of], "kampung__region": stage.region(step.village.code)}
    evaluation = Evaluation.objects.select_related(*FILLED_IN).get(**wanted)
    stage.files[step.answer] = evaluation.pk
    by = stage.mandate(step.by, offices={evaluation.file.office_id})
    asked = [one for one in evaluation.asks.sections if one.key in step.only or not step.only]
    save_answers(evaluation, by, {section.key: answers_of(section, (step.answers or {}).get(section.key, {})) for section in asked})
    for section in asked:
        for n in range(1, section.photos + 1):
            attach_photo(evaluation, by, section.key, photo(f"{step.answer} {section.key} {n}.jpg", by))
    if step.hands_in:
        perform(Evaluation.submit, evaluation, by=by)


def put_right(stage: Stage, step: steps.PutRight) -> None:
    evaluation = Evaluation.objects.select_related(*FILLED_IN).get(pk=stage.files[step.put_right])
    save_answers(evaluation, stage.mandate(step.by, offices={evaluation.file.office_id}), step.answers)


def answers_of(section: Section, given: Mapping[str, Any]) -> dict[str, Any]:
    return {one.key: given.get(one.key, good(one)) for one in section.questions}


def good(question: Question) -> Any:
    """An answer with which nothing is amiss."""
    if question.kind == Kind.CHOICE:
        return next(iter(question.choices))
    return {Kind.YES_NO: True, Kind.COUNT: 12, Kind.TEXT: f"Contoh {question.label.lower()}."}[question.kind]


def photo(name: str, by: Mandate) -> Attachment:
    """A picture that a village takes: of one colour, its own by its name."""
    taken = io.BytesIO()
    Image.new("RGB", (320, 240), tuple(name.encode()[-7:-4])).save(taken, "JPEG")
    return keep(SimpleUploadedFile(name, taken.getvalue()), by.person)


DOES: dict[type, Callable[[Stage, Any], None]] = {steps.Round: hold, steps.Answer: answer, steps.PutRight: put_right}
