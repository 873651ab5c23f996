"""Who initials and who signs a letter, in order: offices of Siklus, and people who sign on paper."""

from typing import Any

from django.utils.translation import gettext as _

from workflows.core.errors import BadValues
from workflows.organisation.models import Office
from workflows.organisation.models.office import OfficeQuerySet
from workflows.routes.planning import ancestors

from .models import Initial, Letter, Party

MOST = 20
LONGEST = {"role": 100, "name": 150}


def replace_parties(letter: Letter, given: list[dict[str, Any]]) -> None:
    """Put these parties in place of the ones a draft has: `role`, and `office` (an id) or `name` and `lines`. A
    name that is still missing is asked for when the letter is issued.

    Only offices of the place and of what holds it sign. Raises `BadValues` naming each row (`parties.2`).
    """
    offices = offices_near(letter).in_bulk([row["office"] for row in given if is_id(row.get("office"))])
    if wrong := problems_of(given, offices):
        raise BadValues(wrong)
    letter.parties.all().delete()
    Party.objects.bulk_create(
        Party(letter=letter, order=n, role=row.get("role", "").strip(), office=offices.get(row.get("office") or 0),
              name=row.get("name", "").strip(), lines=row.get("lines") or [])
        for n, row in enumerate(given, 1)
    )  # fmt: skip


def replace_initials(letter: Letter, given: list[int]) -> None:
    """Put these offices (ids) in place of those that a draft asked for their *paraf*, in this order.

    Raises `BadValues` where one is unknown in the place, or is named twice.
    """
    offices = offices_near(letter).in_bulk([office for office in given if is_id(office)])
    if len(given) > MOST or len(offices) != len(given):
        words = _("Pilih kantor di wilayah surat ini, masing-masing sekali, paling banyak %(n)d.") % {"n": MOST}
        raise BadValues({"initials": words})
    letter.initials.all().delete()
    first = 1 - len(given)
    Initial.objects.bulk_create(Initial(letter=letter, order=n, office=offices[office]) for n, office in enumerate(given, first))


def offices_near(letter: Letter) -> OfficeQuerySet:
    """The offices of the place and of what holds it."""
    return Office.objects.active().filter(region__in=ancestors(letter.file.region))


def is_id(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def problems_of(given: list[dict[str, Any]], offices: dict[int, Office]) -> dict[str, str]:
    if len(given) > MOST:
        return {"parties": _("Paling banyak %(n)d penanda tangan.") % {"n": MOST}}
    named = {f"parties.{n}": what_is_wrong(row, offices) for n, row in enumerate(given, 1)}
    return {place: words for place, words in named.items() if words}


def what_is_wrong(row: dict[str, Any], offices: dict[int, Office]) -> str:
    texts = {name: row.get(name, "") for name in LONGEST}
    if not all(isinstance(text, str) and len(text) <= LONGEST[name] for name, text in texts.items()):
        return _("Nama atau kedudukan terlalu panjang.")
    lines = row.get("lines") or []
    if not (isinstance(lines, list) and all(isinstance(line, str) and len(line) <= LONGEST["name"] for line in lines)):
        return _("Baris jabatan ditulis satu per satu.")
    if row.get("office") is not None:
        return "" if is_id(row["office"]) and row["office"] in offices else _("Kantor ini tidak dikenal di wilayah surat ini.")
    return "" if texts["role"].strip() else _("Pilih kantornya, atau tulis kedudukan yang menandatangani di kertas.")
