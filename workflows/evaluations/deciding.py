"""What a rakor decides on classes: for its own act, from which `Evaluation.decide` follows.

    "then": [Move("evaluations.Evaluation.decide", …)], "prepare": … decisions_of(…)
"""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from workflows.core.errors import BadValues

from .content import with_its_round
from .models import Evaluation


def decisions_of(given: Mapping[int, Mapping[str, str]]) -> dict[str, Any]:
    """The value `decisions` that `decide` reads, from evaluation → `class` and `reason`; neither: the computed one stands.

    Raises `BadValues` naming the evaluation whose class the instrument does not know, or that deviates without a reason.
    """
    found = with_its_round().in_bulk(list(given))
    wrong = {str(pk): words for pk, said in given.items() if (words := why_not(found.get(pk), said))}
    if wrong:
        raise BadValues(wrong)
    return {"decisions": {str(pk): decision(found[pk], said) for pk, said in given.items()}}


def why_not(evaluation: Evaluation | None, said: Mapping[str, str]) -> str:
    if evaluation is None:
        return _("Evaluasi ini tidak ada.")
    wanted = said.get("class") or evaluation.computed
    known = [one.key for one in evaluation.round.instrument.definition.classes]
    if wanted and wanted not in known:
        return _("Kelas ini tidak dikenal; pilih: %(classes)s.") % {"classes": ", ".join(known)}
    if wanted != evaluation.computed and not said.get("reason", "").strip():
        return _("Kelas berbeda dari hasil hitungan; tulis alasannya.")
    return ""


def decision(evaluation: Evaluation, said: Mapping[str, str]) -> dict[str, str]:
    """A reason is kept with a deviation only."""
    wanted = said.get("class") or evaluation.computed
    return {"class": wanted, "reason": said.get("reason", "").strip() if wanted != evaluation.computed else ""}
