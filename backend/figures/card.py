"""What *Angka* says of itself on *Tahun ini*."""

from django.urls import reverse
from django.utils.translation import gettext as _

from backend.access import scope_of
from backend.pages.acting import Acting
from backend.year.card import Card
from workflows.organisation.models import Level
from workflows.villages.coverage import coverages, known_since

from .coverage import sentence


def card(acting: Acting) -> Card | None:
    """For whoever has a territory larger than a village."""
    if acting.region.level == Level.VILLAGE or not scope_of(acting.scope).reaches(acting.region):
        return None
    since = known_since(acting.region)
    says = sentence(acting.region, coverages(acting.region, acting.today, since), since)
    return Card(_("Angka"), "chart-column", reverse("figures"), says)
