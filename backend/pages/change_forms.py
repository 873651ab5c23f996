"""The form by which a decree in force is changed: which rows, which clauses, since when, and why."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from workflows.core.wording import diktum
from workflows.decrees.changing import Chosen, clauses_now
from workflows.decrees.consolidated import ListedVillage
from workflows.decrees.models import Decree
from workflows.decrees.states import Defect, LinkKind

from .choosing.fields import Villages
from .forms import Day, area

KINDS = {"ubah": LinkKind.AMENDS, "cabut": LinkKind.REVOKES, "batalkan": LinkKind.ANNULS, "tunda": LinkKind.SUSPENDS}
WORDS = {
    "ubah": (gettext_lazy("Ubah keputusan"), gettext_lazy("Keluarkan dari daftar")),
    "cabut": (gettext_lazy("Cabut keputusan"), gettext_lazy("Cabut penetapannya (kosong: semua)")),
    "batalkan": (gettext_lazy("Batalkan keputusan"), gettext_lazy("Batalkan penetapannya (kosong: semua)")),
    "tunda": (gettext_lazy("Tunda keputusan"), gettext_lazy("Tunda penetapannya (kosong: semua)")),
}
"""How the address names a change → its heading, and what happens to the rows that are ticked."""


class ChangeForm(forms.Form):
    """What every change asks; subclasses ask more. `chosen()` is what `start_change` takes."""

    take = forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple, required=False)
    effective_on = forms.DateField(
        label=gettext_lazy("Mulai berlaku"), widget=Day(), required=False, help_text=gettext_lazy("Kosong: sejak ditetapkan.")
    )
    grounds = forms.CharField(label=gettext_lazy("Alasan"), widget=area(2), max_length=500, required=False)

    def __init__(self, data: Any = None, *, other: Decree, how: str, listed: list[ListedVillage], today: date):
        super().__init__(data)
        self.other, self.how, self.listed, self.today = other, how, listed, today
        take: Any = self.fields["take"]
        take.label = WORDS[how][1]
        take.choices = [(str(v.row.kampung_id), f"{n}. {v.name}, {v.row.kampung.region.parent}") for n, v in enumerate(listed, 1)]
        self.offer()

    def offer(self) -> None:
        """Add the fields that depend on the decree."""

    @property
    def visible(self) -> list[forms.BoundField]:
        """All but the names, which are many and seldom wrong."""
        return [field for field in self if not field.name.startswith("name_")]

    @property
    def names(self) -> list[forms.BoundField]:
        return [field for field in self if field.name.startswith("name_")]

    def chosen(self) -> Chosen:
        given = self.cleaned_data
        plain = {name: given[name] for name in ("expires_on", "retroactive", "defect") if name in given}
        return Chosen(KINDS[self.how], [int(key) for key in given["take"]], effective_on=given["effective_on"],
                      grounds=given["grounds"], **plain)  # fmt: skip


class ReachingBack(ChangeForm):
    retroactive = forms.BooleanField(
        label=gettext_lazy("Berlaku surut sejak tanggal di atas"), required=False,
        help_text=gettext_lazy("Hanya bila tanpa itu ada kerugian atau hak yang terabaikan; tulis alasannya. Anggaran tidak dapat "
                               "berlaku surut."),
    )  # fmt: skip


class Amendment(ReachingBack):
    """Rows are struck, added, renamed; clauses get a new text, none removes them. What is left as it was does not change."""

    add = Villages(label=gettext_lazy("Tambahkan desa/kelurahan"), required=False)
    new_clause = forms.CharField(label=gettext_lazy("Diktum baru"), widget=area(2), required=False)

    def offer(self) -> None:
        self.fields["add"].of(self.other.issuer.territory, self.today)  # type: ignore[attr-defined]
        for village in self.listed:
            words = _("Nama yang benar untuk “%(name)s”") % {"name": village.name}
            self.fields[f"name_{village.row.kampung_id}"] = forms.CharField(label=words, required=False, max_length=150)
        self.clauses = clauses_now(self.other)
        for clause in self.clauses:
            words = _("Diktum %(name)s (dikosongkan: dihapus)") % {"name": diktum(clause.number)}
            field = forms.CharField(label=words, widget=area(2), required=False, initial=clause.text, max_length=10_000)
            self.fields[f"clause_{clause.number}"] = field

    def chosen(self) -> Chosen:
        found = super().chosen()
        found.add = [(region, {}) for region in self.cleaned_data["add"]]
        names = {v.row.kampung_id: self.cleaned_data[f"name_{v.row.kampung_id}"].strip() for v in self.listed}
        found.correct = {key: name for key, name in names.items() if name}
        found.clauses = {c.number: text for c in self.clauses if (text := self.cleaned_data[f"clause_{c.number}"].strip()) != c.text}
        if new := self.cleaned_data["new_clause"].strip():
            found.clauses |= {max((c.number for c in self.clauses), default=0) + 1: new}
        return found


class Annulment(ReachingBack):
    defect = forms.ChoiceField(label=gettext_lazy("Cacat"), choices=Defect.choices, widget=forms.RadioSelect)


class Suspension(ChangeForm):
    expires_on = forms.DateField(
        label=gettext_lazy("Ditunda sampai"), widget=Day(), required=False,
        help_text=gettext_lazy("Kosong: sampai pemberitahuan lebih lanjut."),
    )  # fmt: skip


FORMS: dict[str, type[ChangeForm]] = {"ubah": Amendment, "cabut": ChangeForm, "batalkan": Annulment, "tunda": Suspension}
