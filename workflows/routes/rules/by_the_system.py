from django.db.models import Exists
from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, all_of, rule


@rule(_("Tindakan ini dilakukan oleh Sistem pada waktunya."))
def by_the_system(rows):
    """What the clock does, it does by the mandate of the built-in *Sistem* office."""
    return rows.filter(~Exists(all_of("organisation.Mandate").filter(pk=act.mandate, office__role="system")))
