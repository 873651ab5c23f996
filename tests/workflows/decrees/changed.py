"""What the tests of changing decrees share: decrees that change another go their whole way."""

from typing import Any

from tests.decree_world import DecreeWorld, fresh
from workflows.core.door import perform
from workflows.decrees.changing import Chosen, start_change
from workflows.decrees.models import Decree
from workflows.villages.models import KampungKB


def unit(world: DecreeWorld, village: int) -> int:
    return KampungKB.objects.get(region=world.villages[village]).pk


def change_draft(world: DecreeWorld, other: Decree, kind: str, take: list[int] | None = None, **chosen: Any) -> Decree:
    """`take` and `correct` name villages by their number, and so does `add`."""
    taken = [unit(world, n) for n in take or []]
    added: list[Any] = [(world.villages[n], {}) for n in chosen.pop("add", [])]
    correct = {unit(world, n): name for n, name in chosen.pop("correct", {}).items()}
    choice = Chosen(kind, taken, add=added, correct=correct, **chosen)
    return start_change(fresh(other), world.drafter(other.kind), choice, example=True)


def go_through(world: DecreeWorld, draft: Decree) -> Decree:
    perform(Decree.submit, draft, by=world.drafter(draft.kind))
    world.walk(draft)
    world.decide(draft)
    world.receive_paper(draft)
    world.sign(draft)
    return fresh(draft)


def changed(world: DecreeWorld, other: Decree, kind: str, take: list[int] | None = None, **chosen: Any) -> Decree:
    """A decree that changes another, from the draft to the signature."""
    return go_through(world, change_draft(world, other, kind, take, **chosen))
