"""A paper made to be checked: a kind's sample of so many rows, in one form, changed in one way. Each is printed once a session."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from documents.content import Content, text_of
from documents.families.geometry import Page as Geometry
from documents.families.geometry import page_of
from documents.forms import Form
from documents.kind import Kind
from documents.kinds import find
from tests.documents.checklist.variants import VARIANTS
from tests.documents.conftest import printed
from tests.documents.reading import Reading

Check = Callable[["Specimen"], None]


@dataclass(frozen=True)
class Specimen:
    template: str
    rows: int
    form: Form = Form.FINAL
    variant: str = "usual"

    def __str__(self) -> str:
        return f"{self.template} of {self.rows} rows, {self.form}, {self.variant}"

    @cached_property
    def kind(self) -> Kind:
        return find(self.template)

    @cached_property
    def content(self) -> Content:
        return VARIANTS[self.variant](self.kind.sample(self.rows))

    @property
    def reading(self) -> Reading:
        return _read(self)

    @property
    def text(self) -> Content:
        """What the paper says; of a copy, what its original says."""
        return text_of(self.content)

    @property
    def text_form(self) -> Form:
        """The form of what it says: a copy, even its draft, is of a final decree."""
        return Form.FINAL if self.is_copy else self.form

    @property
    def is_copy(self) -> bool:
        return "original" in self.content

    @property
    def is_decree(self) -> bool:
        """Of the family of produk hukum."""
        return self.kind.family.name == "produk_hukum"

    @property
    def annexes(self) -> list[dict[str, Any]]:
        """Those that are printed as annexes: an excerpt has its row in the text."""
        return [] if self.kind.id == "petikan" else self.text.get("annexes", [])

    @property
    def electronic(self) -> bool:
        """Whether it will be signed electronically, and must show it."""
        return self.form is Form.FINAL and (self.content.get("issue") or {}).get("signature") == "tte"

    @property
    def geometry(self) -> Geometry:
        """Size and margins, in millimetres."""
        return page_of(self.content, self.kind.usual_page)

    @property
    def number_line(self) -> str:
        """How the head of a decree gives its number."""
        blank = {Form.DRAFT: f"NOMOR … TAHUN {self.text.get('year')}", Form.INK: "NOMOR"}
        return blank.get(self.text_form) or f"NOMOR {self.text['issue']['number']}"

    @property
    def office_lines(self) -> list[str]:
        """The lines above the name of who decided or wrote; a draft has the office's title alone."""
        if self.text_form is Form.DRAFT or not self.text.get("issue"):
            return [(self.text.get("office") or self.text["issuer"])["title"].upper()]
        lines: list[str] = self.text["issue"]["signatory"]["lines"]
        return lines


@cache
def _read(specimen: Specimen) -> Reading:
    return printed(specimen.content, specimen.form)
