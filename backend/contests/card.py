"""*Lomba* on *Tahun ini*: what waits for a juror or the organiser, else the contest that is on."""

from datetime import date

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from backend.access import appeals_for, competitions_for, juries_of
from backend.pages.acting import Acting
from backend.year.card import Card
from workflows.contests.models import Competition, Entry, Juror
from workflows.contests.states import SCORED, AppealState, CompetitionState


def card(acting: Acting) -> Card | None:
    """None for a partner agency that judges nothing."""
    seen = competitions_for(acting.scope).filter(source_on=None).exclude(state=CompetitionState.CANCELLED).order_by("-year", "-pk")
    newest = seen.first()
    if newest is None and not acting.has_territory:
        return None
    return judged_by(acting) or appealed_to(acting) or told_of(newest)


def judged_by(acting: Acting) -> Card | None:
    """What one's own seats still have to score; the contest whose ranking is planned first leads."""
    seats = juries_of(acting.scope).filter(person=acting.mandate.person_id, competition__state=CompetitionState.JUDGING)
    waiting = [(seat, n) for seat in seats.select_related("competition__rubric") if (n := unfinished(seat))]
    if not waiting:
        return None
    seat = min((one for one, _n in waiting), key=planned)
    n = sum(count for _one, count in waiting)
    says = ngettext("%(n)d lembar nilai belum selesai.", "%(n)d lembar nilai belum selesai.", n) % {"n": n}
    return Card(_("Lomba"), "award", reverse("judging", args=[seat.competition_id]), says, seat.competition.ranking_on)


def planned(seat: Juror) -> date:
    return seat.competition.ranking_on or date.max


def unfinished(seat: Juror) -> int:
    """Entries that this juror may score now and has not finished."""
    criteria = len(seat.competition.rubric.rubric.criteria)
    mine = Entry.objects.filter(competition=seat.competition_id, state__in=SCORED).exclude(recusals__juror=seat)
    if seat.territory:
        mine = mine.exclude(kampung__region__path__startswith=seat.territory.path)
    mine = mine.exclude(file__office=seat.agency_id) if seat.agency_id else mine
    given = Count("scores", filter=Q(scores__juror=seat))
    return mine.annotate(given=given).filter(given__lt=criteria).count()


def appealed_to(acting: Acting) -> Card | None:
    """Objections that one's own office has to answer, the oldest first."""
    waiting = appeals_for(acting.scope).filter(state=AppealState.FILED, file__office=acting.office_id).order_by("pk")
    if (first := waiting.first()) is None:
        return None
    n = waiting.count()
    says = ngettext("%(n)d sanggahan menunggu jawaban.", "%(n)d sanggahan menunggu jawaban.", n) % {"n": n}
    return Card(_("Lomba"), "award", reverse("appeal", args=[first.pk]), says)


def told_of(newest: Competition | None) -> Card:
    says = f"{newest.file.title}: {newest.get_state_display()}." if newest else _("Belum ada lomba.")
    return Card(_("Lomba"), "award", reverse("competitions"), says)
