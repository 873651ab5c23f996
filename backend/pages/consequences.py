"""What happens after a button, in the words printed under it: who is next, who gets it back."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from workflows.routes.models import Assignment
from workflows.routes.states import AssignmentState


def of_act(name: str, task: Assignment) -> str:
    """Empty where the act says the same of every task."""
    return WORDS[name](task) if name in WORDS and task.step_id and task.file.kind != "letter" else ""


def after_approval(task: Assignment) -> str:
    beside = names(task.run.assignments.filter(order=task.order, state=AssignmentState.OPEN).exclude(pk=task.pk)) if task.run else ""
    if beside:
        return _("Menunggu juga %(who)s, lalu berlanjut.") % {"who": beside}
    if following := next_in(task):
        return _("Berlanjut ke %(who)s.") % {"who": following}
    return _("Ini langkah terakhir; penyusun diberi tahu.")


def next_in(task: Assignment) -> str:
    waiting = task.run.assignments.filter(state=AssignmentState.WAITING, step__isnull=False) if task.run else Assignment.objects.none()
    first = waiting.order_by("order").values("order")[:1]
    return names(waiting.filter(order=first))


def names(tasks) -> str:
    return ", ".join(tasks.order_by("pk").values_list("office__label", flat=True))


def after_return(task: Assignment) -> str:
    words = _("Kembali ke %(who)s; sesudah diperbaiki, Anda melihat hanya yang berubah.")
    return words % {"who": task.file.office.label}


def after_rejection(task: Assignment) -> str:
    return _("Berkas berakhir di sini; %(who)s diberi tahu.") % {"who": task.file.office.label}


WORDS: dict[str, Callable[[Assignment], str]] = {
    "approve": after_approval, "return_to_drafter": after_return, "reject": after_rejection,
}  # fmt: skip
