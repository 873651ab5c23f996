"""The jury as a decree appoints it: who each juror is, and from where, frozen on that day."""

from typing import Any

from django.db.models import BigIntegerField, Field, Max
from django.utils.translation import gettext as _

from workflows.core.errors import BadValues
from workflows.organisation.models import Office, Person, Region
from workflows.villages.input import text

from .input import the_one
from .states import ContestLevel

LONGEST_NAME, LONGEST_PAPER = 150, 200
TOLD: dict[str, Field] = {"competition": BigIntegerField(), "office": BigIntegerField()}
"""The offices that the jurors come from, each once: they hear of it."""


def seats(deed, competitions) -> dict[str, Any]:
    """`jurors`: for each `person` (id) or `name`, perhaps `office` (id), `territory` (id of a region), `chair`.

    Raises `BadValues` naming juror and field.
    """
    contest = the_one(deed, competitions.select_related("file__region"))
    decree = appointed_by(deed.values)
    first = (contest.jurors.aggregate(last=Max("number"))["last"] or 0) + 1
    rows: list[dict[str, Any]] = []
    wrong: dict[str, str] = {}
    for number, juror in enumerate(deed.values["jurors"], first):
        try:
            rows.append(seat(contest, juror) | decree | {"number": number})
        except BadValues as bad:
            wrong |= {f"jurors.{number - first + 1}.{name}": words for name, words in bad.fields.items()}
    if wrong := wrong | seated_twice(contest, rows):
        raise BadValues(wrong)
    told = [{"competition": contest.pk, "office": office} for office in sorted({row["office"] for row in rows if row["office"]})]
    return {"seats": rows, "told": told}


def appointed_by(values: dict[str, Any]) -> dict[str, Any]:
    paper = (values.get("paper") or "").strip()
    if not (values.get("decree") or paper):
        raise BadValues({"decree": _("Sebutkan keputusan yang mengangkat juri, atau nomor dan tanggalnya bila di luar Siklus.")})
    return {"decree": values.get("decree"), "paper": text("paper", paper, LONGEST_PAPER)}


def seat(contest, juror: Any) -> dict[str, Any]:
    if not isinstance(juror, dict):
        raise BadValues({"name": _("bentuknya salah")})
    person, office = known(Person, "person", juror), known(Office, "office", juror)
    name = person.full_name if person else str(juror.get("name") or "").strip()
    if not 0 < len(name) <= LONGEST_NAME:
        raise BadValues({"name": _("Isi nama juri, paling panjang %(n)d huruf.") % {"n": LONGEST_NAME}})
    own = known(Region, "territory", juror) or (office and office.region)
    return {
        "competition": contest.pk, "person": person and person.pk, "name": name, "office": office and office.pk,
        "agency": office and office.pk, "territory": own.pk if own and is_a_part(own, contest) else None,
        "chair": bool(juror.get("chair")),
    }  # fmt: skip


def is_a_part(own: Region, contest) -> bool:
    """Whether it is a part of the contest's area: who comes from the whole of it has no side."""
    return contest.level == ContestLevel.NATION or not contest.file.region.path.startswith(own.path)


def known(model: Any, field: str, juror: dict[str, Any]) -> Any:
    """The row that a juror names by its id, or none. Raises `BadValues` for one that is not there."""
    pk = juror.get(field)
    found = model.objects.filter(pk=pk).first() if type(pk) is int else None
    if pk is not None and found is None:
        raise BadValues({field: _("tidak dikenal")})
    return found


def seated_twice(contest, rows: list[dict[str, Any]]) -> dict[str, str]:
    """What is wrong with the jury as a whole: somebody sits twice, or there are two chairs."""
    people = [*contest.jurors.exclude(person=None).values_list("person", flat=True), *(r["person"] for r in rows if r["person"])]
    chairs = contest.jurors.filter(chair=True).count() + sum(row["chair"] for row in rows)
    wrong = {"jurors": _("Seorang juri tercantum dua kali.")} if len(people) > len(set(people)) else {}
    return wrong | ({"chair": _("Juri mempunyai satu ketua.")} if chairs > 1 else {})
