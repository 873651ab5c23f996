from django.db.models import Exists, F, OuterRef
from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, rule

from .. import queries as q


@rule(_("{about} sudah melaporkan masa ini lewat saluran yang sama; perbaiki laporan itu bila ada angka yang salah."))
def not_sent_before(reports):
    """An office tells of a period once by app and once from paper; what it told wrongly it corrects."""
    before = q.told().filter(state="sent", office=act.office, channel=OuterRef("channel"))
    return reports.filter(Exists(before)).annotate(about=F("office__label"))
