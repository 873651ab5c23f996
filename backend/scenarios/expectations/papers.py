"""What a paper says, read back from the PDF."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pypdf import PdfReader

from documents.models import Document

from ..meanings import Known
from ..reading import Part

if TYPE_CHECKING:
    from ..stage import Stage


@dataclass
class Paper(Part):
    """The newest paper of a decree in this `form` (draft, ink, final, signed) `contains` and `lacks` these texts."""

    paper: Known
    form: str = "final"
    contains: list[str] = field(default_factory=list)
    lacks: list[str] = field(default_factory=list)

    def wrong(self, stage: "Stage") -> Iterator[str]:
        document = Document.objects.filter(file=stage.file(self.paper), form=self.form).order_by("pk").last()
        if document is None:
            yield f"there is no paper in the form {self.form}"
            return
        text = text_of(document)
        yield from (f"“{words}” does not stand on it" for words in self.contains if plain(words) not in text)
        yield from (f"“{words}” stands on it" for words in self.lacks if plain(words) in text)


def text_of(document: Document) -> str:
    """All pages as one line."""
    return plain(" ".join(page.extract_text() for page in PdfReader(document.file_path).pages))


def plain(text: str) -> str:
    return " ".join(text.split())
