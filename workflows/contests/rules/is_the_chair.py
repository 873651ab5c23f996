from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, all_of, rule
from workflows.routes.rules.within_my_drafting_office import mandate_today


@rule(_("Hanya ketua juri yang memberi suara penentu."), solved_by=_("ketua juri"))
def is_the_chair(competitions):
    """The chair himself; for one without a login the organiser's office keys his paper."""
    keyed = Q(person=None) & Q(Exists(mandate_today().filter(office=OuterRef("competition__file__office"))))
    chair = all_of("contests.Juror").filter(competition=OuterRef("pk"), chair=True)
    return competitions.filter(~Exists(chair.filter(Q(person=act.person) & Q(Exists(mandate_today())) | keyed)))
