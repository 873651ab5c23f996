"""Routes in words: whose they are, and what each of their steps asks of whom."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from backend.access import Scope
from workflows.decrees.states import DecreeKind
from workflows.letters.states import LetterKind
from workflows.organisation.models import Role
from workflows.routes.models import Route, RouteVersion, Run, Step
from workflows.routes.states import AssignmentKind, AssignmentState, RunState

SUBJECTS: dict[str, Any] = {
    "decree": gettext_lazy("keputusan"), "proposal": gettext_lazy("usulan Kampung KB"), "letter": gettext_lazy("surat"),
    "evaluation": gettext_lazy("evaluasi tahunan"),
}  # fmt: skip
PARTS = {
    "proposal": {"text": gettext_lazy("naskah usulan"), "checklist": gettext_lazy("daftar prasyarat"),
                 "evidence": gettext_lazy("bukti"), "field_check": gettext_lazy("pemeriksaan lapangan")},
    "decree": {"text": gettext_lazy("naskah"), "list": gettext_lazy("lampiran daftar"), "evidence": gettext_lazy("bukti")},
    "evaluation": {"text": gettext_lazy("identitas"), "pokja": gettext_lazy("Pokja"),
                   "facilities": gettext_lazy("sarana dan dana"), "planning": gettext_lazy("perencanaan dan data"),
                   "activities": gettext_lazy("kegiatan"), "needs": gettext_lazy("kendala dan kebutuhan"),
                   "outcome": gettext_lazy("hasil hitungan")},
}  # fmt: skip
"""For each kind of file the parts that a step may be shown."""
MOVES = {
    "proposal": {"propose": gettext_lazy("desa menjadi diusulkan"), "endorse": gettext_lazy("desa menjadi didukung"),
                 "verify": gettext_lazy("desa menjadi terverifikasi")},
    "evaluation": {"verify": gettext_lazy("evaluasi menjadi terverifikasi"),
                   "endorse": gettext_lazy("evaluasi menjadi didukung")},
}  # fmt: skip
"""What an approval does, for each kind of file in which steps do something of their own."""
KINDS: dict[str, Any] = dict([*DecreeKind.choices, *LetterKind.choices])
OPEN = Q(assignments__state=AssignmentState.OPEN)


@dataclass(frozen=True)
class Told:
    """One step in words, with what stands open there in somebody's territory, and how much of it is late."""

    number: int
    step: Step
    role: str
    when: str
    enough: str
    sees: str
    moves: str
    open: int
    late: int

    @property
    def task(self) -> str:
        return str(self.step.get_kind_display())

    @property
    def counted(self) -> str:
        """`3 menunggu, 1 terlambat`."""
        if not self.open:
            return _("tidak ada tugas")
        waiting = ngettext("%(n)d tugas", "%(n)d tugas", self.open) % {"n": self.open}
        return _("%(waiting)s, %(late)d terlambat") % {"waiting": waiting, "late": self.late} if self.late else waiting


def told(version: RouteVersion, scope: Scope, today: Any) -> list[Told]:
    """The steps in their order, with live counts of the territory."""
    here = OPEN & scope.within("assignments__region__")
    counted = version.steps.annotate(open=Count("assignments", filter=here),
                                     late=Count("assignments", filter=here & Q(assignments__due_on__lt=today)))  # fmt: skip
    parts, moves = PARTS.get(version.route.subject, {}), MOVES.get(version.route.subject, {})
    return [
        Told(step.order, step, role_of(step), condition_words(step.condition),
             enough(group, step), ", ".join(str(parts.get(part, part)) for part in step.sees) or _("seluruh berkas"),
             str(moves.get(step.moves, "")), step.open, step.late)
        for group in grouped(counted) for step in group
    ]  # fmt: skip


def role_of(step: Step) -> str:
    return str(Role(step.role).label) if step.role in Role.values else step.role


def grouped(steps: Any) -> list[list[Any]]:
    """Steps of one order stand beside each other."""
    return [list(group) for _order, group in groupby(steps, lambda step: step.order)]


def enough(group: list[Step], step: Step) -> str:
    """How many of those side by side suffice."""
    if len(group) == 1:
        return ""
    if step.quorum is None:
        return _("semua dari %(n)d") % {"n": len(group)}
    return _("cukup %(enough)d dari %(n)d") % {"enough": step.quorum, "n": len(group)}


def condition_words(condition: dict[str, Any]) -> str:
    """When a step applies: `hanya kelurahan`; empty means always."""
    if not condition:
        return ""
    allowed = condition.get("in")
    words = ", ".join(map(str, allowed)) if isinstance(allowed, list) else ""
    if condition.get("path") in WHERE.values():
        return _("hanya %(kinds)s") % {"kinds": words}
    return _("hanya bila %(path)s: %(kinds)s") % {"path": condition.get("path", ""), "kinds": words}


WHERE = {"proposal": "village.kind", "decree": "issuer.kind"}
"""Where a file says whether it is about a desa or a kelurahan."""


def in_short(steps: list[dict[str, Any]]) -> str:
    """Steps as written, for the history: `1 bagian hukum (paraf, 5); 2 bupati/wali kota (putuskan, 5)`."""
    return "; ".join(
        f"{step['order']} {Role(step['role']).label} ({AssignmentKind(step['task']).label}, {step['days']})" for step in steps
    )


def reach(route: Route) -> str:
    """For which files, and where."""
    what = str(KINDS.get(route.kind) or SUBJECTS.get(route.subject) or route.subject)
    where = route.region.name if route.region else _("semua wilayah yang tidak punya alur sendiri")
    return f"{what} · {where}"


def running(version: RouteVersion, scope: Scope) -> int:
    """Files of the territory that are under way on this very version."""
    here = Run.objects.filter(scope.within("file__region__"), route_version=version, state=RunState.IN_PROGRESS)
    return here.count()
