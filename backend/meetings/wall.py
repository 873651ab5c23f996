"""*Layar*: what the hall sees. Big, without controls, without remarks and without anybody's phone number."""

from dataclasses import asdict, dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import etag, require_GET

from backend.pages.acting import OfficialRequest, acting
from workflows.core.canonical import fingerprint
from workflows.meetings.models import Motion, Rakor
from workflows.meetings.quorum import Quorum, quorum_of
from workflows.meetings.states import STANDING, MotionState, RakorState
from workflows.meetings.wording import decision, votes

from .rakors import SECTION, is_mine, rakor_or_404

SHOWN = 2
"""Decisions on the wall, the newest first."""
SEEN = [*STANDING, MotionState.LOST]


@dataclass(frozen=True)
class Decided:
    """A decision as the hall reads it. `was` is how it was first put down."""

    number: int
    text: str
    votes: str
    was: str
    lost: bool


@dataclass(frozen=True)
class Wall:
    """`number` is the item of the agenda that is on, from 1; none before the rakor is opened. `plan`: day, place, agenda."""

    state: str
    plan: list[str]
    number: int | None
    item: str
    items: int
    next: str
    quorum: Quorum
    decisions: list[Decided]
    decided: int

    @property
    def tag(self) -> str:
        return f'"{fingerprint(asdict(self))[:16]}"'


def wall_of(rakor: Rakor) -> Wall:
    n, agenda = current(rakor), rakor.agenda
    standing = rakor.motions.filter(state__in=SEEN).select_related("owner", "replaces__owner").order_by("-number")
    plan = [rakor.file.title, str(rakor.held_on), str(rakor.begins), rakor.place, *agenda]
    return Wall(
        state=rakor.get_state_display(), plan=plan, number=n, item=agenda[n - 1] if n else "", items=len(agenda),
        next=agenda[n] if n and n < len(agenda) else "", quorum=quorum_of(rakor),
        decisions=[decided(one) for one in standing[:SHOWN]], decided=standing.count(),
    )  # fmt: skip


def current(rakor: Rakor) -> int | None:
    """The item that is on: the first until the organiser turns to another."""
    return min(rakor.item or 1, len(rakor.agenda)) if rakor.state == RakorState.HELD else None


def decided(motion: Motion) -> Decided:
    was = decision(motion.replaces) if motion.replaces else ""
    return Decided(motion.number, decision(motion), votes(motion), was, motion.state == MotionState.LOST)


@require_GET
@acting
def wall(request: OfficialRequest, pk: int) -> HttpResponse:
    found = rakor_or_404(request, pk)
    operates = found.state == RakorState.HELD and is_mine(found, request.acting)
    return render(request, "meetings/wall.html", SECTION | {"rakor": found, "wall": wall_of(found), "operates": operates})


def tag_of(request: HttpRequest, pk: int) -> str:
    """Asked every two seconds: what has not changed costs a few rows and no page."""
    official: Any = request
    official.rakor = rakor_or_404(official, pk)
    official.wall = wall_of(official.rakor)
    return official.wall.tag


@require_GET
@acting
@etag(tag_of)
def wall_now(request: OfficialRequest, pk: int) -> HttpResponse:
    known: Any = request
    return render(request, "meetings/wall_now.html", {"rakor": known.rakor, "wall": known.wall})
