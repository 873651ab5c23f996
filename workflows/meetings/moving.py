"""What the rakor decides, as it is put down while people talk: checked, worded and frozen with the villages it is about."""

from typing import Any

from django.utils.translation import gettext as _

from workflows.coaching.lists import AIMS, FUNDS, list_for
from workflows.core.act import all_of
from workflows.core.errors import BadValues
from workflows.organisation.models import Office
from workflows.villages.input import day, text

from .about import About, about_villages
from .fields import office
from .input import the_one
from .states import WITH_REASON, MotionKind, MotionState
from .votes import checked_dissent, votes_of
from .wording import sentence

LONGEST = 2_000
K = MotionKind
WORDED = [K.FOLLOW_UP, K.OTHER]
"""Kinds whose text the rakor words itself; of the others Siklus knows how they are said."""


def prepare_motion(deed, rakors) -> dict[str, Any]:
    """The new motion's row, and a row for each Kampung KB. Raises `BadValues` naming each field that is wrong."""
    rakor = the_one(deed, rakors.select_related("round__instrument"))
    kind, replaces = kind_of(deed.values["kind"]), replaced_by(deed, rakor)
    about = about_villages(rakor, kind, deed.values, replaces)
    motion = common(deed, kind) | own(deed, rakor, kind, about) | votes_of(rakor, deed.values.get("votes"))
    motion |= {"file": rakor.pk, "rakor": rakor.pk, "number": rakor.motions.count() + 1, "replaces": replaces}
    motion["text"] = motion["text"] or sentence(rakor, kind, about, motion)
    rows = [{"file": rakor.pk, **row.columns} for row in about.rows]
    return {"motions": [motion], "rows": rows}


def kind_of(given: str) -> MotionKind:
    if given not in K.values:
        raise BadValues({"kind": _("Pilih jenis keputusan: %(kinds)s.") % {"kinds": ", ".join(K.values)}})
    return K(given)


def replaced_by(deed, rakor) -> int | None:
    """The motion that the new one stands for, which is put wrongly. Raises `BadValues`."""
    given = deed.values.get("replaces")
    if given is None:
        return None
    if not rakor.motions.filter(pk=given, state__in=[MotionState.CARRIED, MotionState.LOST]).exists():
        raise BadValues({"replaces": _("Keputusan itu tidak ada atau sudah diperbaiki.")})
    if not deed.reason.strip():
        raise BadValues({"reason": _("Tuliskan apa yang diperbaiki.")})
    return given


def common(deed, kind: MotionKind) -> dict[str, Any]:
    reason = text("why", deed.values.get("why") or "", LONGEST)
    said = text("text", deed.values.get("text") or "", LONGEST)
    if kind in WITH_REASON and not reason:
        raise BadValues({"why": _("Tulis alasannya; ia tercantum dalam berita acara.")})
    if kind in WORDED and not said:
        raise BadValues({"text": _("wajib diisi")})
    return {"kind": str(kind), "text": said if kind in WORDED else "", "reason": reason,
            "dissent": checked_dissent(deed.values.get("dissent"))}  # fmt: skip


def own(deed, rakor, kind: MotionKind, about: About) -> dict[str, Any]:
    """What only one kind has."""
    none: dict[str, Any] = {"owner": None, "due_on": None, "aims": "", "aim": "", "funds": "", "competition": None}
    if kind == K.FOLLOW_UP:
        return none | asked_of(deed, rakor, about)
    return none | ({"competition": contest_of(deed, rakor)} if kind == K.NOMINATE else {})


def asked_of(deed, rakor, about: About) -> dict[str, Any]:
    """Who sees to it, until when; about villages also which aim of their list it serves. Raises `BadValues`."""
    owner = office("owner", deed.values.get("owner"), rakor.file.region)
    if owner is None:
        raise BadValues({"owner": _("Pilih kantor yang menindaklanjuti.")})
    due = day("due_on", deed.values.get("due_on"))
    if due < rakor.held_on or due < deed.today:
        raise BadValues({"due_on": _("Tenggat tidak boleh sebelum hari ini.")})
    refuse_stranger(owner, about)
    return {"owner": owner.pk, "due_on": due.isoformat()} | (aim_of(deed, about) if about.rows else {})


def refuse_stranger(owner: Office, about: About) -> None:
    """A village's follow-up is given to an office whose territory holds it, as every need is."""
    regions = [row.kampung.region for row in about.rows]
    if outside := [region.name for region in regions if not region.path.startswith(owner.territory.path)]:
        words = _("%(owner)s tidak bekerja di %(names)s; pilih kantor yang wilayahnya mencakup desa itu.")
        raise BadValues({"owner": words % {"owner": owner.label, "names": ", ".join(outside[:5])}})


def aim_of(deed, about: About) -> dict[str, str]:
    """A key of the list of aims that counts for these villages, desa and kelurahan alike. Raises `BadValues`."""
    regions = [row.kampung.region for row in about.rows]
    aims, funds = (list_for(which, regions[0]) for which in (AIMS, FUNDS))
    offered = aims.for_kind(*(region.kind for region in regions))
    if (aim := deed.values.get("aim")) not in offered:
        raise BadValues({"aim": _("Pilih sasaran: %(aims)s.") % {"aims": ", ".join(offered)}})
    return {"aims": aims.name, "aim": str(aim), "funds": funds.name}


def contest_of(deed, rakor) -> int:
    """A contest that is open and holds the rakor's territory. Raises `BadValues`."""
    path = rakor.file.region.path
    found = all_of("contests.Competition").filter(pk=deed.values.get("competition")).select_related("file__region").first()
    if found is None or not path.startswith(found.file.region.path):
        raise BadValues({"competition": _("Pilih lomba yang sedang menerima pencalonan.")})
    return found.pk
