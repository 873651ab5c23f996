"""What somebody must know before deciding, in a few lines: how many, who has given paraf, what changed since, who is left out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from workflows.core.models import File, Snapshot
from workflows.organisation.models import Role
from workflows.routes.models import Assignment
from workflows.routes.states import APPROVING_KINDS, AssignmentState

from .about import row_problems, struck_rows
from .acting import Acting
from .annex_read import listed, size_in_words
from .ladder import Rung

SHORT = {
    Role.AGENCY: _("OPD KB"), Role.LEGAL: _("Bagian Hukum"), Role.ASSISTANT: _("Asisten"), Role.SECRETARY: _("Sekda"),
    Role.CAMAT: _("Camat"), Role.PKB: _("PKB"), Role.VILLAGE_SECRETARY: _("Sekdes"),
}  # fmt: skip
"""How an office is called where there is room for a word or two."""


@dataclass(frozen=True)
class Paraf:
    rung: Rung

    @property
    def who(self) -> str:
        office = self.rung.task.office
        return str(SHORT.get(Role(office.role), office.label))


@dataclass(frozen=True)
class Card:
    """`since`: the text that the last one before me approved, where the present one is another."""

    size: str
    parafs: list[Paraf]
    last: Paraf | None
    since: Snapshot | None
    left_out: list[Any]
    problems: list[Any]

    @property
    def assurance(self) -> str:
        """That nothing changed, where that is so."""
        if self.last is None or self.since:
            return ""
        return gettext("Tidak ada perubahan sejak %(kind)s %(who)s") % {
            "kind": self.last.rung.task.get_kind_display(), "who": self.last.who,
        }  # fmt: skip


def card_of(file: File, rungs: Iterable[Rung], acting: Acting) -> Card:
    parafs = [Paraf(rung) for rung in rungs if is_paraf(rung.task)]
    last = max(parafs, key=when_given, default=None)
    rows = listed(file.snapshot.content if file.snapshot else None)
    seen = last.rung.task.seen if last else None
    return Card(
        size_in_words(rows) if rows else "", parafs, last, seen if seen and seen.pk != file.snapshot_id else None,
        list(struck_rows(file)), row_problems(file, acting),
    )  # fmt: skip


def when_given(paraf: Paraf) -> datetime:
    assert paraf.rung.task.decided_at  # the database keeps that of whatever is approved
    return paraf.rung.task.decided_at


def is_paraf(task: Assignment) -> bool:
    return task.state == AssignmentState.APPROVED and task.kind in APPROVING_KINDS
