"""Which Kampung KB a motion is about, with the classes that the rakor sees of them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from workflows.core.act import all_of
from workflows.core.errors import BadValues
from workflows.organisation.models.region import within

from .states import CLASSES, MotionKind, MotionState

K = MotionKind
NEEDED = [K.DEVIATE_CLASS, K.NOMINATE, K.RECOMMEND_REVOCATION]
ALONE = [K.DEVIATE_CLASS, K.RECOMMEND_REVOCATION]
"""Kinds that give a reason, which is one village's."""


@dataclass(frozen=True)
class Row:
    """A unit (`KampungKB`); where its class is decided, with its evaluation."""

    kampung: Any
    evaluation: Any = None
    decided: str = ""

    @property
    def columns(self) -> dict[str, Any]:
        evaluation = self.evaluation
        return {"kampung": self.kampung.pk, "evaluation": evaluation and evaluation.pk,
                "computed": evaluation.computed if evaluation else "", "decided": self.decided}  # fmt: skip


@dataclass(frozen=True)
class About:
    rows: list[Row] = field(default_factory=list)


def about_villages(rakor, kind: MotionKind, values: dict[str, Any], replaces: int | None) -> About:
    """The units that `villages` (ids) name; of *confirm_class* all that wait for it unless some are named.

    Raises `BadValues` naming what is foreign, not decidable or decided already.
    """
    given = values.get("villages") or []
    if kind in CLASSES:
        return About(classed(rakor, kind, given, values.get("decided") or "", replaces))
    units = known(rakor, given)
    refuse_wrong_number(kind, units)
    return About([Row(unit) for unit in units])


def refuse_wrong_number(kind: MotionKind, units: list[Any]) -> None:
    if kind in NEEDED and not units:
        raise BadValues({"villages": _("Pilih Kampung KB-nya.")})
    if kind in ALONE and len(units) > 1:
        raise BadValues({"villages": _("Keputusan ini dibuat untuk satu Kampung KB setiap kali, dengan alasannya sendiri.")})


def known(rakor, given: list[Any]) -> list[Any]:
    """The units of the rakor's territory with these ids. Raises `BadValues` for others."""
    mine = all_of("villages.KampungKB").filter(within(rakor.file.region.path, "region__")).select_related("region")
    found = mine.in_bulk([pk for pk in given if type(pk) is int])
    if len(found) != len(given):
        raise BadValues({"villages": _("Ada Kampung KB di luar wilayah rakor ini, atau disebut dua kali.")})
    return [found[pk] for pk in given]


def classed(rakor, kind: MotionKind, given: list[Any], decided: str, replaces: int | None) -> list[Row]:
    """Rows with the class that is decided: the computed one, or for one village another."""
    if rakor.round_id is None:
        raise BadValues({"kind": _("Rakor ini tidak membahas putaran evaluasi.")})
    waiting = {one.kampung_id: one for one in waiting_for_class(rakor, replaces)}
    units = [unit.pk for unit in known(rakor, given)] if given else list(waiting)
    if not units:
        raise BadValues({"villages": _("Tidak ada evaluasi yang menunggu keputusan kelas.")})
    if early := [pk for pk in units if pk not in waiting]:
        words = _("Belum diterima OPD KB, atau kelasnya sudah diputuskan: %(names)s.")
        raise BadValues({"villages": words % {"names": names_of(early)}})
    if kind == K.CONFIRM_CLASS:
        return computed_rows([waiting[pk] for pk in units])
    if len(units) > 1:
        raise BadValues({"villages": _("Keputusan ini dibuat untuk satu Kampung KB setiap kali, dengan alasannya sendiri.")})
    return [deviating(rakor, waiting[units[0]], decided)]


def computed_rows(evaluations: list[Any]) -> list[Row]:
    """Raises `BadValues` where nothing could be computed: such a class can only be decided one by one, with a reason."""
    if unknown := [one.kampung_id for one in evaluations if not one.computed]:
        words = _("Kelasnya tidak dapat dihitung, putuskan satu per satu: %(names)s.")
        raise BadValues({"villages": words % {"names": names_of(unknown)}})
    return [Row(one.kampung, one, one.computed) for one in evaluations]


def deviating(rakor, evaluation: Any, decided: str) -> Row:
    known_classes = [one.key for one in rakor.round.instrument.definition.classes]
    if decided not in known_classes:
        raise BadValues({"decided": _("Kelas ini tidak dikenal; pilih: %(classes)s.") % {"classes": ", ".join(known_classes)}})
    if decided == evaluation.computed:
        raise BadValues({"decided": _("Ini kelas hasil hitungan; tetapkan sesuai hasil hitungan.")})
    return Row(evaluation.kampung, evaluation, decided)


def waiting_for_class(rakor, replaces: int | None = None) -> Any:
    """The accepted evaluations of the rakor's round that no standing motion decides (but the one that is `replaced`)."""
    decided = all_of("meetings.MotionRow").filter(motion__rakor=rakor, motion__kind__in=CLASSES, motion__state=MotionState.CARRIED)
    accepted = all_of("evaluations.Evaluation").filter(round=rakor.round_id, state="accepted")
    found = accepted.exclude(pk__in=decided.exclude(motion=replaces).values("evaluation"))
    return found.select_related("kampung__region").order_by("kampung__region__path", "pk")


def names_of(units: Iterable[int]) -> str:
    found = all_of("villages.KampungKB").filter(pk__in=list(units)).order_by("region__path")
    names = list(found.values_list("region__name", flat=True))
    return ", ".join(names[:5]) + (_(" dan %(n)d lagi") % {"n": len(names) - 5} if len(names) > 5 else "")
