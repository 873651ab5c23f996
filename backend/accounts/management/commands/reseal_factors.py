from typing import Any

from allauth.mfa.models import Authenticator
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from workflows.signing.sealing import SealingError, resealed

SEALED = {Authenticator.Type.TOTP: "secret", Authenticator.Type.RECOVERY_CODES: "seed"}


class Command(BaseCommand):
    help = "Encrypts every second factor's secret with the first key of SIKLUS_FIELD_KEY, so that former ones can be taken away."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self.stdout.write(f"{reseal_all()} rahasia pengaman kedua disegel ulang.")
        except SealingError as problem:
            raise CommandError(str(problem)) from None


@transaction.atomic
def reseal_all() -> int:
    """Raises `SealingError`, and then changes none."""
    factors = list(Authenticator.objects.select_for_update().filter(type__in=SEALED))
    for factor in factors:
        name = SEALED[Authenticator.Type(factor.type)]
        factor.data = factor.data | {name: resealed(factor.data[name])}
    Authenticator.objects.bulk_update(factors, ["data"], batch_size=500)
    return len(factors)
