"""Making the papers that acts ask for: of whatever kind of file, in the same way."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from documents.forms import Form
from documents.issue import paper_for
from documents.models import Document
from workflows.core.door import perform
from workflows.core.models import File, Outbox
from workflows.core.naming import label_of
from workflows.decrees.issuing import for_ink
from workflows.decrees.models import Decree
from workflows.decrees.states import DecreeState
from workflows.letters.models import Letter
from workflows.letters.states import LetterState
from workflows.organisation.offices import system_mandate


def its_issue(subject: Any) -> dict[str, Any] | None:
    return subject.issue


@dataclass(frozen=True)
class Source:
    """What has papers: its model, the state in which it waits for the final one, and what a paper for ink shows."""

    model: type[Model]
    waits: str
    for_ink: Callable[[Any], dict[str, Any] | None] = its_issue

    def get(self, file: File) -> Any:
        return self.model._default_manager.select_related("file").get(pk=file.pk)


SOURCES = {
    "decree": Source(Decree, DecreeState.NUMBERED, for_ink),
    "letter": Source(Letter, LetterState.ISSUED),
}
"""By kind of file."""


def maker(form: Form) -> Callable[[Outbox], Document | None]:
    """Makes a file's paper in this form; `object_id` is the file. Nothing to make if its issue was taken back meanwhile."""

    def make(row: Outbox) -> Document | None:
        file = File.objects.select_related("snapshot").get(pk=row.object_id)
        source = SOURCES[file.kind]
        subject = source.get(file)
        if file.snapshot is None or (form is Form.FINAL and subject.issue is None):
            return None
        return paper_for(file.snapshot, form, source.for_ink(subject) if form is Form.INK else subject.issue)

    return make


def hand_over(row: Outbox, document: Document | None) -> None:
    """Let the decree or letter know its final paper, so that it can be signed. One signed in ink may be in force already.

    A paper of a decision that was taken back meanwhile is not handed over: the next decision asks for its own.
    """
    file = File.objects.select_for_update().get(pk=row.object_id)
    source = SOURCES[file.kind]
    subject = source.get(file)
    if document is None or subject.state != source.waits:
        return
    if (document.snapshot_id, document.content["issue"]) == (file.snapshot_id, subject.issue):
        perform(f"{label_of(source.model)}.receive_paper", subject, by=system_mandate(), values={"sha256": document.sha256})
