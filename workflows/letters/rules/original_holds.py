from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule
from workflows.decrees.states import COPIED_STATES

from ..states import COPIES


@rule(_("Salinan dan petikan hanya dibuat dari keputusan yang sudah ditandatangani dan masih berlaku."), first=True)
def original_holds(letters):
    """A copy certifies a decree that is signed or in force, whose final text stands in Siklus."""
    copies = letters.filter(kind__in=COPIES)
    return copies.exclude(concerns__decree__state__in=COPIED_STATES, concerns__snapshot__isnull=False)
