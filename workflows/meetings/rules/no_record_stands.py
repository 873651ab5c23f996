from django.db.models import Exists
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule

from ..queries import standing_records


@rule(_("Berita acaranya masih disusun atau ditandatangani; batalkan dahulu berita acara itu."), solved_by=_("penyelenggara rakor"))
def no_record_stands(rakors):
    """Nobody signs what is being changed."""
    return rakors.filter(Exists(standing_records()))
