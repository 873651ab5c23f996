from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule

from .. import queries as q


@rule(_("Tidak ada laporan lain tentang masa ini yang perlu digabung dengan laporan {about} ini."), first=True)
def it_conflicts(reports):
    """Merged is a report beside which another one stands."""
    return reports.filter(standing=True).annotate(about=q.of_village())
