"""The password once more, right before a signature: for these papers, by this mandate, within five minutes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from uuid import uuid4

from django.core import signing
from django.db.models.functions import Now
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from workflows.core.errors import Problem, Refused
from workflows.core.models import Refusal
from workflows.organisation.models import Mandate

SALT = "siklus.step-up.sign"
LASTS = timedelta(minutes=5)
WRONG_PASSWORD = "step_up.wrong_password"  # noqa: S105  what a refusal on record is called
TRIES, WITHIN = 5, timedelta(minutes=15)


@dataclass(frozen=True)
class Challenge:
    """What was shown when the password was asked for: `papers`, the SHA-256 of the bytes by the task's id.

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


@sensitive_variables("password")
def confirm_password(by: Mandate, password: str) -> None:
    """Whether it is really the holder of the mandate. Wrong ones are on record and counted. Raises `Refused`."""
    wrong = Refusal.objects.filter(act=WRONG_PASSWORD, person=by.person, at__gt=Now() - WITHIN).count()
    if wrong >= TRIES:
        words = _("Kata sandi salah %(n)d kali. Tunggu %(minutes)d menit, lalu coba lagi.")
        minutes = WITHIN.seconds // 60
        raise Refused([Problem(by.pk, "mandate", "not_too_often", words % {"n": TRIES, "minutes": minutes})])
    if not by.person.check_password(password):
        problem = Problem(
            by.pk, "mandate", "password_is_right", _("Kata sandi akun Anda salah; naskah belum ditandatangani.")
        )
        Refusal.objects.create(
            act=WRONG_PASSWORD, person=by.person, office=by.office, object_ids=[by.pk], problems=[problem.as_dict()]
        )
        raise Refused([problem])
