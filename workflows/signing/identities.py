"""The numbers by which providers of certificates know people."""

import re

from django.db import transaction
from django.utils.translation import gettext as _

from workflows.core.errors import BadValues

from .models import SigningIdentity
from .sealing import resealed


def remember_nik(person, nik: str) -> None:
    """Keep a person's NIK, encrypted. Raises `BadValues` (which never repeats it) and what sealing raises."""
    if not re.fullmatch(r"[0-9]{16}", nik):
        raise BadValues({"nik": _("NIK terdiri atas 16 angka.")})
    identity = SigningIdentity.objects.filter(person=person).first() or SigningIdentity(person=person)
    identity.nik = nik
    identity.save()


def nik_of(person) -> str:
    """The NIK, or "" where none is kept. Raises a `SealingError`."""
    identity = SigningIdentity.objects.filter(person=person).first()
    return identity.nik if identity else ""


@transaction.atomic
def reseal_all() -> int:
    """Seal everything with the first key, so that the former ones can go; returns how many. Raises a `SealingError`."""
    identities = list(SigningIdentity.objects.select_for_update().order_by("pk"))
    for identity in identities:
        identity.sealed_nik = resealed(identity.sealed_nik)
    SigningIdentity.objects.bulk_update(identities, ["sealed_nik"])
    return len(identities)
