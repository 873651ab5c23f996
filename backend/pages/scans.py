"""The scans of a paper that was signed in ink. A wrong one is superseded and stays."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from workflows.core.models import Attachment, File
from workflows.routes.models import Assignment
from workflows.routes.states import AssignmentKind, AssignmentState

S = AssignmentState
WORDS = {S.OPEN: _("menunggu dicocokkan"), S.APPROVED: _("cocok dengan kertasnya"), S.RETURNED: _("tidak cocok, digantikan"),
         S.VOIDED: _("tidak dipakai")}  # fmt: skip


@dataclass(frozen=True)
class Scan:
    attachment: Attachment
    state: str
    words: str | Promise


def scans_of(file: File) -> list[Scan]:
    """Oldest first. The task to compare a scan notes which one it is."""
    tasks = [task for task in compared(file) if task.note.isdigit()]
    attachments = Attachment.objects.in_bulk([int(task.note) for task in tasks])
    return [Scan(attachments[int(task.note)], task.state, WORDS.get(S(task.state), "")) for task in tasks]


def compared(file: File) -> list[Assignment]:
    return list(file.assignments.filter(kind=AssignmentKind.CONFIRM_SCAN).order_by("pk"))
