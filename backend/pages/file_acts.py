"""The acts on a whole file: hand in, hand in again, withdraw, enter an old decree."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from workflows.core.door import perform, problems
from workflows.core.errors import Problem
from workflows.core.models import JournalEntry

from .acting import Acting
from .forms import Day, area
from .wordings import Words

BY_THE_FORM = {"reason_given"}


class FileActForm(forms.Form):
    """Which version was seen, and the key that makes two clicks one act."""

    key = forms.CharField(widget=forms.HiddenInput, max_length=100)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, name: str, version: int):
        super().__init__(data, auto_id=f"{name}_%s", initial={"key": str(uuid4()), "version": version})

    def values(self) -> dict[str, Any]:
        return {}

    def day(self) -> date | None:
        return None

    def renew(self, version: int) -> None:
        self.data = self.data.copy()
        self.data.update({"key": str(uuid4()), "version": str(version)})


class WithReason(FileActForm):
    reason = forms.CharField(label=_("Alasan"), widget=area())


class EnterOld(FileActForm):
    number = forms.CharField(label=_("Nomor pada kertas"), max_length=100)
    on = forms.DateField(label=_("Tanggal penetapan pada kertas"), widget=Day())

    def values(self) -> dict[str, Any]:
        return {"number": self.cleaned_data["number"]}

    def day(self) -> date | None:
        return self.cleaned_data["on"]


@dataclass(frozen=True)
class FileButton:
    label: Words
    consequence: Words
    form: type[FileActForm] = FileActForm
    states: tuple[str, ...] = ()
    main: bool = False


OPEN = ("draft", "in_review", "returned")
FILE_BUTTONS = {
    "submit": FileButton(_("Ajukan"), _("Naskah dibekukan dan berjalan menurut alurnya."), states=("draft",), main=True),
    "resubmit": FileButton(_("Ajukan ulang"), _("Berkas kembali ke kantor yang mengembalikannya."), states=("returned",), main=True),
    "withdraw": FileButton(_("Tarik berkas"), _("Berkas berakhir; desa di dalamnya bebas untuk naskah lain."), WithReason, OPEN),
    "enter_old": FileButton(_("Masukkan sebagai keputusan lama"), _("Untuk keputusan yang sudah terbit di kertas, dengan nomor dan tanggalnya."), EnterOld, ("draft",)),
}  # fmt: skip


@dataclass
class FileOffer:
    name: str
    button: FileButton
    form: FileActForm
    problems: list[Problem]


def file_offers(subject: Any, acting: Acting, bound: tuple[str, FileActForm] | None = None) -> list[FileOffer]:
    """The acts that the file's state knows and its model declares, each with what stands in its way."""
    found = []
    for name, button in FILE_BUTTONS.items():
        if subject.state in button.states and hasattr(type(subject), name):
            why_not = problems(label_of(subject, name), subject, by=acting.mandate, values={"number": "-"} if name == "enter_old" else {})
            form = bound[1] if bound and bound[0] == name else button.form(name=name, version=subject.file.version)
            found.append(FileOffer(name, button, form, [p for p in why_not if p.rule not in BY_THE_FORM]))
    return found


def label_of(subject: Model, name: str) -> str:
    return f"{subject._meta.label}.{name}"


def do(subject: Any, name: str, form: FileActForm, acting: Acting) -> JournalEntry:
    """Perform it as the form says. Raises what `perform` raises."""
    given = form.cleaned_data
    return perform(
        label_of(subject, name), subject, by=acting.mandate, version=given["version"], key=given["key"],
        reason=given.get("reason", ""), values=form.values(), on=form.day(),
    )  # fmt: skip
