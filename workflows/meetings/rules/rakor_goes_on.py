from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, rule

from ..states import SEATED


@rule(_("Kehadiran dicatat pada hari rakor, sampai berita acaranya disusun."), solved_by=_("penyelenggara rakor"))
def rakor_goes_on(seats):
    """Who came is noted on the day or after it, and stands once the record is written."""
    return seats.filter(~Q(rakor__state__in=SEATED) | Q(rakor__held_on__gt=act.today))
