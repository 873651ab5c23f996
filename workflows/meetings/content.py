"""What the papers of a rakor print of it: plain dictionaries in the shapes that their kinds ask for (documents/kinds).

`invitation_of`, `minutes_of` and `record_of` are bodies of letters, which begin with them; `attendance_of` is the content of a
list that is printed before the rakor, for ink, or after it.
"""

from collections import Counter
from datetime import date
from typing import Any

from django.db.models import Prefetch
from django.utils.text import capfirst

from workflows.core.wording import long_date, number_in_words
from workflows.evaluations.models import YearlyClass
from workflows.letters.states import LetterKind, LetterState
from workflows.organisation.mandates import holders
from workflows.organisation.models import Papers
from workflows.organisation.stationery import stationery_for
from workflows.organisation.titles import titles
from workflows.villages.drafting import hamlet_and_village

from .models import Motion, MotionRow, Rakor, Seat
from .quorum import quorum_of
from .states import CLASSES, STANDING, MotionKind, SeatState
from .wording import clock, decision, dissent, label_of, votes

SPARE = 5
"""Empty lines of a list that is printed for ink."""


def invitation_of(rakor: Rakor) -> dict[str, Any]:
    return common(rakor) | {"occasion": f"Dalam rangka {rakor.file.title}", "notes": [
        "Peserta yang berhalangan dapat menunjuk wakil dengan surat tugas."]}  # fmt: skip


def minutes_of(rakor: Rakor) -> dict[str, Any]:
    """What was said under each item of the agenda is the note taker's to write."""
    decided = [f"{decision(one).rstrip(' .')}." for one in standing(rakor)]
    return common(rakor) | {
        "meeting": rakor.file.title, "invitation": called_by(rakor), "chair": titled(rakor, rakor.chair_id),
        "note_taker": note_taker(rakor),
        "attendance": said_attendance(rakor), "opening": said_opening(rakor),
        "discussion": [{"topic": capfirst(item), "said": ""} for item in rakor.agenda],
        "conclusions": decided or ["Tidak ada keputusan."], "follow_ups": follow_ups(rakor),
    }  # fmt: skip


def record_of(rakor: Rakor) -> dict[str, Any]:
    """All of it stands: a drafter changes neither who was there nor what was decided."""
    return common(rakor) | {
        "meeting": rakor.file.title, "opener": titled(rakor, rakor.opener_id or rakor.chair_id),
        "chair": titled(rakor, rakor.chair_id), "attendance": elements(rakor), "quorum": quorum_of(rakor).needed or 0,
        "decisions": [said(one) for one in standing(rakor)], "classes": classes(rakor), "follow_ups": follow_ups(rakor),
        "copies": 2,
    }  # fmt: skip


def attendance_of(rakor: Rakor) -> dict[str, Any]:
    """The list of attendance; before the rakor without names and times, with lines to spare."""
    look = stationery_for(rakor.file.office, rakor.held_on, Papers.NASKAH_DINAS)
    title = titles([rakor.file.office_id], rakor.held_on)[rakor.file.office_id].long
    seats = list(rakor.seats.select_related("office"))
    came = any(seat.arrived for seat in seats)
    names = names_of(rakor, seats) if came else {}
    return look.on_letters | {
        "schema": "siklus/attendance/1", "kind": "daftar_hadir", "template": "daftar_hadir@1", "example": rakor.file.example,
        "office": {"title": title, "place": look.place, "rank": rakor.file.office.role}, "subject": rakor.file.title,
        "held_on": rakor.held_on.isoformat(), "time": clock(rakor), "venue": rakor.place,
        "rows": [row_of(seat, names) for seat in seats], "spare": 0 if came else SPARE, "quorum": quorum_of(rakor).needed or 0,
        "signatories": signatories(rakor) if came else [],
    }  # fmt: skip


# --- parts --------------------------------------------------------------------------------------------------------------


def common(rakor: Rakor) -> dict[str, Any]:
    return {"held_on": rakor.held_on.isoformat(), "time": clock(rakor), "venue": rakor.place, "agenda": rakor.agenda}


def titled(rakor: Rakor, office: int) -> str:
    """How the holder of an office is called on the day of the rakor."""
    return titles([office], rakor.held_on)[office].long


def holder_of(rakor: Rakor, office: int) -> str:
    held = holders([office], rakor.held_on).get(office)
    return held[0].person.full_name if held else ""


def note_taker(rakor: Rakor) -> str:
    return rakor.scribe or (holder_of(rakor, rakor.note_taker_id) if rakor.note_taker_id else "") or "Notulis"


def called_by(rakor: Rakor) -> str:
    """`Nomor 476/3/DKB/2024 tanggal 26 Februari 2024`: the letter that invited; "" where none was issued in Siklus."""
    signed = rakor.file.letters.filter(kind=LetterKind.INVITATION, state=LetterState.SIGNED).order_by("pk").last()
    issue = (signed.issue if signed else None) or {}
    return f"Nomor {issue['number']} tanggal {long_date(date.fromisoformat(issue['date']))}" if issue.get("number") else ""


def signatories(rakor: Rakor) -> list[dict[str, Any]]:
    chair = {"role": "Mengetahui", "lines": ["PIMPINAN RAPAT"], "name": holder_of(rakor, rakor.chair_id) or "…"}
    return [chair, {"role": "", "lines": ["NOTULIS"], "name": note_taker(rakor)}]


def names_of(rakor: Rakor, seats: list[Seat]) -> dict[int, str]:
    """Office → who held it on the day."""
    found = holders([seat.office_id for seat in seats if seat.office_id], rakor.held_on)
    return {office: held[0].person.full_name for office, held in found.items()}


def row_of(seat: Seat, names: dict[int, str]) -> dict[str, Any]:
    """Who came in somebody's stead stands there himself, and the note says for whom."""
    position = seat.office.label if seat.office else seat.group
    own = seat.name or names.get(seat.office_id or 0, "")
    late = seat.arrived and seat.arrived > seat.rakor.begins
    notes = [f"mewakili {seat.name or position}" if seat.proxy else "", "terlambat" if late else ""]
    return {"name": (seat.proxy or own) if seat.arrived else "", "position": position, "element": seat.group,
            "arrived": as_time(seat.arrived), "left": as_time(seat.left), "note": ", ".join(filter(None, notes))}  # fmt: skip


def as_time(moment: Any) -> str:
    return f"{moment:%H.%M}" if moment else ""


def elements(rakor: Rakor) -> list[dict[str, Any]]:
    """Each element with how many of it were invited and came, in the order of the invitation."""
    seats = list(rakor.seats.all())
    invited = Counter(seat.group for seat in seats)
    came = Counter(seat.group for seat in seats if seat.state != SeatState.INVITED)
    return [{"element": group, "invited": count, "present": came[group]} for group, count in invited.items()]


def said_attendance(rakor: Rakor) -> str:
    invited, came = rakor.seats.count(), rakor.seats.exclude(state=SeatState.INVITED).count()
    return (f"{number_in_words(came)} dari {number_in_words(invited)} yang diundang, sebagaimana tercantum dalam "
            "daftar hadir")  # fmt: skip


def said_opening(rakor: Rakor) -> str:
    """UNVERIFIED wording, our own."""
    opener = titled(rakor, rakor.opener_id or rakor.chair_id)
    return f"Rapat dibuka oleh {opener} pada pukul {rakor.begins:%H.%M} {rakor.file.region.get_zone_display()}."


def standing(rakor: Rakor) -> list[Motion]:
    """What was decided, as it stands, in order."""
    found = rakor.motions.filter(state__in=STANDING).select_related("owner", "replaces__owner", "entry")
    rows = MotionRow.objects.select_related("kampung__region__parent").order_by("kampung__region__path", "pk")
    return list(found.prefetch_related(Prefetch("rows", rows)))


def said(motion: Motion) -> dict[str, str]:
    was = motion.replaces
    return {"text": decision(motion), "votes": votes(motion), "dissent": dissent(motion), "was": decision(was) if was else "",
            "correction": correction(motion) if was else ""}  # fmt: skip


def correction(motion: Motion) -> str:
    """Why it was put again: what was said to the journal, without a stop at its end, which the paper sets."""
    return motion.entry.reason.rstrip(" .")


def follow_ups(rakor: Rakor) -> list[dict[str, str]]:
    asked = [one for one in standing(rakor) if one.kind == MotionKind.FOLLOW_UP]
    return [{"what": what_of(one), "owner": str(one.owner), "due_on": str(one.due_on)} for one in asked]


def what_of(motion: Motion) -> str:
    """With the villages that it is about."""
    villages = "; ".join(hamlet_and_village(row.kampung) for row in motion.rows.all())
    return f"{motion.text} ({villages})" if villages else motion.text


def classes(rakor: Rakor) -> list[dict[str, str]]:
    """The class of each Kampung KB that was decided, beside the computed one and last year's."""
    rows = [(one, row) for one in standing(rakor) if one.kind in CLASSES for row in one.rows.all()]
    last = last_classes(rakor)
    return [
        {"district": str(row.kampung.region.parent), "village": hamlet_and_village(row.kampung),
         "last": label_of(rakor, last.get(row.kampung_id, "")), "computed": label_of(rakor, row.computed),
         "decided": label_of(rakor, row.decided), "note": motion.reason}
        for motion, row in sorted(rows, key=lambda pair: (pair[1].kampung.region.path, pair[1].pk))
    ]  # fmt: skip


def last_classes(rakor: Rakor) -> dict[int, str]:
    """Kampung KB → the class of the year before."""
    if rakor.round is None:
        return {}
    before = YearlyClass.objects.filter(year=rakor.round.year - 1, kampung__evaluations__round=rakor.round)
    return dict(before.values_list("kampung", "decided"))
