"""May this mandate sign this class of document on this date? The region's own answer, else the shipped default."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

import yaml
from django.db.models import Value
from django.db.models.functions import Length
from django.utils.translation import gettext as _

from .models import Capacity, Delegation, DocClass, Mandate, Office, SigningPolicy, Verdict
from .models.region import holding

SHIPPED = Path(__file__).parent / "data" / "signing.yaml"


@dataclass(frozen=True)
class Answer:
    """`verdict` is allow, warn (a reason is asked for and noted) or refuse; `words` say why, empty when allowed."""

    verdict: Verdict
    words: str = ""


def policy_for(mandate: Mandate, doc_class: str, on: date) -> Answer:
    """Whether the mandate may sign a document of this class on a date. Raises `ValueError` for an unknown class."""
    doc_class = DocClass(doc_class)
    capacity = Capacity(mandate.capacity)
    if not _runs(mandate, on):
        return Answer(Verdict.REFUSE, _("Penugasan ini tidak berlaku pada tanggal itu; pakai penugasan yang berlaku."))
    if capacity == Capacity.STAF:
        return Answer(Verdict.REFUSE, _("Staf menyiapkan dan mencatat, tidak menandatangani."))
    given = {"capacity": capacity.label, "document": doc_class.label}
    verdict = _verdict(mandate, doc_class, on)
    if verdict == Verdict.REFUSE:
        return Answer(verdict, _("Pejabat %(capacity)s tidak boleh menandatangani %(document)s.") % given)
    if verdict == Verdict.NEEDS_DELEGATION and not _delegated(mandate, doc_class, on):
        words = _("%(document)s %(capacity)s hanya boleh ditandatangani dengan pendelegasian yang tercatat.")
        return Answer(Verdict.REFUSE, words % given)
    if verdict == Verdict.WARN:
        words = _("%(document)s ditandatangani pejabat %(capacity)s; tuliskan alasannya.")
        return Answer(verdict, words % given)
    return _unusually_long(mandate, on) or Answer(Verdict.ALLOW)


def _runs(mandate: Mandate, on: date) -> bool:
    return mandate.since <= on and (mandate.until is None or on <= mandate.until)


def _verdict(mandate: Mandate, doc_class: DocClass, on: date) -> Verdict:
    path = Office.objects.filter(pk=mandate.acting_office_id).values_list("region__path", flat=True).get() or ""
    own = SigningPolicy.objects.in_force(on).filter(
        holding(Value(path)), doc_class=doc_class, capacity=mandate.capacity
    )
    nearest = own.order_by(Length("region__path").desc(nulls_last=True)).values_list("verdict", flat=True).first()
    return Verdict(nearest or shipped()["policies"][doc_class.value][mandate.capacity])


def _delegated(mandate: Mandate, doc_class: DocClass, on: date) -> bool:
    """Every step from the superior office down to the signing one stands on a delegation."""
    chain = [pk for pk in (mandate.acts_for_id, mandate.via_id, mandate.office_id) if pk]
    there = Delegation.objects.in_force(on).filter(doc_class__in=["", doc_class])
    return all(there.filter(giver=giver, receiver=receiver).exists() for giver, receiver in pairwise(chain))


def _unusually_long(mandate: Mandate, on: date) -> Answer | None:
    months = shipped()["usual_terms"].get(mandate.capacity)
    if months is None or on <= months_later(mandate.since, months):
        return None
    words = _("Penugasan %(capacity)s ini sudah lebih dari %(months)d bulan; periksa dan tuliskan alasannya.")
    given = {"capacity": Capacity(mandate.capacity).label, "months": months}
    return Answer(Verdict.WARN, words % given)


def months_later(day: date, months: int) -> date:
    """So many months on; never later in a month than the 28th."""
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, min(day.day, 28))


@cache
def shipped() -> dict:
    """The defaults of `data/signing.yaml`."""
    return yaml.safe_load(SHIPPED.read_text(encoding="utf-8"))
