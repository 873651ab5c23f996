"""The form of one section of an evaluation, and that of a photo beside it."""

from collections.abc import Iterable
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from workflows.evaluations.questionnaire import Section
from workflows.routes.models import Remark
from workflows.routes.remarks import LONGEST_ANSWER

from .answers import as_kept, field_of

ANSWER = "remark."
"""Before the id of a remark, it names the field of what was done about it."""


class SectionForm(forms.Form):
    """Fields are named `section.question`. `read` is the version of the section that was seen; `key` makes two sendings one."""

    key = forms.CharField(widget=forms.HiddenInput, max_length=100)
    read = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, data: Any = None, *, section: Section, answers: dict[str, Any], read: int, remarks: Iterable[Remark] = ()):
        super().__init__(data, auto_id=f"{section.key}_%s", initial={"key": str(uuid4()), "read": read})
        self.section, self.remarks = section, list(remarks)
        for question in section.questions:
            self.fields[f"{section.key}.{question.key}"] = field_of(question, answers.get(question.key))
        for remark in self.remarks:
            self.fields[f"{ANSWER}{remark.pk}"] = forms.CharField(
                label=_("Apa yang diperbaiki"), required=False, max_length=LONGEST_ANSWER, initial=remark.answer
            )

    def given(self) -> dict[str, Any]:
        """The answers by question, as the domain keeps them; null takes one back."""
        return {one.key: as_kept(one, self.cleaned_data[f"{self.section.key}.{one.key}"]) for one in self.section.questions}

    def replies(self) -> dict[int, str]:
        """What was said of remarks that differs from what is known."""
        said = {remark.pk: (remark.answer, self.cleaned_data[f"{ANSWER}{remark.pk}"]) for remark in self.remarks}
        return {pk: now for pk, (before, now) in said.items() if now != before}


class PhotoForm(forms.Form):
    key = forms.CharField(widget=forms.HiddenInput, max_length=100)
    file = forms.FileField(label=_("Tambah foto"), widget=forms.FileInput({"accept": "image/*", "data-photo": True}))
    note = forms.CharField(label=_("Keterangan foto"), max_length=300, required=False)

    def __init__(self, data: Any = None, files: Any = None, *, section: Section):
        super().__init__(data, files, auto_id=f"{section.key}_foto_%s", initial={"key": str(uuid4())})
        self.section = section
