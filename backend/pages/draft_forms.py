"""Forms of the drafter: the text of a decree, its list of villages, and changes on the way."""

from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from backend.access import ISSUERS, issuers_for
from workflows.decrees.models import Decree, DecreeRow, LegalBasis
from workflows.decrees.states import VALID, EffectKind, LinkKind, Signing
from workflows.organisation.models import Office

from .acting import Acting
from .choosing.fields import Villages
from .forms import Day, area
from .lines import Lines


class Bases(forms.ModelMultipleChoiceField):
    """What may be cited; which is said by the form's `citable`."""

    def __init__(self, **given: Any):
        super().__init__(LegalBasis.objects.none(), label=gettext_lazy("Mengingat"), widget=forms.CheckboxSelectMultiple, **given)

    def label_from_instance(self, basis: Any) -> str:
        return basis.title if basis.verified else _("%(title)s (judul belum diverifikasi)") % {"title": basis.title}


NOT_TEXT = ("version", "bases", "issuer", "key")


class DecreeText(forms.Form):
    """What a drafter writes; `version` is the one he saw."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    subject = forms.CharField(label=gettext_lazy("Tentang"), max_length=500)
    considerations = Lines(
        label=gettext_lazy("Menimbang"),
        help_text=gettext_lazy("Satu butir satu baris, diawali “bahwa”."),
        required=False,
    )
    bases = Bases(required=False)
    clauses = Lines(
        8,
        label=gettext_lazy("Diktum"),
        help_text=gettext_lazy("Satu diktum satu baris: KESATU, KEDUA, dan seterusnya."),
        required=False,
    )
    copies_to = Lines(
        3, label=gettext_lazy("Tembusan"), help_text=gettext_lazy("Satu penerima satu baris."), required=False
    )
    effects = forms.MultipleChoiceField(
        label=gettext_lazy("Akibat bagi desa/kelurahan"),
        choices=EffectKind.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    signing = forms.ChoiceField(
        label=gettext_lazy("Cara penandatanganan"),
        choices=Signing.choices,
        widget=forms.RadioSelect,
        initial=Signing.usual,
    )
    effective_on = forms.DateField(
        label=gettext_lazy("Mulai berlaku"),
        widget=Day(),
        required=False,
        help_text=gettext_lazy("Kosong: sejak ditetapkan."),
    )
    expires_on = forms.DateField(label=gettext_lazy("Berlaku sampai"), widget=Day(), required=False)

    def __init__(self, data: Any = None, *, citable: Any, **given: Any):
        super().__init__(data, **given)
        self.fields["bases"].queryset = citable  # type: ignore[attr-defined]

    def fields_to_save(self) -> dict[str, Any]:
        """The values as `drafting` takes them, the legal bases left out."""
        return {name: value for name, value in self.cleaned_data.items() if name not in NOT_TEXT}


class NewDecree(DecreeText):
    key = forms.CharField(widget=forms.HiddenInput, max_length=100, required=False)
    issuer = forms.ModelChoiceField(label=gettext_lazy("Penerbit"), queryset=Office.objects.none(), empty_label=None)
    field_order = ["issuer"]

    def __init__(self, data: Any = None, *, acting: Acting):
        citable = LegalBasis.objects.citable(acting.region, acting.today)
        super().__init__(data, citable=citable, initial={"key": str(uuid4())})
        self.fields["issuer"].queryset = issuers_for(acting.mandate)  # type: ignore[attr-defined]

    @property
    def kind(self) -> str:
        role = self.cleaned_data["issuer"].role
        return next(kind for kind, issues in ISSUERS.items() if issues == role)


def initial_of(decree: Decree) -> dict[str, Any]:
    names = ("subject", "considerations", "clauses", "copies_to", "effects", "signing", "effective_on", "expires_on")
    return {name: getattr(decree, name) for name in names} | {
        "bases": decree.bases.all(),
        "version": decree.file.version,
    }


class Revision(forms.Form):
    """An edit on the way: of the text, of the list, always with a reason. `changes()` is what `revise` takes."""

    key = forms.CharField(widget=forms.HiddenInput, max_length=100)
    version = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(
        label=gettext_lazy("Alasan perubahan"),
        widget=area(2),
        help_text=gettext_lazy("Kantor yang sudah menyetujui diminta menyetujui perubahannya."),
    )
    subject = forms.CharField(label=gettext_lazy("Tentang"), max_length=500)
    considerations = Lines(label=gettext_lazy("Menimbang"))
    bases = Bases()
    clauses = Lines(8, label=gettext_lazy("Diktum"))
    copies_to = Lines(3, label=gettext_lazy("Tembusan"), required=False)
    strike = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Keluarkan dari daftar"),
        queryset=DecreeRow.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    strike_reason = forms.CharField(label=gettext_lazy("Alasan pengeluaran"), max_length=300, required=False)
    add = Villages(label=gettext_lazy("Tambahkan desa/kelurahan"), required=False)

    def __init__(self, data: Any = None, *, decree: Decree, citable: Any, today: date, initial: Any = None):
        super().__init__(data, initial=initial)
        self.decree = decree
        self.fields["bases"].queryset = citable  # type: ignore[attr-defined]
        self.fields["add"].of(decree.issuer.territory, today)  # type: ignore[attr-defined]
        field: Any = self.fields["strike"]
        field.queryset = decree.rows.filter(struck=False).select_related("kampung__region")
        field.label_from_instance = lambda row: f"{row.order}. {row.kampung.region.name}"

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("strike") and not given.get("strike_reason"):
            self.add_error("strike_reason", _("Tulis mengapa desa itu dikeluarkan."))
        return given

    def text_changes(self) -> dict[str, Any]:
        names = ("subject", "considerations", "clauses", "copies_to")
        return {
            name: self.cleaned_data[name] for name in names if self.cleaned_data[name] != getattr(self.decree, name)
        }

    def changes(self) -> dict[str, Any]:
        struck = [
            {"row": row.order, "reason": self.cleaned_data["strike_reason"]} for row in self.cleaned_data["strike"]
        ]
        found: dict[str, Any] = self.text_changes()
        cited = [basis.pk for basis in self.cleaned_data["bases"]]
        if set(cited) != set(self.decree.bases.values_list("pk", flat=True)):
            found["bases"] = cited
        if struck:
            found["strike"] = struck
        if added := self.cleaned_data["add"]:
            found["add"] = [{"region": region.pk} for region in added]
        return found


class LinkForm(forms.Form):
    """What a draft does to an earlier decree of the same territory."""

    kind = forms.ChoiceField(label=gettext_lazy("Hubungan"), choices=LinkKind.choices)
    other = forms.ModelChoiceField(
        label=gettext_lazy("Keputusan sebelumnya"), queryset=Decree.objects.none(), empty_label=None
    )

    def __init__(self, data: Any = None, *, decree: Decree, readable: QuerySet[Decree]):
        super().__init__(data)
        linked = decree.links.values("other")
        earlier = readable.filter(state__in=VALID).exclude(pk=decree.pk).exclude(pk__in=linked).order_by("-decided_on", "-pk")
        field: Any = self.fields["other"]
        field.queryset = earlier
        field.label_from_instance = lambda other: f"{(other.issue or {}).get('number') or ''} {other.subject}".strip()
