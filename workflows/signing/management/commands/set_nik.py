import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from workflows.core.errors import BadValues
from workflows.organisation.models import Person
from workflows.signing.identities import remember_nik
from workflows.signing.sealing import SealingError


class Command(BaseCommand):
    help = "Keeps, encrypted, the NIK by which a signatory's certificate is known. It is read from standard input."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username")

    def handle(self, *args: Any, username: str, **options: Any) -> None:
        """`./siklus manage set_nik contoh.bupati < file`; an argument would stay in the shell's history."""
        person = Person.objects.filter(username=username).first()
        if person is None:
            raise CommandError(f"Tidak ada pengguna {username!r}.")
        try:
            remember_nik(person, sys.stdin.readline().strip())
        except (BadValues, SealingError) as problem:
            raise CommandError(str(problem)) from None
        self.stdout.write(f"NIK {username} tersimpan dalam keadaan terenkripsi.")
