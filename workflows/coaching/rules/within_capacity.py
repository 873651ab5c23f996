from django.db.models import F, JSONField, TextField
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, rule

from ..queries import Heads


@rule(_("Kapasitasnya {about} peserta. Pindahkan kelebihannya ke daftar tunggu, atau ubah dahulu kapasitas kegiatan ini."),
      solved_by=_("penyelenggara"))  # fmt: skip
def within_capacity(events):
    """The new list counts no more people than there are places."""
    heads = Heads(act.value("participants", JSONField()))
    return events.filter(capacity__lt=heads).annotate(about=Cast(F("capacity"), TextField()))
