from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule


@rule(_("Evaluasi tidak ditolak. Kembalikan dengan catatan, supaya diperbaiki."))
def evaluations_are_returned(tasks):
    """Every Kampung KB is evaluated: what is wrong goes back to be put right."""
    return tasks
