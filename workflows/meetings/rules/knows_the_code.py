from django.db.models import Exists, OuterRef, Q, TextField, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, rule
from workflows.routes.rules.within_my_drafting_office import mandate_today


def of_its_office():
    """The actor's mandate where the outer seat is his own office's, as its holder, its staff or in its name."""
    return mandate_today().filter(Q(office=OuterRef("office")) | Q(acts_for=OuterRef("office")))


@rule(_("Kehadiran dicatat panitia, atau oleh kantor yang diundang sendiri dengan kode yang ditampilkan di ruang rapat."),
      solved_by=_("penyelenggara rakor"))  # fmt: skip
def knows_the_code(seats):
    """The organiser ticks names; whoever is in the room checks his own office in, since only there the code is seen."""
    ticks = Exists(mandate_today().filter(office=OuterRef("file__office")))
    return seats.exclude(ticks).exclude(Exists(of_its_office()), rakor__code=Coalesce(act.value("code", TextField()), Value("")))
