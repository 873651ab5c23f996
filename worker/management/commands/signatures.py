"""`manage.py signatures`: requests to sign whose outcome is unknown; and a person's word about one."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from worker.signing import by_hand, resume
from workflows.signing.queries import under_way

LINE = "{request}  {request.signer:<6} {request.at:%Y-%m-%d %H:%M}  {request.assignment}  {heard}"


class Command(BaseCommand):
    help = "Lists requests to sign that are not finished; asks the signer again, or records what a person has found out there."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("request", nargs="?", help="the id of a request, as the list shows it")
        does = parser.add_mutually_exclusive_group()
        does.add_argument("--signed", type=Path, metavar="FILE.pdf", help="it was signed: this is the signed paper")
        does.add_argument("--not-signed", action="store_true", help="it was certainly not signed")
        parser.add_argument("--reason", default="", help="who made sure of it, and how")

    def handle(self, *args: Any, request: str | None, **options: Any) -> None:
        try:
            self.stdout.write(self.answer(request, options) if request else self.listed())
        except by_hand.TROUBLES as why_not:
            raise CommandError(str(why_not)) from None

    def answer(self, request_id: str, options: dict[str, Any]) -> str:
        request = by_hand.unknown(request_id)
        if options["not_signed"]:
            by_hand.was_not_signed(request, options["reason"])
            return _("Tercatat: belum ditandatangani. Penanda tangan dapat mengulang.")
        if options["signed"]:
            by_hand.was_signed(request, options["signed"].read_bytes(), options["reason"])
            return _("Tercatat: sudah ditandatangani.")
        resume(request)
        return _("Sudah ditandatangani; tugasnya selesai.")

    def listed(self) -> str:
        found = under_way().select_related("assignment").order_by("pk")
        return "\n".join(LINE.format(request=request, heard=heard(request)) for request in found)


def heard(request: Any) -> str:
    doubt = request.doubts.order_by("pk").last()
    return doubt.words if doubt else _("belum ada jawaban")
