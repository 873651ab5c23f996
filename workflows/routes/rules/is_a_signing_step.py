from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule

from ..states import AssignmentKind


@rule(_("Tugas ini bukan keputusan penanda tangan."))
def is_a_signing_step(tasks):
    return tasks.exclude(kind=AssignmentKind.SIGN)
