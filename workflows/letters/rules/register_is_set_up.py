from django.db.models import F
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule

from .. import queries as q


@rule(_("Register nomor surat {about} belum diatur."), solved_by=_("pengelola sistem"), first=True)
def register_is_set_up(letters):
    """What bears a number of its own needs its office's register of that class."""
    return letters.exclude(doc_class="").exclude(q.in_register()).annotate(about=F("office__label"))
