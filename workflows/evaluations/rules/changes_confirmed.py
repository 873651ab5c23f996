from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule
from workflows.routes import queries as routes
from workflows.routes.rules import no_confirmation_open


@rule(_("{about} belum menyetujui perubahan evaluasi."), solved_by=_("kantor yang diminta menyetujui perubahan"))
def changes_confirmed(tasks):
    """An evaluation is not accepted while an office has yet to confirm a change of what it approved."""
    return no_confirmation_open.failing(tasks.filter(run__in=routes.runs_done(tasks).values("pk")))
