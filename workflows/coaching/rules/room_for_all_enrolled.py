from django.db.models import F, IntegerField, TextField
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, rule


@rule(_("Sudah {about} peserta tercatat; kapasitas tidak dapat lebih kecil."), solved_by=_("penyelenggara"))
def room_for_all_enrolled(events):
    """A capacity is not lowered below the number of those who stand on the list."""
    return events.filter(enrolled__gt=act.value("capacity", IntegerField())).annotate(about=Cast(F("enrolled"), TextField()))
