"""What the room says of itself on *Tahun ini*."""

from django.urls import reverse
from django.utils.translation import gettext as _

from backend.access import rakors_for
from backend.pages.acting import Acting
from backend.year.card import Card
from workflows.core.wording import long_date
from workflows.meetings.states import RakorState

from .expected import own_answer
from .rakors import organises

AHEAD = [RakorState.PLANNED, RakorState.INVITED, RakorState.HELD, RakorState.RECORD_DRAFTED]


def card(acting: Acting) -> Card | None:
    """For organisers and for whoever sees a rakor."""
    seen = rakors_for(acting.scope)
    coming = seen.filter(state__in=AHEAD).order_by("held_on", "pk").first()
    if coming is None and not (organises(acting) or seen.exists()):
        return None
    if coming is None:
        return Card(_("Rakor"), "users", reverse("rakors"), _("Tidak ada rakor yang direncanakan."))
    says = _("%(day)s di %(place)s, %(state)s.") % {"day": long_date(coming.held_on), "place": coming.place,
                                                     "state": coming.get_state_display()}  # fmt: skip
    own = own_answer(coming, acting)["own"]
    if own and not own.expected:
        asks = _("%(says)s Undangannya belum Anda jawab.") % {"says": says}
        return Card(_("Rakor"), "users", reverse("rakor", args=[coming.pk]), asks, coming.held_on)
    mine = coming.file.office_id == acting.mandate.office_id and coming.state != RakorState.RECORD_DRAFTED
    return Card(_("Rakor"), "users", reverse("rakors"), says, coming.held_on if mine else None)
