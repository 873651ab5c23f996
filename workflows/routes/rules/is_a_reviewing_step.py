from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule

from ..states import APPROVING_KINDS


@rule(_("Tugas ini bukan langkah pemeriksaan, dukungan atau paraf."))
def is_a_reviewing_step(tasks):
    return tasks.exclude(kind__in=APPROVING_KINDS)
