from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule
from workflows.routes.queries import OPEN, assignments
from workflows.routes.rules.task_of_my_office import deciding_mandate
from workflows.routes.rules.within_my_drafting_office import mandate_today


@rule(_("Surat ini hanya dikembalikan oleh {about} atau oleh yang sedang diminta menandatanganinya."))
def writes_or_signs_it(letters):
    """The office that wrote it, and whoever holds the office whose turn it is to sign."""
    turn = assignments().filter(file=OuterRef(OuterRef("file")), state=OPEN).values("office")
    signs = deciding_mandate().filter(Q(acts_for=None) & Q(office__in=turn) | Q(acts_for__in=turn))
    writes = mandate_today().filter(office=OuterRef("file__office"))
    return letters.filter(~Exists(signs), ~Exists(writes)).annotate(about=F("file__office__label"))
