"""Proves the promises on what is stored: exit code 1 and the rows named if one is broken."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.module_loading import autodiscover_modules

from workflows.core.findings import checks


class Command(BaseCommand):
    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        autodiscover_modules("invariants")
        found = [finding for check in checks for finding in check()]
        for finding in found:
            self.stdout.write(f"{finding.invariant}: {finding.what}")
        if found:
            raise CommandError(f"{len(found)} finding(s)")
        self.stdout.write(f"{len(checks)} checks, nothing found")
