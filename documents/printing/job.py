"""A print job: documents in their order, each in so many originals, each beginning on a front page."""

from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import pikepdf

from documents.errors import DocumentError
from documents.printing.note import write_note
from documents.printing.paper import A4, on_paper

MOST_COPIES = 20
MOST_PAGES = 10_000


class TooMuchToPrint(DocumentError):
    """Halaman pekerjaan cetak ini terlalu banyak; cetak sebagian-sebagian."""


@dataclass(frozen=True)
class Item:
    """One document: a file of the archive or bytes; `note` is printed along the edge of each of its pages."""

    pdf: Path | bytes
    note: str = ""


@dataclass(frozen=True)
class Order:
    """How to print: on A4 instead of the document's own paper, in how many originals (*rangkap*), on both sides."""

    on_a4: bool = False
    copies: int = 1
    duplex: bool = False


def print_job(items: Iterable[Item], order: Order, target: BinaryIO) -> int:
    """Write the job's PDF to `target` and return its pages. Raises `TooMuchToPrint`, `FileNotFoundError`."""
    with ExitStack() as sources, pikepdf.new() as job:
        for item in items:
            add(job, opened(item, sources), item.note, order)
            if len(job.pages) > MOST_PAGES:
                raise TooMuchToPrint(f"Lebih dari {MOST_PAGES} halaman; cetak sebagian-sebagian.")
        job.save(target, deterministic_id=True)
        return len(job.pages)


def opened(item: Item, sources: ExitStack) -> pikepdf.Pdf:
    """With what stands visibly on the pages, such as a signer's stamp, made part of them: a print has no fields."""
    source = BytesIO(item.pdf) if isinstance(item.pdf, bytes) else item.pdf
    pdf = sources.enter_context(pikepdf.open(source))
    pdf.flatten_annotations("print")
    return pdf


def add(job: pikepdf.Pdf, source: pikepdf.Pdf, note: str, order: Order) -> None:
    first = len(job.pages)
    for page in source.pages:
        on_paper(job, page, A4 if order.on_a4 else None)
    pages = list(job.pages[first:])
    for page in pages:
        if "/Annots" in page.obj:
            del page.obj["/Annots"]
        if note:
            write_note(page, note)
    fill_up(job, pages, order)
    for _copy in range(order.copies - 1):
        job.pages.extend(pages)
        fill_up(job, pages, order)


def fill_up(job: pikepdf.Pdf, pages: list[pikepdf.Page], order: Order) -> None:
    """On both sides, an odd number of pages leaves the last back blank, so that the next document begins in front."""
    if order.duplex and len(pages) % 2:
        width, height = (float(side) for side in pages[-1].mediabox[2:])
        job.add_blank_page(page_size=(width, height))
