from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule

from .. import queries as q
from ..states import Signing


@rule(_("Naskah ini ditandatangani basah: cetak, tanda tangani, lalu catat tanggalnya."), solved_by=_("staf penanda tangan"))
def decided_on_screen(tasks):
    return q.decrees_of(tasks).filter(signing=Signing.INK)
