"""The acts on a round and on an evaluation: their forms, and what they do in words."""

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from backend.pages.file_acts import FileButton, WithReason
from backend.pages.forms import Day
from workflows.evaluations.days import MOVABLE
from workflows.evaluations.models import Round


class Until(WithReason):
    until = forms.DateField(label=_("Diisi paling lambat"), widget=Day())
    field_order = ["until"]

    def values(self) -> dict[str, Any]:
        return {"until": self.cleaned_data["until"].isoformat()}


def label_of_day(name: str) -> str:
    """Of a day in the calendar of a round."""
    return str(capfirst(Round._meta.get_field(name).verbose_name))  # type: ignore[union-attr]


class Reschedule(WithReason):
    """The days that may be put off, as they are now; what is left as it is does not change."""

    field_order = [*MOVABLE, "reason"]

    def offer(self) -> None:
        super().offer()
        for name in MOVABLE:
            day = getattr(self.subject, name)
            self.fields[name] = forms.DateField(label=label_of_day(name), widget=Day(), required=False, initial=day)
        self.order_fields(self.field_order)

    def values(self) -> dict[str, Any]:
        now = {name: self.cleaned_data[name] for name in MOVABLE}
        return {name: day.isoformat() for name, day in now.items() if day and day != getattr(self.subject, name)}


OF_EVALUATIONS = {
    "submit": FileButton(_("Jawaban dan data dibekukan, lalu diperiksa penyuluh, kecamatan, dan OPD KB."), main=True),
    "resubmit": FileButton(_("Evaluasi kembali ke kantor yang mengembalikannya."), main=True),
    "recompute": FileButton(_("Data terbaru dihitung; yang sudah menyetujui hasil lama diminta menyetujui lagi.")),
    "admit_late": FileButton(_("Desa mendapat tugas baru dengan tenggat ini."), Until),
    "reopen": FileButton(_("Desa memperbaiki jawabannya, lalu diperiksa lagi."), Until),
}
OF_ROUNDS = {
    "open": FileButton(_("Peserta ditetapkan menurut keadaan pada tanggal penentuan, dan setiap desa mendapat tugas."), main=True),
    "close_answers": FileButton(_("Desa tidak dapat mengajukan lagi, kecuali yang dikembalikan atau diberi izin."), main=True),
    "bring_to_rakor": FileButton(_("Yang sudah diterima dibahas dalam rakor."), main=True),
    "conclude": FileButton(_("Kelas tahun ini dibekukan; yang belum diputuskan tidak mendapat kelas."), main=True),
    "reschedule": FileButton(_("Tenggat desa yang masih mengisi ikut berubah."), Reschedule),
}
NOT_MINE = {"runs_the_round"}
"""Rules by which an act is no business of this office: it is not shown at all."""
