from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule


@rule(_("Undangan ini belum dijawab."))
def was_answered(seats):
    """Only what was said is taken back."""
    return seats.filter(answer="")
