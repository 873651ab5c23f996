"""What is to be done about each topic of the outbox, and in which queue it waits."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from documents.forms import Form
from worker import alarm, papers, rakors, sending, subjects, telling
from worker.errors import UnknownTopic
from worker.models import Delivery, Post
from worker.webhooks import posting
from worker.webhooks.spreading import spread
from worker.work import DEFAULT, DOCUMENTS, MESSAGES, Work, nothing
from workflows.core.models import Job, Outbox

Effect = Callable[[Any, Any], None]


def message(queue: str, about: telling.About) -> Work:
    return Work(queue, both(telling.effect(about), spread), given_up=alarm.sound)


def both(*effects: Effect) -> Effect:
    def effect(row: Outbox, found: Any) -> None:
        for one in effects:
            one(row, found)

    return effect


def paper(form: Form) -> Work:
    effect = both(papers.hand_over, spread) if form is Form.FINAL else nothing
    return Work(DOCUMENTS, effect, slow=papers.maker(form), given_up=alarm.sound, lease=timedelta(seconds=90))


def refuse(row: Outbox) -> None:
    raise UnknownTopic(f"Topik {row.topic!r} tidak dikenal oleh versi Siklus yang terpasang.")


TOPICS = {
    "your_turn": message(MESSAGES, subjects.about_task),
    "reminder": message(MESSAGES, subjects.about_task),
    "overdue": message(MESSAGES, subjects.about_task),
    "escalated": message(MESSAGES, subjects.about_task),
    "fix_soon": message(MESSAGES, subjects.about_return),
    "fix_late": message(MESSAGES, subjects.about_return),
    "fix_escalated": message(MESSAGES, subjects.about_return),
    "nudge": message(MESSAGES, subjects.about_nudge),
    "fix_nudge": message(MESSAGES, subjects.about_nudge_to_fix),
    "opinion_given": message(MESSAGES, subjects.about_task),
    "disposition_answered": message(MESSAGES, subjects.about_task),
    "follow_up_answered": message(MESSAGES, subjects.about_task),
    "recalled": message(MESSAGES, subjects.about_task),
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
    "contest_announced": message(DEFAULT, subjects.about_file),
    "jury_seated": message(DEFAULT, subjects.about_file),
    "entry_nominated": message(DEFAULT, subjects.about_file),
    "entry_shortlisted": message(DEFAULT, subjects.about_file),
    "entry_disqualified": message(DEFAULT, subjects.about_file),
    "ranking_locked": message(DEFAULT, subjects.about_file),
    "contest_appealed": message(DEFAULT, subjects.about_file),
    "appeal_answered": message(DEFAULT, subjects.about_file),
    "contest_won": message(DEFAULT, subjects.about_file),
    "evaluation_accepted": message(DEFAULT, subjects.about_file),
    "class_decided": message(DEFAULT, subjects.about_class),
    "village_moved": message(DEFAULT, subjects.about_village),
    "event_invited": message(MESSAGES, subjects.about_event),
    "event_moved": message(MESSAGES, subjects.about_event),
    "event_cancelled": message(MESSAGES, subjects.about_event),
    "event_soon": message(MESSAGES, subjects.about_event),
    "need_entrusted": message(MESSAGES, subjects.about_need),
    "need_answered": message(MESSAGES, subjects.about_need),
    "need_declined": message(MESSAGES, subjects.about_need),
    "need_settled": message(MESSAGES, subjects.about_need),
    "rakor_invited": message(MESSAGES, subjects.about_rakor),
    "rakor_moved": message(MESSAGES, subjects.about_rakor),
    "rakor_cancelled": message(MESSAGES, subjects.about_rakor),
    "rakor_not_executed": message(DEFAULT, subjects.about_rakor),
    "execute_rakor": Work(DEFAULT, rakors.execute, given_up=alarm.sound),
    "render_draft": paper(Form.DRAFT),
    "render_ink": paper(Form.INK),
    "render_final": paper(Form.FINAL),
}
UNKNOWN = Work(DEFAULT, slow=refuse, given_up=alarm.sound)
OUTWARD = Work(MESSAGES, sending.note_sent, slow=sending.send, given_up=sending.note_failed)
POST = Work(DEFAULT, posting.note_accepted, slow=posting.send, given_up=posting.give_up)


def work_for(job: Job) -> Work:
    """What this job asks for; an unknown topic is parked with an alarm."""
    if isinstance(job, Delivery):
        return OUTWARD
    if isinstance(job, Post):
        return POST
    assert isinstance(job, Outbox)
    return TOPICS.get(job.topic, UNKNOWN)
