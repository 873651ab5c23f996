from django.db.models import Exists, F, OuterRef, Value
from django.db.models.functions import Concat, Lower
from django.utils.translation import gettext_lazy as _

from workflows.core.act import all_of, rule


@rule(_("Tercantum dua kali dalam kedudukan yang sama: {about}."), solved_by=_("penyusun keputusan"))
def nobody_twice_in_a_post(rosters):
    """Nobody, and no office, sits twice in the same post of the same section."""
    seats = all_of("villages.Member").filter(pokja__in=rosters.values("pk"))
    same_post = all_of("villages.Member").filter(
        pokja=OuterRef("pokja"), position=OuterRef("position"), section=OuterRef("section"), order__lt=OuterRef("order")
    )
    named = same_post.alias(lowered=Lower("name")).exclude(name="").filter(lowered=Lower(OuterRef("name")))
    twice = seats.filter(Exists(named) | Exists(same_post.filter(office=OuterRef("office"))))
    return twice.annotate(about=Concat(F("position"), Value(" "), F("name")))
