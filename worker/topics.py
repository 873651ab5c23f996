"""What is to be done about each topic of the outbox, and in which queue it waits."""

from datetime import timedelta

from documents.forms import Form
from worker import alarm, mail, papers, subjects, telling
from worker.errors import UnknownTopic
from worker.models import Delivery
from worker.work import DEFAULT, DOCUMENTS, MESSAGES, Work, nothing
from workflows.core.models import Job, Outbox


def message(queue: str, about: telling.About) -> Work:
    return Work(queue, telling.effect(about), given_up=alarm.sound)


def paper(form: Form) -> Work:
    effect = papers.hand_over if form is Form.FINAL else nothing
    return Work(DOCUMENTS, effect, slow=papers.maker(form), given_up=alarm.sound, lease=timedelta(seconds=90))


def refuse(row: Outbox) -> None:
    raise UnknownTopic(f"Topik {row.topic!r} tidak dikenal oleh versi Siklus yang terpasang.")


TOPICS = {
    "your_turn": message(MESSAGES, subjects.about_task),
    "reminder": message(MESSAGES, subjects.about_task),
    "overdue": message(MESSAGES, subjects.about_task),
    "escalated": message(MESSAGES, subjects.about_task),
    "opinion_given": message(MESSAGES, subjects.about_task),
    "returned": message(MESSAGES, subjects.about_return),
    "rejected": message(MESSAGES, subjects.about_task),
    "withdrawn": message(MESSAGES, subjects.about_task),
    "signing_failed": message(MESSAGES, subjects.about_signing),
    "service_back": message(MESSAGES, subjects.about_signing),
    "in_force": message(DEFAULT, subjects.about_file),
    "villages_dropped": message(DEFAULT, subjects.about_file),
    "review_dependents": message(DEFAULT, subjects.about_file),
    "letter_signed": message(DEFAULT, subjects.about_file),
    "letter_returned": message(DEFAULT, subjects.about_file),
    "village_moved": message(DEFAULT, subjects.about_village),
    "render_draft": paper(Form.DRAFT),
    "render_ink": paper(Form.INK),
    "render_final": paper(Form.FINAL),
}
UNKNOWN = Work(DEFAULT, slow=refuse, given_up=alarm.sound)
EMAIL = Work(MESSAGES, mail.note_sent, slow=mail.send, given_up=mail.note_failed)


def work_for(job: Job) -> Work:
    """What this job asks for; an unknown topic is parked with an alarm."""
    if isinstance(job, Delivery):
        return EMAIL
    assert isinstance(job, Outbox)
    return TOPICS.get(job.topic, UNKNOWN)
