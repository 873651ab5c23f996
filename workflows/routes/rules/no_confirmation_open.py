from django.db.models import F
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule

from .. import queries as q
from ..states import AssignmentKind


@rule(_("{about} belum menyetujui perubahan naskah."), solved_by=_("kantor yang diminta menyetujui perubahan"))
def no_confirmation_open(tasks):
    """The signatory cannot decide while *setujui perubahan* is open."""
    return q.assignments().filter(
        file__in=tasks.values("file"), kind=AssignmentKind.CONFIRM_CHANGE, state=q.OPEN
    ).annotate(about=F("office__label"))  # fmt: skip
