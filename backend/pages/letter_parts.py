"""*Surat dan salinan* on the page of a decree or proposal: the letters about it, and those one may write."""

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.db.models import QuerySet

from backend.access import letters_for
from workflows.core.errors import Problem
from workflows.core.models import File
from workflows.letters.kinds import KINDS
from workflows.letters.models import Letter
from workflows.letters.states import COPIES, LetterKind, LetterState
from workflows.letters.writing import why_not
from workflows.routes.states import AssignmentKind

from .acting import Acting
from .letter_forms import CopiesForm

SHOWN = 20


@dataclass(frozen=True)
class WriteButton:
    """*Buat nota dinas*, with what stands in its way."""

    kind: LetterKind
    problems: list[Problem]

    @property
    def key(self) -> str:
        """Anew on each page, so that a button clicked twice makes copies once."""
        return str(uuid4())

    @property
    def is_copy(self) -> bool:
        return self.kind in COPIES


def letters_about(file: File, acting: Acting) -> dict[str, Any]:
    """The newest letters about a file that may be seen, and the buttons; nothing for a letter itself."""
    if file.kind == "letter":
        return {}
    seen = letters_for(acting.scope).filter(concerns=file).select_related("office", "file__region").order_by("-pk")
    buttons = [WriteButton(kind, why_not(kind, file, acting.mandate)) for kind in KINDS if file.kind in KINDS[kind].about]
    return {
        "letters": seen[:SHOWN], "letter_count": seen.count(),
        "copies_form": CopiesForm(initial={"signing": file.decree.signing}) if file.kind == "decree" else None,
        "writable": [button for button in buttons if not button.problems],
        "not_writable": [button for button in buttons if button.problems],
        "invited_by": signed_invitation(seen) if file.kind == "rakor" else None,
    }  # fmt: skip


def signed_invitation(letters: QuerySet[Letter]) -> Letter | None:
    """Beside it another one is for those who are invited late."""
    return letters.filter(kind=LetterKind.INVITATION, state=LetterState.SIGNED).first()


def signatures_of(letter: Letter) -> list[dict[str, Any]]:
    """Who initials and who signs, in order, and where that stands; the tasks of the paper that stands, if it is made."""
    kinds = [AssignmentKind.INITIAL, AssignmentKind.SIGN_DOCUMENT]
    tasks = letter.file.assignments.filter(kind__in=kinds).exclude(state="voided").order_by("pk")
    latest = {task.order: task for task in tasks if letter.issue}
    initials = letter.initials.select_related("office")
    before = [{"party": one, "initials": True, "task": latest.get(one.order)} for one in initials]
    return before + [{"party": party, "task": latest.get(party.order)} for party in letter.parties.select_related("office")]
