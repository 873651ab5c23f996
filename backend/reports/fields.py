"""The fields of a form as a page asks them. Every one may be left empty: a draft is filled in little by little."""

import re
from collections.abc import Callable, Iterable
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext as _

from backend.pages.forms import area
from workflows.coaching.lists import AIMS
from workflows.coaching.lists import named as named_list
from workflows.reports.definition import Field, Figures, Form
from workflows.reports.input import LONGEST_SOURCE
from workflows.reports.kinds import LONGEST, MOST

from .words import named, said

GROUPED = re.compile(r"\d{1,3}(\.\d{3})+")
KNOWN_ANSWERS: dict[Any, str] = {True: "yes", False: "no"}
OTHERS = "_lain"
"""After the key of a list that is open, it names the field for what is not among its choices."""


class Count(forms.IntegerField):
    """A whole number, its thousands grouped or not: `1200`, `1.200`."""

    widget = forms.TextInput

    def __init__(self, **given: Any) -> None:
        super().__init__(min_value=0, max_value=MOST, widget=forms.TextInput({"inputmode": "numeric", "size": 9}), **given)

    def to_python(self, value: Any) -> int | None:
        text = str(value or "").strip()
        return super().to_python(text.replace(".", "") if GROUPED.fullmatch(text) else text)


def answer(**given: Any) -> forms.ChoiceField:
    return forms.ChoiceField(choices=[("yes", _("Ya")), ("no", _("Tidak"))], widget=forms.RadioSelect, **given)


def choice(field: Field, **given: Any) -> forms.ChoiceField:
    choices = list((field.choices or {}).items())
    if len(choices) > 4:
        return forms.ChoiceField(choices=[("", _("— pilih —")), *choices], **given)
    return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **given)


def choices(field: Field, **given: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        choices=list((field.choices or {}).items()), widget=forms.CheckboxSelectMultiple, **given
    )


def text(field: Field, **given: Any) -> forms.CharField:
    return forms.CharField(max_length=LONGEST, widget=area(3) if field.key == "description" else forms.TextInput, **given)


ASKED: dict[str, Callable[..., forms.Field]] = {
    "count": lambda _field, **given: Count(**given), "flag": lambda _field, **given: answer(**given), "choice": choice,
    "choices": choices, "text": text,
}  # fmt: skip


class Figured(forms.Form):
    """Asks some fields of a form. `before`: the figures of the last report, with the words for when that was; `known`: the
    counts that these are parts of.
    """

    template_name = "parts/fields.html"

    def __init__(self, data: Any = None, *, form: Form, fields: Iterable[Field], figures: Figures, before: Figures | None = None,
                 when: str = "", known: Figures | None = None, initial: dict[str, Any] | None = None):  # fmt: skip
        self.form, self.asked = form, list(fields)
        super().__init__(data, initial=initial_of(self.asked, figures) | (initial or {}))
        for field in self.asked:
            words = beside(form, field, before or {}, when, known or {})
            self.fields[field.key] = ASKED[field.kind](field, label=field.label, required=False, help_text=words)
            self.fields[field.key].owed = field.needed and not field.when  # type: ignore[attr-defined]  # empty now, not when it is sent
            if field.open:
                self.fields[field.key + OTHERS] = forms.CharField(
                    label=_("%(label)s: lainnya") % {"label": field.label}, max_length=LONGEST, required=False,
                    help_text=_("Pisahkan dengan koma."),
                )  # fmt: skip

    @property
    def figures(self) -> dict[str, Any]:
        """What was answered, by key; None where there is no answer."""
        return {field.key: self.figure(field) for field in self.asked}

    def figure(self, field: Field) -> Any:
        value = self.cleaned_data[field.key]
        if field.kind == "choices":
            others = self.cleaned_data.get(field.key + OTHERS, "") if field.open else ""
            return list(dict.fromkeys([*value, *(one.strip() for one in others.split(",") if one.strip())]))
        if field.kind == "flag":
            return {"yes": True, "no": False}.get(value)
        return None if value == "" else value


def blame(form: forms.Form, wrong: dict[str, str]) -> dict[str, str]:
    """Name what is wrong beside its field; returns what has no field there."""
    for key in wrong.keys() & form.fields.keys():
        form.add_error(key, wrong[key])
    return {key: words for key, words in wrong.items() if key not in form.fields}


class SectionForm(Figured):
    """One section of a draft, by the contract of forms that are kept offline: `key` of the form, `read` the version seen."""

    key = forms.CharField(widget=forms.HiddenInput, max_length=100)
    read = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31)
    source = forms.CharField(
        label=_("Sumber lain untuk angka di bagian ini"), max_length=LONGEST_SOURCE, required=False,
        help_text=_("Kosongkan bila dari sumber yang biasa."),
    )  # fmt: skip

    def __init__(self, data: Any = None, *, read: int, source: str, **given: Any) -> None:
        super().__init__(data, initial={"key": str(uuid4()), "read": read, "source": source}, **given)
        usual = ", ".join(dict.fromkeys(field.source for field in self.asked))
        self.fields["source"].help_text = _("Kosongkan bila dari sumber yang biasa: %(source)s.") % {"source": usual}
        self.order_fields([*(name for name in self.fields if name != "source"), "source"])


def initial_of(fields: Iterable[Field], figures: Figures) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for field in fields:
        value = figures.get(field.key)
        found[field.key] = KNOWN_ANSWERS.get(value) if field.kind == "flag" else value
        if field.open and value:
            found[field.key + OTHERS] = ", ".join(one for one in value if one not in field.labels)
    return found


def beside(form: Form, field: Field, before: Figures, when: str, known: Figures) -> str:
    """When it is asked, who words its choices, what it is a part of, and what was told the last time."""
    words = [_("Diisi bila %(when)s.") % {"when": condition(form, field)}] if field.when else []
    if field.list:
        words.append(_("Sumber daftar sasaran: %(source)s.") % {"source": named_list(AIMS, form.aims).source})
    if field.of and field.of in known:
        words.append(_("Bagian dari %(whole)s (%(of)s).") % {"whole": said(field, known[field.of]), "of": form.name_of(field.of)})
    if field.key in before:
        words.append(_("%(when)s: %(value)s.") % {"when": when, "value": said(field, before[field.key])})
    return " ".join(words)


def condition(form: Form, field: Field) -> str:
    """`Ada Pokja: ya`."""
    return ", ".join(f"{form.by_key[key].label}: {answered(form.by_key[key], wanted)}" for key, wanted in field.when)


def answered(field: Field, wanted: Any) -> str:
    return said(field, wanted) if isinstance(wanted, bool) else named(field, wanted)
