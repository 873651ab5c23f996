from django.db.models import F
from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, rule


@rule(_("Hanya {about}, yang menyetujuinya, yang dapat membatalkannya."), solved_by=_("yang menyetujui"))
def by_the_same_mandate(tasks):
    """What I approved a moment ago I take back myself, as whom I approved it."""
    return tasks.exclude(mandate=act.mandate).annotate(about=F("decided_by__name"))
