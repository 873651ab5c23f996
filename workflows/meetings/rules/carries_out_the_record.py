from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule
from workflows.routes.rules.task_of_my_office import deciding_mandate


@rule(_("Keputusan rakor dilaksanakan oleh Sistem begitu berita acaranya ditandatangani, atau diulangi oleh pejabat {about}."),
      solved_by=_("penyelenggara rakor"))  # fmt: skip
def carries_out_the_record(rakors):
    """The signed record is what decides; *Sistem* follows it, and the organiser's official where something stood in the way."""
    mine = deciding_mandate().filter(Q(office__role="system") | Q(office=OuterRef("file__office")))
    return rakors.filter(~Exists(mine)).annotate(about=F("file__office__label"))
