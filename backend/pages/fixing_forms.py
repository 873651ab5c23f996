"""The form of who puts a returned file right: for each remark the very item it is pinned to, and what was done about it."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from workflows.core.models import File
from workflows.routes.models import Remark
from workflows.routes.remarks import LONGEST_ANSWER
from workflows.villages.models import Evidence

from .forms import Day, area
from .proposal_forms import ANSWERS
from .proposal_forms import GROUPS as QUESTIONS

LISTS = {"clauses", "considerations", "copies_to"}
"""Parts of a decree that are lists of texts; a remark names one by its number."""
YES = {True: "yes", False: "no"}


class Fixing(forms.Form):
    """`answer.17` is what was done about the remark 17; `met.`, `note.`, `item.`, `text.`, `file.` are the items themselves."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, files: Any = None, *, file: File, remarks: Iterable[Remark]):
        super().__init__(data, files, initial={"version": file.version})
        self.file, self.remarks = file, list(remarks)
        self.targets = list(dict.fromkeys(remark.target for remark in self.remarks))
        for target in self.targets:
            self.ask(target)
        for remark in self.remarks:
            self.fields[f"answer.{remark.pk}"] = forms.CharField(
                label=_("Apa yang diperbaiki"), initial=remark.answer, required=False, max_length=LONGEST_ANSWER,
                help_text=_("Kosong: belum selesai."),
            )  # fmt: skip
        if first := next((remark for remark in self.remarks if not remark.resolved), None):
            self.blocks_of(first)[0].field.widget.attrs["autofocus"] = True

    def ask(self, target: str) -> None:
        """The fields of the item, where it is one that can be put right here."""
        subject = getattr(self.file, self.file.kind)
        name, _dot, rest = target.partition(".")
        if self.file.kind == "proposal":
            self.ask_proposal(subject, name, rest)
        elif name in LISTS and rest.isdigit() and 0 < int(rest) <= len(getattr(subject, name)):
            label = gettext_lazy("Naskahnya sekarang")
            self.fields[f"item.{target}"] = forms.CharField(label=label, widget=area(4), initial=getattr(subject, name)[int(rest) - 1])
        elif name == "subject":
            self.fields["text.subject"] = forms.CharField(label=gettext_lazy("Tentang"), initial=subject.subject, max_length=500)

    def ask_proposal(self, subject: Any, name: str, rest: str) -> None:
        if name in ("preconditions", "criteria") and rest in QUESTIONS[name][1]:
            known = getattr(subject, name).get(rest, {})
            self.fields[f"met.{name}.{rest}"] = forms.ChoiceField(
                label=gettext_lazy("Jawaban"), choices=ANSWERS[1:], initial=YES.get(known.get("met")), widget=forms.RadioSelect
            )
            self.fields[f"note.{name}.{rest}"] = forms.CharField(
                label=gettext_lazy("Keterangan"), initial=known.get("note", ""), required=False, max_length=1000
            )
        elif name == "profile":
            self.fields["text.profile"] = forms.CharField(
                label=gettext_lazy("Gambaran umum"), widget=area(5), initial=subject.profile, required=False, max_length=20_000
            )
        elif name == "letter":
            self.fields["text.letter_number"] = forms.CharField(
                label=gettext_lazy("Nomor surat usulan"), initial=subject.letter_number, required=False, max_length=100
            )
            self.fields["text.letter_on"] = forms.DateField(
                label=gettext_lazy("Tanggal surat usulan"), widget=Day(), initial=subject.letter_on, required=False
            )
        elif name == "evidence" and rest.isdigit() and Evidence.objects.filter(file=self.file, pk=int(rest)).exists():
            self.fields[f"file.{rest}"] = forms.FileField(
                label=gettext_lazy("Ganti dengan berkas atau foto baru"), required=False,
                help_text=gettext_lazy("PDF, JPEG, atau PNG, paling besar 10 MB."),
            )  # fmt: skip

    def blocks_of(self, remark: Remark) -> list[forms.BoundField]:
        """The item's own fields, for the first remark on it, then the answer."""
        first = next(one for one in self.remarks if one.target == remark.target)
        endings = {remark.target, *LETTER} if remark.target == "letter" else {remark.target}
        own = [name for name in self.fields if name.partition(".")[2] in endings or name == f"file.{remark.target.removeprefix('evidence.')}"]
        return [self[name] for name in [*(own if first is remark else []), f"answer.{remark.pk}"]]

    @property
    def blocks(self) -> list[tuple[Remark, list[forms.BoundField]]]:
        return [(remark, self.blocks_of(remark)) for remark in self.remarks]

    def answers(self) -> dict[int, str]:
        return {remark.pk: self.cleaned_data[f"answer.{remark.pk}"] for remark in self.remarks}

    def given(self, kind: str) -> dict[str, Any]:
        """What was given in the fields of a kind that differs from what was there, by the rest of their names."""
        names = [name for name in self.changed_data if name.startswith(f"{kind}.")]
        return {name.partition(".")[2]: self.cleaned_data[name] for name in names}


LETTER = ("letter_number", "letter_on")
