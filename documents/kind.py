"""What a kind of paper is: a folder with `kind.py`, `template.html`, `style.css` and `sample.py`."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from django.template import Context, Engine
from django.utils.safestring import SafeString

from documents.content import Content, text_of
from documents.families import PRODUK_HUKUM, numbers
from documents.families.family import FAMILIES, Family
from documents.families.geometry import Page, page_rule
from documents.forms import Form


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of paper in one version; a version whose papers exist is never edited, a new one gets a new folder."""

    id: str
    version: int
    title: str  # as people call it, for lists and the file's metadata
    folder: Path
    family: Family = PRODUK_HUKUM
    check: Callable[[Content], None]  # raises ContentError
    context: Callable[[Content, Form], dict[str, Any]]
    sample: Callable[[int], Content]  # rows of the annex → a content with people called `Contoh …`
    headline: Callable[[Content], str] = lambda content: text_of(content)["subject"]  # on page 1 of every sound paper
    usual_page: Page | None = None  # size, landscape and margins where the content has none
    issued: bool = True  # a final paper of it has number, date and signatory; a register has none

    @property
    def template(self) -> str:
        return f"{self.id}@{self.version}"

    @cached_property
    def engine(self) -> Engine:
        return Engine(
            dirs=[str(self.folder), str(self.family.folder), str(FAMILIES)],
            autoescape=True,
            builtins=[numbers.__name__],
        )

    @cached_property
    def style(self) -> str:
        """The family's layout, then the kind's own."""
        return "\n".join([self.family.print_style, (self.folder / "style.css").read_text()])

    def print_style(self, content: Content) -> str:
        """With the size and margins that this content asks for."""
        return "\n".join([page_rule(content, self.usual_page), self.style])

    def body(self, content: Content, form: Form) -> SafeString:
        """The paper as one `<article>`, escaped; the same for print and preview. Expects a checked content."""
        return self.engine.get_template("template.html").render(Context(self.context(content, form)))

    def page(self, content: Content, form: Form) -> SafeString:
        """The whole HTML document that the renderer prints."""
        body = self.body(content, form)
        return self.engine.get_template("document.html").render(
            Context({"title": self.context(content, form)["document_title"], "body": body})
        )
