from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, rule
from workflows.routes.rules.within_my_drafting_office import mandate_today

from .. import queries as q


@rule(_("Lembar nilai ini bukan lembar Anda, atau juri itu bukan juri lomba ini."), solved_by=_("juri itu sendiri"))
def is_one_of_its_jurors(entries):
    """A juror acts for himself; for one without a login the organiser's office keys his paper."""
    keyed = Q(person=None) & Q(Exists(mandate_today().filter(office=OuterRef("competition__file__office"))))
    himself = Q(person=act.person) & Q(Exists(mandate_today()))
    return entries.filter(~Exists(q.jurors_named().filter(himself | keyed)))
