"""The winners' decree as it is drafted from a locked ranking; once it is in force, `Competition.award` follows from it."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from workflows.core.errors import Problem, Refused
from workflows.decrees import drafting
from workflows.decrees.models import Decree
from workflows.decrees.states import DecreeKind
from workflows.organisation.models import Mandate, Office, Region

from . import queries as q
from .models import Competition
from .naming import title_of_contest
from .states import CompetitionState


@transaction.atomic
def draft_winners_decree(competition: Competition, issuer: Office | None, by: Mandate) -> Decree:
    """A draft in the office of `by`, the organiser's, with the winners of the locked ranking on its list.

    Raises `Refused` where there is nobody to issue it, no ranking, or another office asks.
    """
    ours = competition.file.office_id in (by.office_id, by.acting_office_id)
    if issuer is None or not ours or competition.state != CompetitionState.RANKED:
        raise Refused([not_yours(competition, by)])
    contest = title_of_contest(competition.level, competition.category, competition.file.region, competition.year)
    words, example = words_of({"contest": contest}), competition.file.example
    made = drafting.start_decree(DecreeKind.REGENT, issuer, by, example=example, **words)
    drafting.add_rows(made, by, winners_rows(competition))
    return made


def words_of(named: dict[str, str]) -> dict[str, Any]:
    return {
        "subject": _("Penetapan Pemenang %(contest)s") % named,
        "considerations": [
            _("bahwa %(contest)s telah dilaksanakan dan peringkatnya telah dikunci oleh juri;") % named,
            _("bahwa masa sanggah atas peringkat itu telah diberikan kepada semua peserta;"),
        ],
        "clauses": [
            _("Menetapkan pemenang %(contest)s sebagaimana tercantum dalam Lampiran keputusan ini.") % named,
            _("Keputusan ini mulai berlaku pada tanggal ditetapkan."),
        ],
    }


def not_yours(competition: Competition, by: Mandate) -> Problem:
    words = _("Keputusan pemenang disusun penyelenggaranya sesudah peringkat dikunci, bukan oleh %(office)s.")
    named = {"office": by.office.label}
    return Problem(competition.pk, "competition", "winners_decree", words % named, _("penyelenggara lomba"))


def winners_rows(competition: Competition) -> list[tuple[Region, dict[str, str]]]:
    """Rows for `decrees.drafting.add_rows`, the first first; the annex prints the rank beside the village."""
    won = (
        q.winners(Competition.objects.filter(pk=competition.pk))
        .select_related("kampung__region")
        .order_by("rank", "pk")
    )
    return [(one.kampung.region, beside(one)) for one in won]


def beside(entry) -> dict[str, str]:
    note = {"note": _("Juara %(rank)d") % {"rank": entry.rank}}
    return note | ({"hamlet": entry.kampung.hamlet} if entry.kampung.hamlet else {})
