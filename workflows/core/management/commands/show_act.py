"""Prints the SQL that an act was compiled to: `show_act routes.Assignment.approve --kind decree`."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from workflows.core.naming import model_and_transition
from workflows.core.statements import compiled, statement_of_roots


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("act", help="app.Model.transition")
        parser.add_argument("--kind", default="", help="the kind of file, for what its app adds: decree, proposal")

    def handle(self, *args: Any, act: str, kind: str, **options: Any) -> None:
        try:
            model, name = model_and_transition(act)
            this = compiled(model, name, kind)
        except (LookupError, ValueError, AttributeError) as error:
            raise CommandError(f"{act} is no act ({error}); one is routes.Assignment.approve") from error
        with transaction.atomic():
            parts = {"lock": [statement_of_roots(model, lock=True), *this.locks], "ask": [this.ask], "write": [this.write],
                     "after": this.after}  # fmt: skip
        for title, statements in parts.items():
            for statement in statements:
                self.stdout.write(f"-- {title}\n{statement.sql.decode()};\n")
