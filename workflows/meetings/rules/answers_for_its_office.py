from django.db.models import Exists, OuterRef
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule
from workflows.routes.rules.within_my_drafting_office import mandate_today

from .knows_the_code import of_its_office


@rule(_("Undangan ini dijawab {about} sendiri, atau dicatat penyelenggara rakor."), solved_by=_("penyelenggara rakor"))
def answers_for_its_office(seats):
    """Each office says for itself whether it comes; the organiser notes what came by telephone or letter, and for guests."""
    notes = Exists(mandate_today().filter(office=OuterRef("file__office")))
    return seats.exclude(notes).exclude(Exists(of_its_office())).annotate(about=Coalesce("office__label", "name"))
