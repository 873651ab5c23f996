"""The registers of an office: set up once, changed while they have given no number."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from workflows.core.errors import BadValues
from workflows.decrees.models import Series
from workflows.decrees.registers import begun, check_register, classes_of
from workflows.decrees.states import SeriesMode
from workflows.organisation.models import Office

from .recording import Recorder

PATTERN = "{no} TAHUN {thn}"


class RegisterForm(forms.Form):
    doc_class = forms.ChoiceField(label=gettext_lazy("Jenis naskah"))
    mode = forms.ChoiceField(label=gettext_lazy("Yang memberi nomor"), choices=SeriesMode.choices)
    pattern = forms.CharField(
        label=gettext_lazy("Pola nomor"), max_length=100, initial=PATTERN,
        help_text=gettext_lazy("{no} nomor, {thn} tahun, {bln} bulan, {bln_romawi} bulan Romawi; yang lain ditulis apa adanya."),
    )  # fmt: skip
    last = forms.IntegerField(label=gettext_lazy("Nomor terakhir yang sudah dipakai"), min_value=0, max_value=999_999, initial=0)

    def __init__(self, *args: Any, office: Office, **given: Any):
        super().__init__(*args, **given)
        self.fields["doc_class"].choices = classes_of(office)  # type: ignore[attr-defined]


def keep_register(office: Office, year: int, recorder: Recorder, doc_class: str, mode: str, pattern: str, last: int) -> Series:
    """Set a register up, or change it. Raises `BadValues` naming the field; once numbers were given only the pattern changes."""
    series = Series.objects.filter(office=office, doc_class=doc_class).first() or Series(office=office, doc_class=doc_class)
    said: dict[str, Any] = {"pattern": pattern.strip()}
    if not begun(series):
        said |= {"mode": mode, "last": last, "year": year if last else 0}
    elif mode != series.mode:
        raise BadValues({"mode": _("Buku ini sudah berisi nomor; hanya polanya yang dapat diubah.")})
    check_register(Series(office=office, doc_class=doc_class, **({"mode": series.mode} | said)))
    if Series.objects.filter(pk=series.pk).exists():
        recorder.change(series, **said)
        return series
    return recorder.make(Series(office=office, doc_class=doc_class, **said))
