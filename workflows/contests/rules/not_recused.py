from django.db.models import Exists, F
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule

from .. import queries as q


@rule(_("Juri itu sudah menyatakan tidak menilai {about}."), solved_by=_("penyelenggara lomba"))
def not_recused(entries):
    """Who has recused himself from an entry gives it no points, and does not do so twice."""
    return entries.filter(Exists(q.jurors_named().filter(q.recused_himself()))).annotate(about=F("kampung__region__name"))
