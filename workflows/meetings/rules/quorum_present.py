from django.db.models import BigIntegerField, F, TextField, Value
from django.db.models.functions import Cast, Concat
from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, rule

from ..quorum import counted


@rule(_("Kuorum belum tercapai: hadir {about}."), solved_by=_("penyelenggara rakor"))
def quorum_present(rakors):
    """Too few offices decide nothing. What was put wrongly may still be put right."""
    new = rakors.alias(old=act.value("replaces", BigIntegerField())).filter(old=None)
    there, called, needed = (Cast(name, TextField()) for name in ("there", "called", "needed"))
    said = Concat(there, Value(" dari "), called, Value(" kantor, perlu "), needed, output_field=TextField())
    return counted(new).filter(there__lt=F("needed")).annotate(about=said)
