from datetime import timedelta

from django.db.models import Exists, OuterRef
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from workflows.core.act import all_of, rule

from .. import queries as q

AGAIN_AFTER = timedelta(days=1)
NUDGES = ["routes.Assignment.nudge", "routes.Assignment.nudge_drafter"]


@rule(_("{about} sudah diingatkan hari ini."), solved_by=_("tunggu sampai besok"))
def not_reminded_lately(tasks):
    """Once a day by hand. The act locks the file, so that of two who press at once one finds the other's entry.

    Who was reminded of an open task is not the drafter to whom it came back since.
    """
    lately = all_of("core.JournalSubject").filter(
        kind="assignment", object_id=OuterRef("pk"), from_state=OuterRef("state"), entry__act__in=NUDGES,
        entry__at__gt=Now() - AGAIN_AFTER,
    )  # fmt: skip
    return tasks.filter(Exists(lately)).annotate(about=q.whom("label"))
