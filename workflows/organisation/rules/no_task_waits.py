from django.db.models import Exists, F, OuterRef
from django.utils.translation import gettext_lazy as _

from workflows.core.act import all_of, rule


@rule(_("{about} masih mempunyai tugas; alihkan dulu ke jabatan lain."), solved_by=_("atasan atau OPD KB"))
def no_task_waits(offices):
    """An office that ends leaves no task behind."""
    undone = all_of("routes.Assignment").filter(office=OuterRef("pk"), state__in=["waiting", "open"])
    return offices.filter(Exists(undone)).annotate(about=F("label"))
