"""What this room says of itself on *Tahun ini*: to a village what it has to send, to all others how complete a month is."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from backend.access import scope_of
from backend.pages.acting import Acting
from backend.year.card import Card
from workflows.core.wording import long_date
from workflows.organisation.models import Level
from workflows.reports.completeness import completeness
from workflows.reports.duties import Duty, duties
from workflows.reports.periods import period_words
from workflows.reports.shipped import newest
from workflows.villages.models import KampungKB

from .asked import last_due

TITLE, ICON = gettext_lazy("Laporan"), "clipboard-list"


def card(acting: Acting) -> Card | None:
    if not acting.has_territory:
        return None
    if acting.region.level == Level.VILLAGE:
        return of_village(acting)
    if not scope_of(acting.scope).reaches(acting.region):
        return Card(str(TITLE), ICON, reverse("reports"), _("Yang perlu dikirim desa dampingan Anda"))
    return of_territory(acting)


def of_village(acting: Acting) -> Card | None:
    """The one of its reports that has waited longest. A village without a Kampung KB has nothing to report."""
    units = list(KampungKB.objects.filter(region=acting.region))
    asked = [duty for unit in units for duty in duties(unit, acting.today)]
    if not asked:
        return None
    waiting = sorted((duty for duty in asked if duty.state in ("late", "due")), key=lambda duty: duty.due_on)
    says = missing(waiting) if waiting else _("Semua laporan yang sudah waktunya telah dikirim.")
    return Card(str(TITLE), ICON, reverse("reports"), says, waiting[0].due_on if waiting else None)


def missing(waiting: list[Duty]) -> str:
    """`Perkembangan bulanan Bangga Kencana, Oktober 2026: belum dikirim (batas 3 November 2026)`."""
    first = waiting[0]
    given = {"form": first.form.title, "period": first.period_words, "due": long_date(first.due_on), "n": len(waiting) - 1}
    says = _("%(form)s, %(period)s: belum dikirim (batas %(due)s)") % given
    return says + (_("; dan %(n)d laporan lain") % given if len(waiting) > 1 else "")


def of_territory(acting: Acting) -> Card:
    form = newest()["progress"]
    period = last_due(form, acting.today)
    counted = completeness(acting.region, form, period)
    given = {
        "period": period_words(form.span, period), "n": counted.reported, "all": counted.expected, "of": counted.denominator,
        "in_time": counted.in_time,
    }  # fmt: skip
    says = _("%(period)s: %(n)d dari %(all)d %(of)s sudah melapor, %(in_time)d tepat waktu") % given
    return Card(str(TITLE), ICON, reverse("reports"), says)
