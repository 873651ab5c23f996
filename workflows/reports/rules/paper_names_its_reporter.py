from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule

from .. import queries as q


@rule(_("Isi tanggal laporan dan pelapor {about} seperti tertulis di kertas."), solved_by=_("pengisi laporan"))
def paper_names_its_reporter(reports):
    """Of what comes from paper both are kept: who told it and when, and who keyed it in and when."""
    nobody = Q(reported_on=None) | Q(reporter=None, reported_by="")
    return reports.filter(nobody, channel="paper").annotate(about=q.of_village())
