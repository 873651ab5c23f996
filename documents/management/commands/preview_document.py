"""Render a kind's sample to PDF and PNG, to look at while working on its layout."""

import shutil
import subprocess
from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from documents import box
from documents.errors import DocumentError
from documents.forms import Form
from documents.kinds import all_kinds, find


class Command(BaseCommand):
    """KIND is a template name such as keputusan_bupati@1."""

    help = __doc__
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("kind", choices=list(all_kinds()), metavar="KIND")
        parser.add_argument("--rows", type=int, default=12, help="rows of the (first) annex")
        parser.add_argument("--form", choices=[form.value for form in Form], default=Form.FINAL.value)
        parser.add_argument("--out", type=Path, default=Path("out"))

    def handle(self, *args: object, kind: str, rows: int, form: str, out: Path, **options: object) -> None:
        try:
            paper = box.render(kind, find(kind).sample(rows), Form(form))
        except DocumentError as problem:
            raise CommandError(str(problem)) from problem
        out.mkdir(parents=True, exist_ok=True)
        pdf = out / f"{kind}-{form}.pdf"
        pdf.write_bytes(paper.pdf)
        self.stdout.write(f"{pdf}  {paper.pages} halaman")
        if pdftoppm := shutil.which("pdftoppm"):
            subprocess.run([pdftoppm, "-r", "80", "-png", pdf, pdf.with_suffix("")], check=True)
