"""*Dasar hukum*: what the decrees of a territory may cite, added, verified and ended, each change on record."""

from typing import Any

from django import forms
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from backend.pages.forms import Day
from workflows.decrees.bases import LegalBasis, usual
from workflows.organisation.models import Region

from .recording import Recorder

RANKS = [
    (1, gettext_lazy("Undang-undang")),
    (3, gettext_lazy("Peraturan pemerintah")),
    (4, gettext_lazy("Peraturan atau instruksi presiden")),
    (5, gettext_lazy("Peraturan menteri atau badan")),
    (6, gettext_lazy("Peraturan daerah provinsi")),
    (7, gettext_lazy("Peraturan daerah kabupaten/kota")),
    (8, gettext_lazy("Peraturan kepala daerah")),
    (9, gettext_lazy("Lainnya")),
]
"""The order in which they are cited: 1, 3, 4, 6 and 7 as in UU 12/2011 pasal 7; the others by practice, UNVERIFIED."""
SOURCE = gettext_lazy("Di mana judulnya dibaca: alamat JDIH, nomor Lembaran Negara.")


class BasisForm(forms.ModelForm):
    rank = forms.TypedChoiceField(label=gettext_lazy("Tingkatan"), choices=RANKS, coerce=int)
    year = forms.IntegerField(label=gettext_lazy("Tahun"), min_value=1945, max_value=2100)
    since = forms.DateField(label=gettext_lazy("Berlaku sejak"), widget=Day(), required=False)
    source = forms.CharField(label=gettext_lazy("Sumber"), max_length=300, help_text=SOURCE)
    verified = forms.BooleanField(label=gettext_lazy("Judul sudah saya cocokkan dengan sumber itu"), required=False)

    class Meta:
        model = LegalBasis
        fields = ["title", "cited_under", "rank", "number", "year", "since", "source", "verified"]
        widgets = {"title": forms.Textarea({"rows": 3})}

    def __init__(self, data: Any = None, *, region: Region):
        super().__init__(data, instance=LegalBasis(region=region, source=""))

    def clean_title(self) -> str:
        title = " ".join(self.cleaned_data["title"].split()).rstrip(";.")
        if LegalBasis.objects.of(self.instance.region).filter(title=title).exists():
            raise forms.ValidationError(_("Dasar hukum dengan judul ini sudah ada dalam daftar."))
        return title


class UsualForm(forms.Form):
    """Those usual in the whole nation that are not in the list yet."""

    chosen = forms.MultipleChoiceField(label=gettext_lazy("Yang lazim"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, data: Any = None, *, region: Region):
        super().__init__(data)
        self.offered = usual(region)
        self.fields["chosen"].choices = [(title, told(basis)) for title, basis in self.offered.items()]  # type: ignore[attr-defined]


class VerifyForm(forms.Form):
    source = forms.CharField(label=gettext_lazy("Sumber"), max_length=300, help_text=SOURCE)


class EndForm(forms.Form):
    until = forms.DateField(label=gettext_lazy("Hari terakhir berlaku"), widget=Day())

    def __init__(self, data: Any, *, basis: LegalBasis):
        super().__init__(data)
        self.basis = basis

    def clean_until(self) -> Any:
        until = self.cleaned_data["until"]
        if self.basis.since and until < self.basis.since:
            raise forms.ValidationError(_("Tanggal akhir tidak boleh mendahului tanggal mulai."))
        return until


def told(basis: LegalBasis) -> str:
    """Its title, and whether somebody compared it with the source."""
    mark = _("terverifikasi") if basis.verified else _("judul belum diverifikasi")
    return f"{basis.title} ({mark})"


@transaction.atomic
def take_usual(region: Region, titles: list[str], recorder: Recorder) -> int:
    """Put these of the usual ones on the region's list; those that are there already stay. Returns how many are new."""
    offered = usual(region)
    return len([recorder.make(offered[title]) for title in titles if title in offered])
