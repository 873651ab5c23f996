"""Setting a register up: whose book it is, how its numbers look, and where it begins."""

from django.utils.translation import gettext as _

from workflows.core.errors import BadValues
from workflows.organisation.models import Office, Role

from .models import DecreeNumber, Series
from .numbering import check_pattern
from .states import DecreeKind, LetterClass, SeriesMode

DECREES_OF = {Role.REGENT: DecreeKind.REGENT, Role.VILLAGE_HEAD: DecreeKind.VILLAGE}


def classes_of(office: Office) -> list[tuple[str, str]]:
    """The classes of papers that an office may keep a register for: its own decrees, if it issues any, and letters."""
    own = DECREES_OF.get(Role(office.role))
    return [*([(own.value, str(own.label))] if own else []), *((one.value, str(one.label)) for one in LetterClass)]


def begun(series: Series) -> bool:
    """Whether the register has given or taken a number: from then on it stays whose it is."""
    return DecreeNumber.objects.filter(series=series.pk).exists()


def check_register(series: Series) -> None:
    """Raises `BadValues` for a class that is not the office's, a bad pattern, and a beginning that makes no sense."""
    wrong = {}
    if series.doc_class not in dict(classes_of(series.office)):
        wrong["doc_class"] = _("Jabatan ini tidak menerbitkan naskah jenis itu.")
    if series.mode not in SeriesMode.values:
        wrong["mode"] = _("Pilih register Siklus atau buku kantor.")
    if series.last < 0 or (series.last and not 2000 <= series.year <= 2100):
        wrong["last"] = _("Nomor terakhir disertai tahunnya, misalnya 99 dan 2026.")
    if wrong:
        raise BadValues(wrong)
    check_pattern(series.pattern)
