"""Django's `migrate`, which then brings the guards of the state columns to what the lifecycles declare."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.management.commands import migrate
from django.db.models.signals import class_prepared

from workflows.core.guards import install_guards


class Command(migrate.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        with nobody_collecting_transitions():
            super().handle(*args, **options)
        if not (options["plan"] or options["check_unapplied"] or options["app_label"]):
            install_guards()


@contextmanager
def nobody_collecting_transitions() -> Iterator[None]:
    """Models of the past have no transitions, yet each of their state fields would look at every model that is made after it.

    With a hundred migrations that was half of the time that they took.
    """
    listening, connect = class_prepared.receivers, class_prepared.connect
    class_prepared.receivers, class_prepared.connect = [], lambda *args, **kwargs: None  # type: ignore[method-assign]
    class_prepared.sender_receivers_cache.clear()
    try:
        yield
    finally:
        class_prepared.receivers, class_prepared.connect = listening, connect  # type: ignore[method-assign]
        class_prepared.sender_receivers_cache.clear()
