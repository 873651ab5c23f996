"""The steps of a draft as fields, in words; and moving them about."""

from itertools import pairwise
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from workflows.core.errors import BadValues
from workflows.organisation.models import Kind, Level, Region, Role
from workflows.routes.models import KINDS_OF_STEPS, RouteVersion
from workflows.routes.publishing import as_written

from .route_words import MOVES, PARTS, WHERE, condition_words

MOST_STEPS = 20
KEPT = "tetap"
NEW = {"role": Role.AGENCY, "task": "review", "days": 3, "sees": []}
ROLES = [(role.value, role.label) for role in Role if role not in (Role.PARTNER, Role.ADMINISTRATOR, Role.SYSTEM)]


class StepForm(forms.Form):
    """One step; `beside` puts it into the group of the step before."""

    role = forms.ChoiceField(label=_("Siapa"), choices=ROLES)
    task = forms.ChoiceField(label=_("Tugasnya"), choices=KINDS_OF_STEPS)
    days = forms.IntegerField(label=_("Hari kerja"), min_value=1, max_value=99)
    beside = forms.BooleanField(label=_("Bersamaan dengan langkah sebelumnya"), required=False)
    quorum = forms.IntegerField(label=_("Cukup berapa yang setuju"), min_value=1, max_value=MOST_STEPS, required=False,
                                help_text=_("Hanya untuk langkah bersamaan; isi sama pada semuanya. Kosong: semua."))  # fmt: skip
    when = forms.ChoiceField(label=_("Kapan berlaku"), required=False)
    moves = forms.ChoiceField(label=_("Akibat persetujuannya"), required=False)
    sees = forms.MultipleChoiceField(label=_("Yang dilihat (tidak dipilih: seluruh berkas)"), required=False,
                                     widget=forms.CheckboxSelectMultiple)  # fmt: skip

    def __init__(self, *args: Any, subject: str, kept: dict[str, Any] | None = None, **given: Any):
        super().__init__(*args, **given)
        self.subject, self.kept = subject, kept or {}
        fields: dict[str, Any] = self.fields
        fields["sees"].choices = list(PARTS.get(subject, {}).items())
        fields["when"].choices = self.conditions()
        fields["moves"].choices = [("", _("tidak ada")), *MOVES.get(subject, {}).items()]
        if subject not in MOVES:
            del fields["moves"]

    def conditions(self) -> list[tuple[str, Any]]:
        known: list[tuple[str, Any]] = [("", _("selalu"))]
        if self.subject in WHERE:
            known += [(Kind.DESA, _("hanya desa")), (Kind.KELURAHAN, _("hanya kelurahan"))]
        other = self.kept and condition_key(self.kept, self.subject) == KEPT
        return [*known, (KEPT, condition_words(self.kept))] if other else known

    def condition(self) -> dict[str, Any]:
        chosen = self.cleaned_data["when"]
        if chosen == KEPT:
            return self.kept
        return {"path": WHERE[self.subject], "in": [chosen]} if chosen else {}

    def said(self) -> dict[str, Any]:
        """As `publishing` writes a step, without its order."""
        data = self.cleaned_data
        step = {name: data.get(name, "") for name in ("role", "task", "days", "sees", "moves")} | {"when": self.condition()}
        return step | {"beside": data["beside"]} | ({"quorum": data["quorum"]} if data["quorum"] else {})


def condition_key(condition: dict[str, Any], subject: str) -> str:
    """Which choice says this condition."""
    if not condition:
        return ""
    for kind in (Kind.DESA, Kind.KELURAHAN):
        if condition == {"path": WHERE.get(subject), "in": [kind.value]}:
            return kind
    return KEPT


def steps_of(version: RouteVersion) -> list[dict[str, Any]]:
    """The steps as written, each with whether it stands beside the one before."""
    written = [as_written(step) for step in version.steps.all()]
    beside = [False, *(first["order"] == then["order"] for first, then in pairwise(written))]
    return [step | {"beside": flag} for step, flag in zip(written, beside, strict=False)]


def ordered(steps: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Steps with `beside` → with `order`; the first begins a group, whatever it says."""
    order, found = 0, []
    for step in steps:
        order += not (step["beside"] and order)
        found.append({key: value for key, value in step.items() if key != "beside"} | {"order": order})
    return found


def step_forms(version: RouteVersion, data: Any = None) -> list[StepForm]:
    """The fields of every step, filled with what the draft says or somebody sent."""
    subject = version.route.subject
    return [
        StepForm(data, subject=subject, kept=step["when"], prefix=f"langkah-{n}",
                 initial=step | {"when": condition_key(step["when"], subject)})
        for n, step in enumerate(steps_of(version), 1)
    ]  # fmt: skip


def moved(steps: list[dict[str, Any]], press: str) -> list[dict[str, Any]]:
    """The steps after a button was pressed: `tambah`, or `naik-2`, `turun-2`, `hapus-2`. Raises `BadValues` for too many."""
    name, _dash, number = press.partition("-")
    if name == "tambah":
        if len(steps) >= MOST_STEPS:
            raise BadValues({"steps": str(_("Satu alur berisi paling banyak 20 langkah."))})
        return [*steps, NEW | {"beside": False, "when": {}, "moves": ""}]
    if not (number.isascii() and number.isdigit()) or not 1 <= int(number[:4]) <= len(steps):
        return steps
    at = int(number[:4]) - 1
    rest = steps[:at] + steps[at + 1 :]
    if name == "hapus":
        return rest
    to = {"naik": max(at - 1, 0), "turun": at + 1}.get(name, at)
    return [*rest[:to], steps[at], *rest[to:]]


class CopyForm(forms.Form):
    """For where a copy is to hold: the territory, or a part of it."""

    region = forms.ModelChoiceField(Region.objects.none(), label=_("Berlaku untuk"), empty_label=None)

    def __init__(self, *args: Any, scope: Any, **given: Any):
        super().__init__(*args, **given)
        here = Region.objects.filter(scope.within(""), level__in=[Level.PROVINCE, Level.REGENCY, Level.DISTRICT], closed_on=None)
        self.fields["region"].queryset = here.order_by("path")  # type: ignore[attr-defined]
        self.fields["region"].label_from_instance = lambda region: f"{region.get_kind_display()} {region.name}"  # type: ignore[attr-defined]
