"""Evaluations are answered by ordinary saves of the village's office; they never set a state."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from workflows.core.canonical import fingerprint
from workflows.core.errors import BadValues, NotDone
from workflows.core.models import Attachment
from workflows.organisation.models import Mandate
from workflows.routes.drafts import open_draft
from workflows.villages.input import text

from .fixing import refuse_locked
from .models import Evaluation, EvidencePhoto, SavedSection
from .states import EDITABLE

MOST_PHOTOS = 10
"""Beside one section."""


@transaction.atomic
def save_answers(evaluation: Evaluation, by: Mandate, answers: Any, *, version: int | None = None) -> None:
    """Add answers (section → question → answer) to those already given; null takes one back. `version`: what was seen.

    Raises `BadValues` naming `section.question`, `Conflict` or `Refused` as `open_draft` does.
    """
    given = evaluation.asks.checked(answers)
    open_draft(evaluation, by, EDITABLE, version)
    evaluation.refresh_from_db()
    for section, said in given.items():
        refuse_locked(evaluation, section)
        write(evaluation, section, said)
        note_saved(evaluation, by, section, newest(evaluation, section))


class SectionChanged(NotDone):
    """The section was saved since it was read. `saved` is what was saved last, `answers` are those that stand."""

    def __init__(self, saved: SavedSection | None, answers: dict[str, Any]):
        self.saved, self.answers = saved, answers
        super().__init__(_("Bagian ini sudah diubah sejak Anda membukanya."))


def save_section(
    evaluation: Evaluation, by: Mandate, section: str, answers: dict[str, Any], *, read: int, key: str = ""
) -> SavedSection:
    """Save one section as a form sends it. The same form with the same answers is saved once.

    `read` is the version of the section that its writer saw, 0 where nothing was saved yet. Raises `SectionChanged` where another
    one stands, unless it says the same; else what `save_answers` raises.
    """
    given = evaluation.asks.checked({section: answers})[section]
    body = fingerprint([read, given])
    if key and (before := evaluation.savings.filter(section=section, key=key, body=body).first()):
        return before
    return save_anew(evaluation, by, section, given, read=read, key=key, body=body)


@transaction.atomic
def save_anew(
    evaluation: Evaluation, by: Mandate, section: str, given: dict[str, Any], *, read: int, key: str, body: str
) -> SavedSection:
    open_draft(evaluation, by, EDITABLE)
    evaluation.refresh_from_db()
    refuse_locked(evaluation, section)
    last, stands = newest(evaluation, section), evaluation.answers.get(section, {})
    if last and merged(stands, given) == stands:
        return last
    if read != version_of(last):
        raise SectionChanged(last, stands)
    write(evaluation, section, given)
    return note_saved(evaluation, by, section, last, key=key, body=body)


def newest(evaluation: Evaluation, section: str) -> SavedSection | None:
    return evaluation.savings.filter(section=section).select_related("person").order_by("-version").first()


def version_of(saved: SavedSection | None) -> int:
    return saved.version if saved else 0


def write(evaluation: Evaluation, section: str, said: dict[str, Any]) -> None:
    evaluation.answers |= {section: merged(evaluation.answers.get(section, {}), said)}
    evaluation.save(update_fields=["answers"])


def note_saved(
    evaluation: Evaluation, by: Mandate, section: str, last: SavedSection | None, key: str = "", body: str = ""
) -> SavedSection:
    return evaluation.savings.create(section=section, version=version_of(last) + 1, person=by.person, key=key, body=body)


def merged(before: dict[str, Any], said: dict[str, Any]) -> dict[str, Any]:
    return {question: answer for question, answer in (before | said).items() if answer is not None}


@transaction.atomic
def attach_photo(
    evaluation: Evaluation, by: Mandate, section: str, attachment: Attachment, note: str = "", *, key: str = ""
) -> EvidencePhoto:
    """Put a picture beside a section; the same again stays one. `key` is of the form that sent it.

    Raises `BadValues` for an unknown section, for what is no picture, or for one too many; `Refused` as `open_draft` does.
    """
    if evaluation.round.questionnaire.questions.section(section) is None:
        raise BadValues({"section": _("Bagian ini tidak dikenal.")})
    if not attachment.media_type.startswith("image/"):
        raise BadValues({"file": _("Unggah sebuah foto (JPEG atau PNG).")})
    open_draft(evaluation, by, EDITABLE)
    refuse_locked(evaluation, section)
    there = evaluation.photos.filter(section=section)
    if kept := there.filter(attachment=attachment).first() or sent_before(evaluation, key):
        return kept
    if there.count() >= MOST_PHOTOS:
        raise BadValues({"file": _("Satu bagian memuat paling banyak %(n)d foto; lepas satu dahulu.") % {"n": MOST_PHOTOS}})
    return there.create(evaluation=evaluation, section=section, attachment=attachment, note=text("note", note, 300), key=key)


def sent_before(evaluation: Evaluation, key: str) -> EvidencePhoto | None:
    """The picture that a form with this key has sent already."""
    return evaluation.photos.filter(key=key).first() if key else None


@transaction.atomic
def detach_photo(photo: EvidencePhoto, by: Mandate) -> None:
    """Take a picture away again; snapshots that named it keep its hash."""
    open_draft(photo.evaluation, by, EDITABLE)
    refuse_locked(photo.evaluation, photo.section)
    photo.delete()


def year_before(evaluation: Evaluation) -> Evaluation | None:
    """The last evaluation of the same unit in an earlier year that was handed in, to be shown beside this one."""
    earlier = Evaluation.objects.filter(kampung=evaluation.kampung_id, round__year__lt=evaluation.round.year)
    return earlier.filter(outcome__isnull=False).order_by("-round__year").first()
