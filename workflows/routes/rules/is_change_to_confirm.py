from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule

from ..states import AssignmentKind


@rule(_("Tugas ini bukan persetujuan atas perubahan."))
def is_change_to_confirm(tasks):
    return tasks.exclude(kind=AssignmentKind.CONFIRM_CHANGE)
