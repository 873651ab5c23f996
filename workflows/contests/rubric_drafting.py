"""Drafts of rubrics: begun empty or as a copy of a published version, and saved as often as one likes."""

import re
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from workflows.core.errors import BadValues, Conflict, Problem, Refused
from workflows.organisation.models import Mandate, Role
from workflows.routes.drafts import in_force_today

from .input import gone
from .models import RubricDraft, RubricVersion
from .states import RubricState

NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
EMPTY: dict[str, Any] = {"placeholder": False, "source": "", "criteria": []}
LONGEST_CODE, LONGEST_LABEL, LONGEST_SOURCE, MOST = 40, 200, 500, 30


@transaction.atomic
def draft_rubric(by: Mandate, copied: RubricVersion | None = None) -> RubricDraft:
    """The open draft of the agency of `by` for that rubric's name, begun now where there is none.

    One of another office is copied under a name of one's own. Raises `Refused` for offices that hold no contests.
    """
    office, region = by.office, by.office.region
    if region is None or office.role != Role.AGENCY or not in_force_today(by, region.zone):
        words = _("Rubrik disusun oleh OPD KB yang menyelenggarakan lomba.")
        raise Refused([Problem(office.pk, "office", "holds_contests", words, _("OPD KB"))])
    ours = copied and copied.office_id == office.pk
    code = copied.code if copied and ours else slugify(region.name)[:LONGEST_CODE] or "rubrik"
    data = {name: copied.data.get(name, first) for name, first in EMPTY.items()} if copied else EMPTY
    draft, _new = RubricDraft.objects.get_or_create(
        office=office, code=code, state=RubricState.DRAFT, defaults={"data": data}
    )
    return draft


@transaction.atomic
def save_rubric(draft: RubricDraft, seen: int, *, code: str, data: dict[str, Any]) -> None:
    """Write a draft that was read as its version `seen`; it need not be sound before it is published.

    Raises `BadValues` naming the field, `Refused` for what is published or gone, `Conflict` when it has changed since.
    """
    if wrong := wrong_with(code, data):
        raise BadValues(wrong)
    now = held(draft, seen)
    try:
        with transaction.atomic():
            RubricDraft.objects.filter(pk=now.pk).update(code=code, data=data, version=now.version + 1)
    except IntegrityError as twice:
        raise BadValues({"code": _("Konsep rubrik dengan nama ini sudah ada.")}) from twice
    draft.refresh_from_db()


@transaction.atomic
def discard_rubric(draft: RubricDraft, seen: int) -> None:
    """Raises `Refused` and `Conflict` as `save_rubric` does."""
    held(draft, seen).delete()


def held(draft: RubricDraft, seen: int) -> RubricDraft:
    now = RubricDraft.objects.select_for_update().filter(pk=draft.pk).first()
    if now is None:
        raise gone(draft.pk, "rubricdraft")
    if now.state != RubricState.DRAFT:
        words = _("Rubrik yang sudah terbit tidak diubah lagi. Salin menjadi versi berikutnya.")
        raise Refused([Problem(draft.pk, "rubricdraft", "state", words)])
    if now.version != seen:
        words = _("Konsep ini berubah sejak Anda membukanya. Muat ulang dan periksa perubahannya.")
        raise Conflict([Problem(draft.pk, "rubricdraft", "version", words)], [])
    return now


def wrong_with(code: str, data: dict[str, Any]) -> dict[str, str]:
    wrong = {}
    if len(code) > LONGEST_CODE or not NAME.fullmatch(code):
        wrong["code"] = _("Huruf kecil, angka dan tanda hubung, misalnya lomba-kampung-kb.")
    if len(data["criteria"]) > MOST:
        wrong["criteria"] = _("Paling banyak %(n)d kriteria.") % {"n": MOST}
    return wrong
