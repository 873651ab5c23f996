"""What an order lets a substitute do: stage by kind of document, and what of it the district's policy refuses."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from workflows.core.act import extend
from workflows.core.errors import Problem

from .models import DocClass, Mandate, Substitution, Verdict
from .policy import months_later, policy_for, shipped

STAGES = {
    "review": gettext_lazy("Periksa"), "endorse": gettext_lazy("Dukung"), "paraf": gettext_lazy("Paraf"),
    "sign": gettext_lazy("Putuskan dan tanda tangani"),
}  # fmt: skip
DOCUMENTS = {
    "proposal": gettext_lazy("Usulan"), "keputusan_kades": gettext_lazy("Keputusan Kepala Desa/Lurah"),
    "keputusan_bupati": gettext_lazy("Keputusan Bupati/Wali Kota"), "letter": gettext_lazy("Surat"),
    "evaluation": gettext_lazy("Evaluasi Kampung KB"),
}  # fmt: skip
CLASSES = {"keputusan_kades": DocClass.VILLAGE_DECREE, "keputusan_bupati": DocClass.REGENT_DECREE, "letter": DocClass.LETTER}
SIGNED_BY = {"keputusan_kades": "village_head", "keputusan_bupati": "regent"}


def cells(role: str) -> list[str]:
    """The cells of the matrix that mean something for an office of a role: nobody signs another's decrees, or a proposal."""
    return [
        f"{stage}.{document}" for stage in STAGES for document in DOCUMENTS
        if stage != "sign" or document == "letter" or SIGNED_BY.get(document) == role
    ]  # fmt: skip


def in_words(given: Collection[str]) -> list[str]:
    """A line for each kind of document: `Surat: periksa, paraf`."""
    stages = {one: [str(STAGES[stage]).lower() for stage in STAGES if f"{stage}.{one}" in given] for one in DOCUMENTS}
    return [f"{DOCUMENTS[one]}: {', '.join(found)}" for one, found in stages.items() if found]


def refused(substitution: Substitution, cell: str) -> str:
    """Why a substitute of this capacity may not be given a cell; empty when he may. Signing alone is ruled by policy."""
    stage, _dot, document = cell.partition(".")
    if stage != "sign":
        return ""
    answer = policy_for(mandate_of(substitution), CLASSES[document], substitution.since)
    return answer.words if answer.verdict == Verdict.REFUSE else ""


def mandate_of(substitution: Substitution) -> Mandate:
    """The mandate that a substitution would be, unsaved."""
    names = ("person", "capacity", "via", "since", "until", "paper")
    on_behalf = substitution.own_office is not None
    return Mandate(
        office=substitution.own_office or substitution.office, acts_for=substitution.office if on_behalf else None,
        **{name: getattr(substitution, name) for name in names},
    )  # fmt: skip


def powers_are_lawful(deed: Any, substitutions: Any) -> list[Problem]:
    """What the matrix gives is what the office has, and what the district's policy lets the capacity do."""
    found = []
    for one in substitutions.select_related("office", "own_office", "via"):
        known = cells(one.office.role)
        wrong = [refused(one, cell) if cell in known else _("Kewenangan ini tidak dimiliki jabatan.") for cell in one.powers]
        found += [Problem(one.pk, "substitution", "powers_are_lawful", words, _("Bagian Hukum")) for words in wrong if words]
    return found


def appointing_is_allowed(deed: Any, substitutions: Any) -> list[Problem]:
    """Whether one's own capacity may name a substitute: an acting official only where the district says so (UNVERIFIED)."""
    answer = policy_for(deed.by, DocClass.APPOINTMENT, deed.on)
    if answer.verdict != Verdict.REFUSE:
        return []
    return [Problem(pk, "substitution", "appointing_is_allowed", answer.words, _("pejabat definitif")) for pk in deed.subjects]


def usual_until(capacity: str, since: date) -> date | None:
    """The last day of the usual longest term (UNVERIFIED); None where there is none."""
    months = shipped()["usual_terms"].get(capacity)
    return months_later(since, months) if months else None


extend("organisation.Substitution.confirm", kind="", checks=[appointing_is_allowed, powers_are_lawful])
