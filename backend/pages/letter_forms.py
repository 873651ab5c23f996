"""The form of a letter's draft: its frame, its body, and who signs it."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from workflows.decrees.states import Signing
from workflows.letters.content import WITH_SEVERAL
from workflows.letters.models import Letter
from workflows.letters.parties import offices_near
from workflows.letters.states import COPIES, LetterKind, Nature
from workflows.organisation.models import Office, Role

from .letter_bodies import BODIES
from .lines import Lines

PLAIN = {LetterKind.MINUTES, LetterKind.CONTROL, LetterKind.NOTES, LetterKind.RECORD, LetterKind.CERTIFICATE, LetterKind.JUDGING}
"""Kinds that are addressed to nobody."""
NOT_SIGNING = [Role.ADMINISTRATOR, Role.SYSTEM]
SPARE = 2


class Frame(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    subject = forms.CharField(label=_("Hal"), max_length=500)
    to = Lines(3, label=_("Yth."), help_text=_("Satu penerima satu baris."), required=False)
    through = forms.CharField(label=_("Melalui"), max_length=500, required=False)
    copies_to = Lines(3, label=_("Tembusan"), help_text=_("Satu penerima satu baris."), required=False)
    nature = forms.ChoiceField(label=_("Sifat"), choices=Nature.choices)
    enclosures = forms.CharField(label=_("Lampiran"), max_length=500, required=False)
    signing = forms.ChoiceField(label=_("Cara penandatanganan"), choices=Signing.choices, widget=forms.RadioSelect)
    initials = forms.ModelMultipleChoiceField(
        label=_("Diparaf dahulu oleh"), queryset=Office.objects.none(), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Boleh kosong. Paraf diminta dari jabatan terendah ke tertinggi; pada tanda tangan basah dibubuhkan di kertas."),
    )  # fmt: skip

    def __init__(self, data: Any = None, *, letter: Letter):
        fixed = {"version": letter.file.version, "subject": letter.subject, "signing": letter.signing}
        super().__init__(data, initial=letter.fields | fixed | {"initials": [one.office_id for one in letter.initials.all()]})
        self.fields["initials"].queryset = signing_near(letter)  # type: ignore[attr-defined]
        left_out = {"to", "through", "copies_to", "nature", "enclosures"} if letter.kind in PLAIN else set()
        left_out |= {"to", "through", "nature", "enclosures"} if letter.kind == LetterKind.ERRATUM else set()
        left_out |= {name for name in self.fields if name not in ("version", "signing")} if letter.kind in COPIES else set()
        for name in left_out:
            del self.fields[name]

    def clean_initials(self) -> list[int]:
        """From the lowest role to the highest."""
        return [office.pk for office in sorted(self.cleaned_data["initials"], key=lambda office: Role.values.index(office.role))]


class CopiesForm(forms.Form):
    """How copies are signed: as the decree was, unless one chooses. With a key, two clicks are one act."""

    signing = forms.ChoiceField(label=_("Cara penandatanganan"), choices=Signing.choices, required=False)
    key = forms.CharField(max_length=100, required=False)


class PartyRow(forms.Form):
    """Somebody who signs: an office that signs in Siklus, or a name for the signature on paper."""

    role = forms.CharField(label=_("Kedudukan"), max_length=100, required=False)
    office = forms.ModelChoiceField(label=_("Jabatan di Siklus"), queryset=Office.objects.none(), required=False,
                                    empty_label=_("– menandatangani di kertas –"))  # fmt: skip
    name = forms.CharField(label=_("Nama"), max_length=150, required=False, help_text=_("Hanya bila menandatangani di kertas."))

    def __init__(self, *given: Any, offices: QuerySet[Office], **more: Any):
        super().__init__(*given, **more)
        self.fields["office"].queryset = offices  # type: ignore[attr-defined]

    def party(self) -> dict[str, Any] | None:
        """As `edit` takes it; None for a row that was left empty."""
        given = self.cleaned_data
        if not any(given.values()):
            return None
        office = {"office": given["office"].pk} if given.get("office") else {"name": given["name"], "lines": [given["role"].upper()]}
        return {"role": given["role"], **office}


class Draft:
    """The three parts of a draft's page, sent together."""

    def __init__(self, letter: Letter, data: Any = None):
        self.letter = letter
        self.frame = Frame(data, letter=letter)
        body = BODIES.get(letter.kind)
        self.body = body(data, known=letter.fields["body"]) if body else None
        self.parties = parties_of(letter)(data, prefix="parties", initial=known_parties(letter), form_kwargs={
            "offices": signing_near(letter)}) if letter.kind in WITH_SEVERAL else None  # fmt: skip

    @property
    def parts(self) -> list[Any]:
        return [part for part in (self.frame, self.body, self.parties) if part is not None]

    @property
    def sheets(self) -> list[forms.Form]:
        """The plain forms of all parts."""
        rows = [] if self.parties is None else self.parties.forms
        return [part for part in (self.frame, self.body) if part is not None] + rows

    @property
    def is_bound(self) -> bool:
        return self.frame.is_bound

    @property
    def errors(self) -> list[Any]:
        """What is wrong, in whichever part; empty when all may be saved."""
        return [part.errors for part in self.parts if not part.is_valid()]

    def is_valid(self) -> bool:
        return self.is_bound and not self.errors

    def given(self) -> dict[str, Any]:
        """What `edit` takes, the version included."""
        found = dict(self.frame.cleaned_data)
        if self.body is not None:
            found["body"] = self.body.body()
        if self.parties is not None:
            found["parties"] = [party for row in self.parties if (party := row.party())]
        return found


def parties_of(letter: Letter) -> type[Any]:
    return forms.formset_factory(PartyRow, extra=SPARE, max_num=20, absolute_max=20)


def known_parties(letter: Letter) -> list[dict[str, Any]]:
    return [{"role": party.role, "office": party.office_id, "name": party.name} for party in letter.parties.all()]


def signing_near(letter: Letter) -> QuerySet[Office]:
    """The offices that may initial or sign a paper about the place."""
    return offices_near(letter).exclude(role__in=NOT_SIGNING).order_by("label")
