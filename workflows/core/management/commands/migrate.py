"""Django's `migrate`, which then brings the guards of the state columns to what the lifecycles declare."""

from typing import Any

from django.core.management.commands import migrate

from workflows.core.guards import install_guards


class Command(migrate.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        super().handle(*args, **options)
        if not (options["plan"] or options["check_unapplied"] or options["app_label"]):
            install_guards()
