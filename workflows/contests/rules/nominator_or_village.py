from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule
from workflows.routes.rules.task_of_my_office import deciding_mandate


@rule(_("Hanya {about}, yang mencalonkan, atau kepala desa/lurah itu sendiri yang dapat menyanggah."))
def nominator_or_village(entries):
    """The office that nominated an entry speaks for it, and the head of the village itself."""
    nominator = Q(acts_for=None, office=OuterRef("file__office")) | Q(acts_for=OuterRef("file__office"))
    head = Q(office__role="village_head", office__region=OuterRef("kampung__region"))
    return entries.filter(~Exists(deciding_mandate().filter(nominator | head))).annotate(about=F("file__office__label"))
