from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule

from ..states import Signing


@rule(_("Nomor seri kertas hanya ada pada naskah yang ditandatangani basah."))
def is_signed_in_ink(decrees):
    return decrees.exclude(signing=Signing.INK)
