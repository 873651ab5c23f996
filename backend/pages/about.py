"""What every page about a file shows: sheet, list with its problems, remarks, ladder, history, papers."""

from typing import Any

from django.db.models import QuerySet

from backend.access import documents_for
from backend.public.lookup import by_token
from workflows.core.door import problems
from workflows.core.errors import Problem
from workflows.core.models import File
from workflows.decrees.models import Decree, DecreeRow
from workflows.routes.models import Remark
from workflows.routes.remarks import to_answer
from workflows.villages.models import Evidence

from . import history
from .acting import Acting
from .ladder import is_returned, ladder_of
from .letter_parts import letters_about
from .proposal_forms import checklist_of
from .scans import scans_of
from .sheet import sheet_of, template_of

ROW = "decreerow"


def about_file(file: File, acting: Acting) -> dict[str, Any]:
    return {
        "file": file, "sheet": sheet_of(file), "template": template_of(file), "content": file.snapshot.content if file.snapshot else None,
        "row_problems": row_problems(file, acting), "struck": struck_rows(file), "ladder": ladder_of(file, acting),
        "history": history.of_file(file.pk), "papers": documents_for(acting.scope).filter(file=file).order_by("pk"),
        "scans": scans_of(file), "token": public_token(file),
        "remarks": list(remarks_on(file)), "fixes": is_returned(file) and file.office_id == acting.mandate.office_id, "checklist": checklist_of(file.proposal) if file.kind == "proposal" else [],
        **letters_about(file, acting),
        "evidence": Evidence.objects.filter(file=file).select_related("attachment").order_by("pk"),
    }  # fmt: skip


def public_token(file: File) -> str:
    """What the public check page knows the paper by; empty while nobody can hold it."""
    return file.token if by_token(file.token) else ""


def row_problems(file: File, acting: Acting) -> list[Problem]:
    """What the rules say against single rows of a decree that is not decided yet."""
    if file.kind != "decree" or file.decree.decided_on:
        return []
    return [problem for problem in problems(Decree.submit, file.decree, by=acting.mandate) if problem.kind == ROW]


def struck_rows(file: File) -> QuerySet[DecreeRow] | list[DecreeRow]:
    if file.kind != "decree":
        return []
    return file.decree.rows.filter(struck=True).select_related("kampung__region")


def remarks_on(file: File) -> QuerySet[Remark]:
    """Those that are to be answered, or were after the last return."""
    return to_answer(file).select_related("assignment__office", "resolved_by", "entry")
