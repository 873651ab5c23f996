from django.db.models import BigIntegerField, DateField, Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, all_of, rule


@rule(_("Penugasan itu bukan milik jabatan ini, sudah berakhir, atau baru mulai sesudah tanggal akhir yang diminta."))
def mandate_can_end_then(offices):
    """The mandate is the office's own, still runs on the asked last day, and had begun by then."""
    last = act.value("until", DateField())
    running = all_of("organisation.Mandate").filter(
        Q(until=None) | Q(until__gte=last),
        office=OuterRef("pk"), pk=act.value("mandate", BigIntegerField()), since__lte=last,
    )  # fmt: skip
    return offices.filter(~Exists(running))
