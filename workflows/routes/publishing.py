"""Routes as data: a new version is written down as a draft, and published by an act that proves it sound."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from workflows.core.door import perform
from workflows.core.errors import BadValues, Conflict, Problem, Refused
from workflows.organisation.models import Mandate, Role

from .models import Route, RouteVersion, Step
from .states import STEP_KINDS, RouteState

KEYS = {"order", "role", "task", "days", "sees", "moves", "quorum", "when"}
MOVES = ["", "propose", "endorse", "verify"]
ON_ROUTES = [role for role in Role.values if role != Role.PARTNER]
"""A partner agency answers what it is asked; of several nobody could say whose turn a step is."""


@transaction.atomic
def draft_version(route: Route, steps: list[dict[str, Any]]) -> RouteVersion:
    """A new draft of a route; `steps` are written as in `data/routes.yaml`.

    Raises `BadValues` naming each step and key (`steps.2.role`).
    """
    refuse_wrong(steps)
    Route.objects.select_for_update().get(pk=route.pk)
    last = route.versions.order_by("-number").values_list("number", flat=True).first() or 0
    version = RouteVersion.objects.create(route=route, number=last + 1)
    Step.objects.bulk_create(Step(version=version, **columns(step)) for step in steps)
    return version


@transaction.atomic
def rewrite_draft(version: RouteVersion, steps: list[dict[str, Any]], seen: int) -> None:
    """Put other steps into a draft that was read as its version `seen`.

    Raises `BadValues` as `draft_version` does, `Refused` when it is no draft any more, `Conflict` when it moved on.
    """
    refuse_wrong(steps)
    now = locked_draft(version, seen)
    now.steps.all().delete()
    Step.objects.bulk_create(Step(version=now, **columns(step)) for step in steps)
    RouteVersion.objects.filter(pk=now.pk).update(version=now.version + 1)


@transaction.atomic
def discard_draft(version: RouteVersion, seen: int) -> None:
    """Throw away a draft that was read as its version `seen`, and its route where nothing else is left of that.

    Raises `Refused` or `Conflict` as `rewrite_draft` does.
    """
    now = locked_draft(version, seen)
    now.steps.all().delete()
    now.delete()
    if not RouteVersion.objects.filter(route=now.route_id).exists():
        Route.objects.filter(pk=now.route_id).delete()


def locked_draft(version: RouteVersion, seen: int) -> RouteVersion:
    """The draft as it stands, held. Raises `Refused` when it is none any more, `Conflict` when it moved on."""
    now = RouteVersion.objects.select_for_update(of=("self",)).get(pk=version.pk)
    if now.state != RouteState.DRAFT:
        words = _("Versi alur ini tidak diubah lagi. Salin menjadi konsep baru, lalu ubah konsep itu.")
        raise Refused([Problem(version.pk, "routeversion", "state", words)])
    if now.version != seen:
        words = _("Konsep ini berubah sejak Anda membukanya. Muat ulang dan periksa perubahannya.")
        raise Conflict([Problem(version.pk, "routeversion", "version", words)], [])
    return now


def refuse_wrong(steps: list[dict[str, Any]]) -> None:
    if wrong := {f"steps.{n}.{key}": words for n, step in enumerate(steps, 1) for key, words in wrong_with(step).items()}:
        raise BadValues(wrong)


def wrong_with(step: Any) -> dict[str, str]:
    """Key → what is wrong with it and what to write."""
    if not isinstance(step, dict):
        return {"": _("Setiap langkah berisi order, role, task dan seterusnya.")}
    wrong = {key: _("tidak dikenal") for key in set(step) - KEYS}
    choices = {"role": ON_ROUTES, "task": [kind.value for kind in STEP_KINDS]}
    for key, allowed in choices.items():
        if step.get(key) not in allowed:
            wrong[key] = _("Pilih salah satu: %(choices)s.") % {"choices": ", ".join(allowed)}
    if step.get("moves", "") not in MOVES:
        wrong["moves"] = _("Pilih salah satu: %(choices)s.") % {"choices": ", ".join(MOVES[1:])}
    for key in ("order", "days", "quorum"):
        if not is_count(step.get(key, 1)) or (key == "order" and key not in step):
            wrong[key] = _("Isi bilangan bulat mulai dari 1.")
    sees = step.get("sees", [])
    if not isinstance(sees, list) or not all(isinstance(part, str) for part in sees):
        wrong["sees"] = _("Isi daftar nama bagian berkas.")
    if not isinstance(step.get("when", {}), dict):
        wrong["when"] = _("Isi path dan in, misalnya {path: village.kind, in: [kelurahan]}.")
    return wrong


def is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 1


def columns(step: dict[str, Any]) -> dict[str, Any]:
    """A step as written → as kept."""
    return {
        "order": step["order"], "role": step["role"], "kind": step["task"], "days": step.get("days", 5),
        "sees": step.get("sees", []), "moves": step.get("moves", ""), "quorum": step.get("quorum"),
        "condition": step.get("when", {}),
    }  # fmt: skip


def as_written(step: Step) -> dict[str, Any]:
    """A step as kept → as written."""
    said = {"order": step.order, "role": step.role, "task": step.kind, "days": step.days, "sees": step.sees,
            "moves": step.moves, "when": step.condition}  # fmt: skip
    return said if step.quorum is None else said | {"quorum": step.quorum}


def published(route: Route) -> RouteVersion | None:
    return route.versions.filter(state=RouteState.PUBLISHED).first()


def same_as(version: RouteVersion | None, steps: list[dict[str, Any]]) -> bool:
    """Whether a version already says what `steps` say."""
    if version is None:
        return False
    names = list(columns({"order": 1, "role": "", "task": ""}))
    kept = list(version.steps.values(*names))
    return kept == sorted((columns(step) for step in steps), key=lambda step: step["order"])


@transaction.atomic
def publish_steps(route: Route, steps: list[dict[str, Any]], by: Mandate) -> RouteVersion | None:
    """Draft and publish a version, unless the published one already says the same (then None).

    Raises `BadValues` or, for an unsound route, `Refused` naming the step; nothing is kept then.
    """
    if not any(wrong_with(step) for step in steps) and same_as(published(route), steps):
        return None
    version = draft_version(route, steps)
    perform(RouteVersion.publish, version, by=by)
    version.refresh_from_db()
    return version
