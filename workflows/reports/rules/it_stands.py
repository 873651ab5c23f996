from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule

from .. import queries as q


@rule(_("Ada laporan lain {about} tentang masa ini; gabungkan keduanya lebih dahulu."),
      solved_by=_("desa/kelurahan atau OPD KB"), first=True)  # fmt: skip
def it_stands(reports):
    """What is not counted is not corrected: a conflicting report is merged."""
    return reports.filter(standing=False).annotate(about=q.of_village())
