"""Who it is once more, right before a signature: for these papers, by this mandate, within five minutes.

By password, by six-digit code, or by a passkey whose signature covers the hashes of the papers.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.core import signing
from django.db.models.functions import Now
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from backend.accounts.factors import code_is_right
from backend.accounts.papers import is_signed
from workflows.core.errors import Problem, Refused
from workflows.core.models import Refusal
from workflows.organisation.models import Mandate, Person

SALT = "siklus.step-up.sign"
LASTS = timedelta(minutes=5)
NOT_CONFIRMED = "step_up.not_confirmed"  # what a refusal on record is called
TRIES, WITHIN = 5, timedelta(minutes=15)


@dataclass(frozen=True)
class Challenge:
    """What was shown when it was asked for: `papers`, the SHA-256 of the bytes by the task's id.

    `key` makes a form that is sent twice one request.
    """

    papers: Mapping[int, str]
    key: str


def challenge(papers: Mapping[int, str], by: Mandate) -> str:
    """What the form carries; nobody but us can make one."""
    return signing.dumps({"by": by.pk, "key": uuid4().hex, "papers": list(papers.items())}, salt=SALT)


def challenged(carried: str, by: Mandate) -> Challenge:
    """What a form carried. Raises `Refused` if it is not ours, somebody else's, or too old."""
    try:
        told = signing.loads(carried, salt=SALT, max_age=LASTS)
    except signing.BadSignature:
        told = {"by": None}
    if told["by"] != by.pk:
        words = _("Halaman ini terbuka terlalu lama atau untuk penugasan lain. Periksa lagi naskahnya, lalu sahkan.")
        raise Refused([Problem(by.pk, "mandate", "challenge_is_fresh", words)])
    return Challenge(dict(told["papers"]), told["key"])


@dataclass(frozen=True)
class Proof:
    """What somebody gave to show that it is he: one of these is enough. `shown` is what the form carried."""

    password: str = ""
    code: str = ""
    passkey: dict[str, Any] | None = None
    shown: str = ""

    def words_if_wrong(self, person: Person) -> str:
        """Empty when it is right."""
        if self.passkey is not None:
            return (
                "" if is_signed(person, self.shown, self.passkey) else _("Kunci sandi tidak cocok dengan naskah ini.")
            )
        if self.code:
            return "" if code_is_right(person, self.code) else _("Kode 6 angka salah atau sudah dipakai.")
        return "" if person.check_password(self.password) else _("Kata sandi akun Anda salah.")


@sensitive_variables("proof")
def confirm(by: Mandate, proof: Proof) -> None:
    """Whether it is really the holder of the mandate. Wrong ones are on record and counted. Raises `Refused`."""
    wrong = Refusal.objects.filter(act=NOT_CONFIRMED, person=by.person, at__gt=Now() - WITHIN).count()
    if wrong >= TRIES:
        words = _("Pengesahan salah %(n)d kali. Tunggu %(minutes)d menit, lalu coba lagi.")
        minutes = WITHIN.seconds // 60
        raise Refused([Problem(by.pk, "mandate", "not_too_often", words % {"n": TRIES, "minutes": minutes})])
    if words := proof.words_if_wrong(by.person):
        problem = Problem(
            by.pk, "mandate", "is_confirmed", _("%(what)s Naskah belum ditandatangani.") % {"what": words}
        )
        Refusal.objects.create(
            act=NOT_CONFIRMED, person=by.person, office=by.office, object_ids=[by.pk], problems=[problem.as_dict()]
        )
        raise Refused([problem])
