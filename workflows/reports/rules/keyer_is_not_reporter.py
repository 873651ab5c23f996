from django.db.models import Exists, F, OuterRef, Q, TextField
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, all_of, rule


@rule(_("{about} melaporkan di atas kertas; orang lain yang mencatatnya di sini, atau kirim sebagai laporan aplikasi."))
def keyer_is_not_reporter(reports):
    """Two people see what comes from paper: who tells it, and who keys it in."""
    told_by = Lower(OuterRef("reported_by"), output_field=TextField())
    keyer = all_of("organisation.Person").filter(pk=act.person).alias(told_by=told_by, named=Lower("name"))
    is_named = Exists(keyer.filter(told_by__contains=F("named")))
    same = Q(reporter=act.person) | Q(is_named, reporter=None)
    return reports.filter(same, channel="paper").annotate(about=F("reported_by"))
