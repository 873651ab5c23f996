"""The one-time code that opens the first run: whoever sees the server's terminal may set it up, nobody else."""

import secrets

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.db.models import F

from backend.administration.models import SetUp
from workflows.organisation.models import Office, Role

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Without those that are taken for one another."""
MOST_WRONG = 10


def needed() -> bool:
    """Whether this installation is still to be set up: begun and not finished, or without any office of a district."""
    begun = SetUp.objects.first()
    return begun.finished_at is None if begun else not Office.objects.exclude(role=Role.SYSTEM).exists()


@transaction.atomic
def new_code() -> str:
    """A fresh code, which replaces an older one. Steps that are done stay done."""
    code = "-".join("".join(secrets.choice(LETTERS) for _n in range(5)) for _group in range(2))
    begun = SetUp.objects.select_for_update().first() or SetUp()
    begun.code, begun.wrong_codes = make_password(code), 0
    begun.save()
    return code


@transaction.atomic
def opens(given: str) -> bool:
    """Whether this is the code; it is used up by that, and after ten wrong ones no code opens."""
    begun = SetUp.objects.select_for_update().first()
    if begun is None or not begun.code or begun.wrong_codes >= MOST_WRONG:
        return False
    if check_password(given.strip().upper(), begun.code):
        SetUp.objects.filter(pk=begun.pk).update(code="")
        return True
    SetUp.objects.filter(pk=begun.pk).update(wrong_codes=F("wrong_codes") + 1)
    return False
