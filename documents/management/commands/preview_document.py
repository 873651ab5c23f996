"""Render a kind's sample to PDF and PNG, to look at while working on its layout."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from documents import box
from documents.errors import DocumentError
from documents.forms import Form
from documents.golden import GOLDEN, NoPainter, golden_picture, pictures
from documents.kind import Kind
from documents.kinds import newest


class Command(BaseCommand):
    """KIND is a template name such as keputusan_bupati@1; without the version the newest is taken."""

    help = __doc__
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("kind", metavar="KIND")
        parser.add_argument("--rows", type=int, default=12, help="rows of the (first) annex, table or list")
        parser.add_argument("--form", choices=[form.value for form in Form], default=Form.FINAL.value)
        parser.add_argument("--out", type=Path, default=Path("out"))
        parser.add_argument("--golden", action="store_true", help="renew the kind's golden.png instead")

    def handle(
        self, *args: object, kind: str, rows: int, form: str, out: Path, golden: bool, **options: object
    ) -> None:
        try:
            if golden:
                self._renew(newest(kind))
            else:
                self._preview(newest(kind), rows, Form(form), out)
        except DocumentError as problem:
            raise CommandError(str(problem)) from problem

    def _renew(self, kind: Kind) -> None:
        try:
            (kind.folder / GOLDEN).write_bytes(golden_picture(kind))
        except NoPainter as problem:
            raise CommandError(str(problem)) from problem
        self.stdout.write(str(kind.folder / GOLDEN))

    def _preview(self, kind: Kind, rows: int, form: Form, out: Path) -> None:
        paper = box.render(kind.template, kind.sample(rows), form)
        out.mkdir(parents=True, exist_ok=True)
        pdf = out / f"{kind.template}-{form}.pdf"
        pdf.write_bytes(paper.pdf)
        self.stdout.write(f"{pdf}  {paper.pages} halaman")
        try:
            for page in pictures(pdf):
                self.stdout.write(str(page))
        except NoPainter as problem:
            self.stdout.write(str(problem))
