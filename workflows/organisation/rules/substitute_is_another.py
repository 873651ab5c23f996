from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, rule


@rule(_("Pengganti adalah orang lain yang masih aktif; Anda tidak dapat menunjuk diri sendiri."))
def substitute_is_another(substitutions):
    """Nobody names himself, nor somebody who can no longer log in."""
    return substitutions.filter(Q(person=act.person) | Q(person__is_active=False))
