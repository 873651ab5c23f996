from django.db.models import Exists
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule

from ..queries import signed_records


@rule(_("Berita acara rakor ini belum ditandatangani semua pihak."), solved_by=_("penanda tangan berita acara"))
def has_its_record(rakors):
    """What the rakor decided is carried out once everybody has signed for it."""
    return rakors.filter(~Exists(signed_records()))
