from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule

from .. import queries as q
from ..states import AssignmentState as S
from ..states import RunState


@rule(_("Sudah ada yang bertindak sesudah Anda; mintalah pengembalian."), solved_by=_("pemegang tugas sekarang"))
def nobody_acted_since(tasks):
    """One's own approval can be taken back until somebody else has acted upon it."""
    later = q.assignments().filter(
        run=OuterRef("run"), step__isnull=False, decided_at__gt=OuterRef("decided_at"),
        state__in=[S.APPROVED, S.RETURNED, S.REJECTED],
    )  # fmt: skip
    return tasks.filter(Exists(later) | ~Q(run__state=RunState.IN_PROGRESS))
