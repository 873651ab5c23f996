"""The winners' decree: drafted from the locked ranking, then a decree like others."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from backend.access import issuers_for
from backend.pages.acting import OfficialRequest, acting
from workflows.contests.awarding import winners_rows
from workflows.contests.models import Competition
from workflows.contests.naming import title_of_contest
from workflows.contests.states import LOCKED
from workflows.core.errors import NotDone, Problem, Refused
from workflows.decrees import drafting
from workflows.decrees.states import DecreeKind
from workflows.organisation.models import Mandate, Role
from workflows.routes.drafts import drafted_once

from .room import competition_or_404, organises
from .views import show
from .winners_decrees import key_of


@require_POST
@acting
def draft_decree(request: OfficialRequest, pk: int) -> HttpResponse:
    found, by = competition_or_404(request, pk), request.acting.mandate
    try:
        return redirect("decree", drafted_once(key_of(found), by, partial(begun, found, request)))
    except NotDone as refusal:
        return show(request, found, refusal=refusal, status=422)


def begun(found: Competition, request: OfficialRequest) -> int:
    """The draft with the winners on its list. Raises `Refused` where there is nobody to issue it, or no ranking."""
    by = request.acting.mandate
    issuer = issuers_for(by).filter(role=Role.REGENT).first()
    if not organises(request, found) or found.state not in LOCKED or issuer is None:
        raise Refused([nobody(found, by)])
    made = drafting.start_decree(
        DecreeKind.REGENT,
        issuer,
        by,
        subject=subject_of(found),
        example=found.file.example,
        considerations=considerations(found),
        clauses=clauses(found),
    )
    drafting.add_rows(made, by, winners_rows(found))
    return made.pk


def nobody(found: Competition, by: Mandate) -> Problem:
    words = _("Keputusan pemenang disusun penyelenggaranya sesudah peringkat dikunci, bukan oleh %(office)s.")
    return Problem(
        found.pk, "competition", "winners_decree", words % {"office": by.office.label}, _("penyelenggara lomba")
    )


def subject_of(found: Competition) -> str:
    return _("Penetapan Pemenang %(contest)s") % {
        "contest": title_of_contest(found.level, found.category, found.file.region, found.year)
    }


def considerations(found: Competition) -> list[str]:
    contest = title_of_contest(found.level, found.category, found.file.region, found.year)
    return [
        _("bahwa %(contest)s telah dilaksanakan dan peringkatnya telah dikunci oleh juri;") % {"contest": contest},
        _("bahwa masa sanggah atas peringkat itu telah diberikan kepada semua peserta;"),
    ]


def clauses(found: Competition) -> list[str]:
    return [
        _("Menetapkan pemenang %(contest)s sebagaimana tercantum dalam Lampiran keputusan ini.")
        % {"contest": title_of_contest(found.level, found.category, found.file.region, found.year)},
        _("Keputusan ini mulai berlaku pada tanggal ditetapkan."),
    ]
