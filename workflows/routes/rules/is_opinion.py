from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule

from ..states import AssignmentKind


@rule(_("Tugas ini bukan permintaan pendapat."))
def is_opinion(tasks):
    return tasks.exclude(kind=AssignmentKind.OPINION)
