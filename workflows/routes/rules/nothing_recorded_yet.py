from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from workflows.core.act import all_of, rule


@rule(_("Sudah ada catatan dari kertas yang menunggu dicocokkan."), solved_by=_("orang kedua di kantor itu"))
def nothing_recorded_yet(tasks):
    return tasks.filter(Exists(all_of("routes.PaperRecord").filter(assignment=OuterRef("pk"), state="recorded")))
