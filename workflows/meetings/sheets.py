"""The list of attendance as it was signed by hand: photographed or scanned, and kept with the rakor as its evidence."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from workflows.core.errors import Problem, Refused
from workflows.core.models import Attachment

from .models import AttendanceSheet, Rakor
from .states import MET


def keep_sheets(rakor: Rakor, attachments: Iterable[Attachment]) -> None:
    """The same sheet again stays one. Raises `Refused` while nobody has met."""
    if rakor.state not in MET:
        words = _("Daftar hadir yang ditandatangani dilampirkan sesudah rakor dibuka.")
        raise Refused([Problem(rakor.pk, "rakor", "rakor_was_opened", words, _("penyelenggara rakor"))])
    for attachment in attachments:
        AttendanceSheet.objects.get_or_create(rakor=rakor, attachment=attachment)
