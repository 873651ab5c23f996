from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule

from .may_name_a_substitute import in_force_today, without


@rule(_("Penunjukan ini milik {about}; hanya pejabat dan stafnya yang menyiapkannya."), solved_by=_("pejabat kantor itu"))
def may_prepare_a_substitute(substitutions):
    """The official and his staff; for a vacant office whoever may name its Plt., and their staff."""
    return without(substitutions, in_force_today())
