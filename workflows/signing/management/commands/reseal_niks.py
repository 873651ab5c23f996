from typing import Any

from django.core.management.base import BaseCommand, CommandError

from workflows.signing.identities import reseal_all
from workflows.signing.sealing import SealingError


class Command(BaseCommand):
    help = "Encrypts every NIK with the first key of SIKLUS_FIELD_KEY, so that the former keys can be taken away."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self.stdout.write(f"{reseal_all()} NIK disegel ulang.")
        except SealingError as problem:
            raise CommandError(str(problem)) from None
