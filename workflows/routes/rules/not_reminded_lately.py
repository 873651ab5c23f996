from datetime import timedelta

from django.db.models import Exists, F, OuterRef
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from workflows.core.act import all_of, rule

AGAIN_AFTER = timedelta(days=1)
NUDGE = "routes.Assignment.nudge"


@rule(_("{about} sudah diingatkan hari ini."), solved_by=_("tunggu sampai besok"))
def not_reminded_lately(tasks):
    """Once a day by hand. The act locks the file, so that of two who press at once one finds the other's entry."""
    lately = all_of("core.JournalSubject").filter(
        kind="assignment", object_id=OuterRef("pk"), entry__act=NUDGE, entry__at__gt=Now() - AGAIN_AFTER
    )
    return tasks.filter(Exists(lately)).annotate(about=F("office__label"))
