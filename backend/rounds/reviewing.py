"""What *Tinjau* shows of an evaluation: the answers with photos and remarks at their place, and why the class."""

from collections.abc import Iterable
from typing import Any

from workflows.core.models import File
from workflows.evaluations.facts import Facts
from workflows.evaluations.gathering import reports_frozen
from workflows.evaluations.models import Evaluation
from workflows.evaluations.outcome import Outcome
from workflows.routes.models import Remark

from .explaining import Explained, explained_of
from .sections import page_of
from .wording import OUTCOME


def about_evaluation(file: File, remarks: Iterable[Remark]) -> dict[str, Any]:
    """Nothing for other files."""
    if file.kind != "evaluation":
        return {}
    evaluation, known = file.evaluation, list(remarks)
    return {
        "evaluation_page": page_of(evaluation, known), "evaluation_why": why(evaluation),
        "outcome_remarks": [remark for remark in known if remark.target.partition(".")[0] == OUTCOME],
    }  # fmt: skip


def why(evaluation: Evaluation) -> Explained | None:
    """Of what was frozen with it; None while nothing is."""
    if evaluation.outcome is None:
        return None
    facts, outcome = Facts.read(evaluation.facts), Outcome.read(evaluation.outcome)
    return explained_of(evaluation, facts, outcome, reports_frozen(evaluation.file.snapshot))
