"""A rubric as it is typed: its name, what it rests on, and one row for each criterion."""

from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from workflows.contests.models import RubricDraft
from workflows.contests.rubric import WHOLE
from workflows.contests.rubric_drafting import LONGEST_CODE, LONGEST_LABEL, LONGEST_SOURCE, MOST

from .rows import sent, wrong

ASPECTS = [
    ("input", gettext_lazy("masukan")),
    ("process", gettext_lazy("proses")),
    ("output", gettext_lazy("keluaran")),
]
FEW, MOST_POINTS = 3, Decimal(1000)


class Points(forms.DecimalField):
    """With a comma or a point, as people write them."""

    widget = forms.TextInput

    def __init__(self, **given: Any):
        super().__init__(min_value=Decimal("0.01"), max_value=MOST_POINTS - Decimal("0.01"), decimal_places=2, **given)

    def to_python(self, value: Any) -> Any:
        return super().to_python(str(value or "").replace(",", "."))

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"inputmode": "decimal", "class": "points"}


class CriterionForm(forms.Form):
    """One criterion; a row without a label is none. `key` stays what it was, so that versions can be compared."""

    key = forms.SlugField(widget=forms.HiddenInput, max_length=LONGEST_CODE, required=False)
    label = forms.CharField(label=gettext_lazy("Yang dinilai"), max_length=LONGEST_LABEL, required=False)
    aspect = forms.ChoiceField(label=gettext_lazy("Aspek"), choices=ASPECTS)
    weight = Points(label=gettext_lazy("Bobot"), required=False)
    maximum = Points(label=gettext_lazy("Nilai tertinggi"), required=False, initial="100")

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("label") and not given.get("weight") and "weight" not in self.errors:
            self.add_error("weight", _("Isi bobotnya, lebih besar dari 0."))
        if given.get("weight") and not given.get("label"):
            self.add_error("label", _("Sebutkan yang dinilai."))
        return given

    def said(self, number: int) -> dict[str, Any]:
        given = self.cleaned_data
        return {
            "key": given["key"] or f"k{number}",
            "label": given["label"],
            "aspect": given["aspect"],
            "weight": f"{given['weight']:f}",
            "maximum": f"{given['maximum'] or WHOLE:f}",
        }


class RubricForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)
    code = forms.CharField(
        label=gettext_lazy("Nama pendek"),
        max_length=LONGEST_CODE,
        help_text=gettext_lazy("Huruf kecil, angka dan tanda hubung. Versi berikutnya memakai nama yang sama."),
    )
    source = forms.CharField(
        label=gettext_lazy("Dasar bobot ini"),
        max_length=LONGEST_SOURCE,
        required=False,
        help_text=gettext_lazy("Pedoman atau keputusan yang menyebutnya."),
    )
    placeholder = forms.BooleanField(
        label=gettext_lazy("Sementara: bobot belum diputuskan siapa pun"),
        required=False,
        help_text=gettext_lazy("Semua halaman dan peringkat menandainya sementara."),
    )

    def __init__(self, data: Any, draft: RubricDraft):
        plain = {"version": draft.version, "code": draft.code, **draft.data}
        super().__init__(data, initial=plain)
        kept = [one | comma(one) for one in draft.data["criteria"]]
        count = rows_in(data) if data else len(kept) + (0 if kept else FEW)
        self.rows = [
            CriterionForm(data, prefix=f"kriteria-{n}", initial=kept[n - 1] if n <= len(kept) else first(n))
            for n in range(1, count + 1)
        ]

    def is_valid(self) -> bool:
        fine = all([super().is_valid(), *(row.is_valid() for row in self.rows)])
        for words in wrong(self.rows, _("Kriteria ke-%(n)d: %(why)s")):
            self.add_error(None, words)
        return fine

    def total(self) -> Decimal:
        """Of the weights that stand in the rows now; what is no number counts nothing."""
        return sum((number(row["weight"].value()) for row in self.rows), Decimal(0))

    def data_to_save(self) -> dict[str, Any]:
        given = self.cleaned_data
        taken = {row.cleaned_data["key"] for row in self.rows}
        free = (n for n in range(1, 2 * MOST + 2) if f"k{n}" not in taken)
        criteria = [row.said(0 if row.cleaned_data["key"] else next(free)) for row in self.rows if row.cleaned_data["label"]]
        return {"placeholder": given["placeholder"], "source": given["source"], "criteria": criteria}


def comma(criterion: dict[str, str]) -> dict[str, str]:
    """Its numbers as Indonesians write them."""
    return {name: criterion[name].replace(".", ",") for name in ("weight", "maximum") if name in criterion}


def first(n: int) -> dict[str, str]:
    """An empty rubric begins with one row for each aspect."""
    return {"aspect": ASPECTS[(n - 1) % len(ASPECTS)][0]}


def rows_in(data: Any) -> int:
    """So many as were sent, and one more where that was asked for."""
    return min(sent(data, "kriteria-{}-label", MOST) + (data.get("tekan") == "tambah"), MOST)


def number(typed: Any) -> Decimal:
    try:
        found = Decimal(str(typed or 0).replace(",", "."))
    except InvalidOperation:
        return Decimal(0)
    return found if found.is_finite() and -MOST_POINTS < found < MOST_POINTS else Decimal(0)  # beyond, a sum would overflow
