from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule
from workflows.routes.queries import OPEN, assignments
from workflows.routes.rules.task_of_my_office import deciding_mandate


@rule(_("Hanya kantor yang sedang memegang tugas naskah ini yang dapat mengubahnya."), solved_by=_("pemegang tugas"))
def my_office_has_its_open_task(decrees):
    task = assignments().filter(file=OuterRef(OuterRef("file")), state=OPEN, step__isnull=False)
    mine = deciding_mandate().filter(
        Q(acts_for=None) & Q(office__in=task.values("office")) | Q(acts_for__in=task.values("office"))
    )
    return decrees.filter(~Exists(mine))
