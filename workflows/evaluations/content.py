"""What the approvers of an evaluation see, frozen when it is handed in (schema siklus/evaluation/1)."""

from collections import defaultdict
from typing import Any

from django.db.models import QuerySet

from workflows.core.clock import today
from workflows.reports.models import Report
from workflows.routes.submitting import Content
from workflows.villages.content import village_of

from .computing import computed
from .gathering import reports_behind
from .models import Evaluation

SCHEMA, TEMPLATE = "siklus/evaluation/1", "evaluasi@1"


def content_of(file) -> Content:
    """The content of an evaluation's file. Its parts are the text, each section of the questionnaire, and the outcome."""
    evaluation = with_its_round().get(pk=file.pk)
    found = computed([evaluation])[evaluation.pk]
    text = text_of(evaluation, file)
    sections = sections_of(evaluation)
    outcome = {"facts": found.facts.as_json(), "outcome": found.outcome.as_json()}
    rests_on = {"reports": [said_by(report) for report in reports_behind(evaluation.kampung, evaluation.round.cutoff_on)]}
    return Content(text | {"sections": sections} | outcome | rests_on, {"text": text, **sections, "outcome": outcome}, TEMPLATE)


def said_by(report: Report) -> dict[str, Any]:
    """Which one it was: what it says is never rewritten. No part of what is approved, since the same figures may be told anew."""
    return {"id": report.pk, "form": report.form, "period": report.period.isoformat()}


def with_its_round() -> QuerySet[Evaluation]:
    """Those of one round share its instrument and questionnaire, each read once."""
    found = Evaluation.objects.select_related("kampung__region__parent__parent")
    return found.prefetch_related("round__instrument", "round__questionnaire")


def text_of(evaluation: Evaluation, file) -> dict[str, Any]:
    this = evaluation.round
    return {
        "schema": SCHEMA, "kind": "evaluation", "template": TEMPLATE, "example": file.example, "title": file.title,
        "village": village_of(evaluation.kampung, today(file.zone)),
        "round": {"year": this.year, "cutoff_on": this.cutoff_on.isoformat(), "instrument": str(this.instrument),
                  "questionnaire": str(this.questionnaire)},
    }  # fmt: skip


def sections_of(evaluation: Evaluation) -> dict[str, Any]:
    """Each section with its answers and its photos, as the questionnaire orders them."""
    photos = defaultdict(list)
    for photo in evaluation.photos.select_related("attachment").order_by("pk"):
        paper = {"name": photo.attachment.name, "sha256": photo.attachment.sha256, "note": photo.note}
        photos[photo.section].append(paper)
    return {
        section.key: {"answers": evaluation.answers.get(section.key, {}), "photos": photos[section.key]}
        for section in evaluation.round.questionnaire.questions.sections
    }
