"""`{% needs_of village %}`: what a Kampung KB needs of other offices, and the way to note one more."""

from typing import Any

from django import template
from django.template import Context

from backend.access import needs_for
from workflows.coaching.needs import may_note_for
from workflows.coaching.states import UNANSWERED
from workflows.villages.models import KampungKB

register = template.Library()
SHOWN = 5


@register.inclusion_tag("coaching/of_village.html", takes_context=True)
def needs_of(context: Context, village: KampungKB) -> dict[str, Any]:
    """Those that nobody has answered first, the newest of them on top."""
    acting = context["request"].acting
    seen = needs_for(acting.scope).filter(kampung=village)
    wanted = seen.filter(state__in=UNANSWERED).select_related("file", "kampung__region__parent", "owner")
    return {
        "village": village, "needs": wanted.order_by("-pk")[:SHOWN], "noted": seen.count(), "today": acting.today,
        "may_note": may_note_for(village, acting.mandate),
    }  # fmt: skip
