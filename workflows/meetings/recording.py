"""The end of a rakor, and the draft of its record, in one."""

from typing import Any

from django.db import transaction

from workflows.core.door import perform
from workflows.letters.drafting import start_letter
from workflows.letters.models import Letter
from workflows.letters.states import LetterKind
from workflows.organisation.models import Mandate

from .models import Rakor


@transaction.atomic
def draft_record(rakor: Rakor, by: Mandate, *, version: int | None = None, ends: str = "", **letter: Any) -> Letter:
    """Attendance and motions stand from now on; the record begins with them. `letter` as `start_letter` takes it.

    Raises as `perform` and `start_letter` do.
    """
    perform(Rakor.end_meeting, rakor, by=by, version=version, values={"ends": ends} if ends else {})
    rakor.refresh_from_db()
    return start_letter(LetterKind.RECORD, rakor.file, by, **letter)
