from django.db.models import Exists, F, OuterRef, Q, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule
from workflows.routes.rules.task_of_my_office import deciding_mandate


@rule(_("Kebutuhan ini diserahkan kepada {about}; hanya pejabatnya yang menjawabnya."), solved_by=_("pejabat kantor itu"))
def my_office_owns_it(needs):
    """Who was asked answers: whoever holds that office today, or acts for it. Staff never decide."""
    mine = deciding_mandate().filter(Q(acts_for=None, office=OuterRef("owner")) | Q(acts_for=OuterRef("owner")))
    nobody = Value(str(_("belum ada kantor")))
    return needs.filter(~Exists(mine)).annotate(about=Coalesce(F("owner__label"), nobody))
