"""Evaluations are answered by ordinary saves of the village's office; they never set a state."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from workflows.core.errors import BadValues
from workflows.core.models import Attachment
from workflows.organisation.models import Mandate
from workflows.routes.drafts import open_draft
from workflows.villages.input import text

from .models import Evaluation, EvidencePhoto
from .states import EDITABLE


@transaction.atomic
def save_answers(evaluation: Evaluation, by: Mandate, answers: Any, *, version: int | None = None) -> None:
    """Add answers (section → question → answer) to those already given; null takes one back. `version`: what was seen.

    Raises `BadValues` naming `section.question`, `Conflict` or `Refused` as `open_draft` does.
    """
    given = evaluation.round.questionnaire.questions.checked(answers)
    open_draft(evaluation, by, EDITABLE, version)
    evaluation.refresh_from_db()
    evaluation.answers |= {section: merged(evaluation.answers.get(section, {}), said) for section, said in given.items()}
    evaluation.save(update_fields=["answers"])


def merged(before: dict[str, Any], said: dict[str, Any]) -> dict[str, Any]:
    return {question: answer for question, answer in (before | said).items() if answer is not None}


@transaction.atomic
def attach_photo(evaluation: Evaluation, by: Mandate, section: str, attachment: Attachment, note: str = "") -> EvidencePhoto:
    """Put a picture beside a section; the same again stays one.

    Raises `BadValues` for an unknown section or what is no picture; `Refused` as `open_draft` does.
    """
    if evaluation.round.questionnaire.questions.section(section) is None:
        raise BadValues({"section": _("Bagian ini tidak dikenal.")})
    if not attachment.media_type.startswith("image/"):
        raise BadValues({"attachment": _("Unggah sebuah foto (JPEG atau PNG).")})
    open_draft(evaluation, by, EDITABLE)
    return EvidencePhoto.objects.get_or_create(
        evaluation=evaluation, section=section, attachment=attachment, defaults={"note": text("note", note, 300)}
    )[0]


@transaction.atomic
def detach_photo(photo: EvidencePhoto, by: Mandate) -> None:
    """Take a picture away again; snapshots that named it keep its hash."""
    open_draft(photo.evaluation, by, EDITABLE)
    photo.delete()


def year_before(evaluation: Evaluation) -> Evaluation | None:
    """The last evaluation of the same unit in an earlier year that was handed in, to be shown beside this one."""
    earlier = Evaluation.objects.filter(kampung=evaluation.kampung_id, round__year__lt=evaluation.round.year)
    return earlier.filter(outcome__isnull=False).order_by("-round__year").first()
