from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule

from ..states import SIGNED


@rule(_("Berita acara rakor ini sudah ditandatangani; daftar hadir yang terlampir tidak dicabut lagi."))
def record_not_signed(sheets):
    """Everybody signed for what lay beside it."""
    return sheets.filter(rakor__state__in=SIGNED)
