from django.db.models import F
from django.utils.translation import gettext_lazy as _

from workflows.core.act import all_of, rule

from .. import queries as q


@rule(_("Register nomor {about} belum diatur."), solved_by=_("pengelola sistem"))
def register_is_set_up(tasks):
    return q.decrees_of(tasks).exclude(q.in_register(all_of("decrees.Series"))).annotate(about=F("issuer__label"))
