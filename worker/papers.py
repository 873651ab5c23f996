"""Making the papers that acts ask for."""

from collections.abc import Callable

from documents.forms import Form
from documents.issue import paper_for
from documents.models import Document
from workflows.core.door import perform
from workflows.core.models import File, Outbox
from workflows.decrees.issuing import for_ink
from workflows.decrees.models import Decree
from workflows.decrees.states import DecreeState
from workflows.organisation.offices import system_mandate


def maker(form: Form) -> Callable[[Outbox], Document | None]:
    """Makes a decree's paper in this form; `object_id` is its file. Nothing to make if it was undecided meanwhile."""

    def make(row: Outbox) -> Document | None:
        decree = Decree.objects.select_related("file__snapshot", "issuer").get(pk=row.object_id)
        snapshot = decree.file.snapshot
        if snapshot is None or (form is Form.FINAL and decree.issue is None):
            return None
        return paper_for(snapshot, form, for_ink(decree) if form is Form.INK else decree.issue)

    return make


def hand_over(row: Outbox, document: Document | None) -> None:
    """Let the decree know its final paper, so that it can be signed. One signed in ink may be in force already.

    A paper of a decision that was taken back meanwhile is not handed over: the next decision asks for its own.
    """
    file = File.objects.select_for_update().get(pk=row.object_id)
    decree = Decree.objects.filter(file=file, state=DecreeState.NUMBERED).first()
    if document and decree and (document.snapshot_id, document.content["issue"]) == (file.snapshot_id, decree.issue):
        perform("decrees.Decree.receive_paper", decree, by=system_mandate(), values={"sha256": document.sha256})
