"""`manage.py outbox`: what waits and what is parked; and a person's word about what is parked."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from worker import parked
from worker.errors import WorkerError
from workflows.core.models import Outbox

LINE = "{row.pk:>8}  {row.topic:<18} {row.object_id:>8}  {row.attempts}x  {row.last_error}"


class Command(BaseCommand):
    help = "Lists outbox rows that wait or are parked; a parked one begins anew (--retry) or ends (--give-up)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--retry", type=int, metavar="ID")
        parser.add_argument("--retry-emails", action="store_true", help="all e-mails that failed")
        parser.add_argument("--give-up", type=int, metavar="ID")
        parser.add_argument("--reason", default="", help="why it is given up")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self.stdout.write(self.answer(options))
        except WorkerError as why_not:
            raise CommandError(str(why_not)) from None

    def answer(self, options: dict[str, Any]) -> str:
        if options["retry"]:
            parked.retry(options["retry"])
            return _("Pekerjaan %d dimulai lagi.") % options["retry"]
        if options["give_up"]:
            parked.give_up(options["give_up"], options["reason"])
            return _("Pekerjaan %d dilepas.") % options["give_up"]
        if options["retry_emails"]:
            return _("%d surel dikirim ulang.") % parked.retry_emails()
        return self.listed()

    def listed(self) -> str:
        groups = {_("Menunggu:"): Outbox.objects.to_do(), _("Diparkir:"): parked.parked()}
        return "\n".join(
            line
            for title, rows in groups.items()
            for line in [title, *(LINE.format(row=row) for row in rows.order_by("pk"))]
        )
