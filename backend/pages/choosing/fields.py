"""A field into which villages are written as on the page of a list: names or codes, one a line."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from backend.pages.lines import Lines
from workflows.organisation.models import Region

from .finding import Found, Gazetteer


class Villages(Lines):
    """Cleaned to the regions that are meant; `of` says in which territory. A line that means none, or several, is named."""

    territory: Region
    on: date

    def __init__(self, **given: Any):
        words = gettext_lazy("Satu baris satu desa: nama, nama dan kecamatan, atau kode; boleh bercampur.")
        super().__init__(3, help_text=words, **given)

    def of(self, territory: Region, on: date) -> None:
        self.territory, self.on = territory, on

    def clean(self, value: Any) -> list[Region]:
        lines = super().clean(value)
        found = Gazetteer(self.territory, self.on).find("\n".join(lines)) if lines else []
        if unclear := [in_words(one) for one in found if one.meant is None]:
            raise forms.ValidationError(unclear)
        return [one.meant for one in found if one.meant]


def in_words(unclear: Found) -> str:
    if not unclear.regions:
        return _("“%(line)s”: %(words)s") % {"line": unclear.line, "words": unclear.words}
    known = "; ".join(f"{region.name}, {region.parent}" for region in unclear.regions)
    return _("“%(line)s” dapat berarti %(known)s. Tulis salah satunya seperti itu.") % {"line": unclear.line, "known": known}
