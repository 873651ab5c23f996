"""The record that a jury signs of its judging (documents.md D16): how the contest came out, as it was locked and published.

The wording is our own (UNVERIFIED).
"""

import re
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from workflows.core.errors import Problem, Refused
from workflows.core.wording import long_date
from workflows.letters.beginnings import beginnings_elsewhere
from workflows.letters.beginnings.known import Beginning, Known
from workflows.letters.states import LetterKind
from workflows.organisation.mandates import holders
from workflows.organisation.models import Papers
from workflows.organisation.stationery import stationery_for
from workflows.routes.planning import ancestors

from .certificates import place, recipient
from .jury import Juror
from .models import Competition
from .results import Ranking
from .states import LOCKED


def judging_record(known: Known) -> Beginning:
    """Signed by the jury; the organiser, whose paper it is, knows of it. Raises `Refused` while no ranking is locked."""
    contest: Competition = known.about.competition
    ranking = contest.rankings.order_by("-number").first() if contest.state in LOCKED else None
    if ranking is None:
        words = _("Berita acara penilaian dibuat setelah peringkat dikunci.")
        raise Refused([Problem(contest.pk, "competition", "ranking_is_locked", words, _("penyelenggara lomba"))])
    body = {"held_on": ranking.locked_on.isoformat(), "time": "", "venue": venue(known), "copies": 2,
            "activity": f"penilaian {known.about.title}", "results": results(known, contest, ranking)}  # fmt: skip
    return known.begun(f"Penilaian {known.about.title}", body, parties=parties(known, contest))


def venue(known: Known) -> str:
    return stationery_for(known.office, known.day, Papers.NASKAH_DINAS).place


def results(known: Known, contest: Competition, ranking: Ranking) -> list[str]:
    """The places, who stayed out of what, and how anybody computes the ranking again."""
    placed = contest.entries.exclude(rank=None).select_related("kampung__region").order_by("rank", "pk")
    return [
        *(f"peringkat {one.rank}: {recipient(one, known)}, {place(one, known)}, nilai {points(one.total)}" for one in placed),
        *stayed_out(contest),
        f"rubrik yang dipakai: {contest.rubric}{doubtful(contest)}",
        f"nilai setiap juri diumumkan dan dapat dihitung ulang oleh siapa pun; sidik datanya (SHA-256): {grouped(ranking.sha256)}",
        *([f"peringkat dapat disanggah sampai dengan {long_date(contest.appeal_until)}"] if contest.appeal_until else []),
    ]  # fmt: skip


def points(total: Any) -> str:
    return f"{total:.2f}".replace(".", ",")


def grouped(digest: str) -> str:
    """In eights, which a line may break between."""
    return " ".join(re.findall(".{8}", digest))


def doubtful(contest: Competition) -> str:
    return " (sementara: bobotnya belum diputuskan)" if contest.rubric.rubric.placeholder else ""


def stayed_out(contest: Competition) -> list[str]:
    jurors = contest.jurors.prefetch_related("recusals__participant__kampung__region").order_by("number")
    return [f"{juror.name} tidak menilai {said.participant}" for juror in jurors for said in juror.recusals.all()]


def parties(known: Known, contest: Competition) -> list[dict[str, Any]]:
    jurors = contest.jurors.select_related("office").order_by("-chair", "number")
    signing = [juror_signs(one, known) for one in jurors]
    organiser = {"role": "Mengetahui", "office": known.office.pk}
    return signing if known.office.pk in [one.get("office") for one in signing] else [*signing, organiser]


def juror_signs(juror: Juror, known: Known) -> dict[str, Any]:
    """In Siklus through the office that he still holds there; else on paper."""
    role = "Ketua tim juri" if juror.chair else "Anggota tim juri"
    if juror.office and juror.office.region_id in ancestors(known.about.region) and holds(juror, known.day):
        return {"role": role, "office": juror.office_id}
    return {"role": role, "name": juror.name, "lines": [role.upper()]}


def holds(juror: Juror, day: date) -> bool:
    office: Any = juror.office_id
    return juror.person_id in [mandate.person_id for mandate in holders([office], day).get(office, [])[:1]]


beginnings_elsewhere[LetterKind.JUDGING] = judging_record
