"""What the fields of a kept form are called on the page that it was sent from."""

import re
from collections.abc import Collection, Iterator
from typing import Any

from django.forms import BaseForm
from django.forms.utils import pretty_name
from django.utils.functional import Promise

from backend.pages.places import is_place, place_in_words
from backend.pages.reasons import REASONS

AT_A_PLACE = re.compile(r"(?:note\.|item\.|text\.)?(?P<target>.+?)(?:\.note)?")
"""Fields that a form makes for a part of what was read: `note.clauses.2`, `preconditions.commitment.note`."""


def labels(path: str, names: Collection[str]) -> dict[str, str | Promise]:
    """Name of the field → its label, for those that are known."""
    act = path.rstrip("/").rpartition("/")[2]
    told = {"reason": REASONS[act][0]} if act in REASONS else {}
    pinned = {name: place_in_words(target) for name in names if is_place(target := target_of(name))}
    return pinned | declared(names) | told


def declared(names: Collection[str]) -> dict[str, str | Promise]:
    """The labels in the form that most of the names belong to; of those that have as many, the smallest."""
    fits = max(forms_of_ours(BaseForm), key=lambda one: (len(one.base_fields.keys() & set(names)), -len(one.base_fields)))
    return {name: field.label or pretty_name(name) for name, field in fits.base_fields.items() if name in names}


def forms_of_ours(kind: type[BaseForm]) -> Iterator[Any]:
    for one in kind.__subclasses__():
        if one.__module__.startswith("backend."):
            yield one
        yield from forms_of_ours(one)


def target_of(name: str) -> str:
    found = AT_A_PLACE.fullmatch(name)
    return found["target"] if found else ""
