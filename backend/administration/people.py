"""Registering people: a user name for each, no usable password until somebody is invited."""

from typing import Any

from django.utils.text import slugify

from workflows.organisation.models import Person

from .recording import Recorder


def register(recorder: Recorder, **said: Any) -> Person:
    """A new person with a user name made from the name; who logs in is decided by an invitation."""
    person = Person(username=free_username(said["name"]), **said)
    person.set_unusable_password()
    return recorder.make(person)


def free_username(name: str) -> str:
    """`contoh.nama`, or `contoh.nama.2` where that is taken."""
    base = slugify(name).replace("-", ".")[:140] or "orang"
    taken = set(Person.objects.filter(username__startswith=base).values_list("username", flat=True))
    return next(one for n in range(1, len(taken) + 2) if (one := base if n == 1 else f"{base}.{n}") not in taken)
