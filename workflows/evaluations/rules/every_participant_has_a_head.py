from django.db.models import F
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule

from ..queries import participants


@rule(_("{about} belum mempunyai jabatan kepala desa/lurah yang mengisi evaluasi."), solved_by=_("pengelola data jabatan"))
def every_participant_has_a_head(rounds):
    """The village's own office answers; without one nobody would be asked."""
    return participants(rounds).filter(head=None).annotate(about=F("name"))
