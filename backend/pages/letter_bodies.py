"""What each kind of letter says besides its frame, as a form: texts, days, lists one a line, and tables one row a line."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from backend.ids import ids_in
from workflows.letters.states import LetterKind

from .forms import Day
from .lines import Lines

MARK = "|"


class Table(Lines):
    """Rows of named columns: `Daftar hadir | 4 | lembar |`. Columns that are missing at the end are empty."""

    def __init__(self, *columns: str, numbers: tuple[str, ...] = (), **given: Any):
        self.columns, self.numbers = columns, numbers
        super().__init__(**given)

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, list):
            return value
        return "\n".join(f" {MARK} ".join(str(row.get(name, "")) for name in self.columns) for row in value if isinstance(row, dict))

    def to_python(self, value: Any) -> list[dict[str, Any]]:  # type: ignore[override]
        return [self.row(n, line) for n, line in enumerate(super().to_python(value), 1)]

    def row(self, n: int, line: str) -> dict[str, Any]:
        cells = [cell.strip() for cell in line.split(MARK)]
        if len(cells) > len(self.columns):
            raise forms.ValidationError(_("Baris %(n)d mempunyai terlalu banyak kolom.") % {"n": n})
        row: dict[str, Any] = dict(zip(self.columns, [*cells, *[""] * (len(self.columns) - len(cells))], strict=True))
        for name in self.numbers:
            if not ids_in([row[name]]):
                raise forms.ValidationError(_("Baris %(n)d: jumlahnya ditulis dengan angka.") % {"n": n})
            row[name] = int(row[name])
        return row


class Body(forms.Form):
    """All may stay empty in a draft; what is missing is said on the letter's page and when it is issued."""

    def __init__(self, data: Any = None, *, known: dict[str, Any]):
        super().__init__(data, prefix="body", initial=known)
        self.known = known
        for field in self.fields.values():
            field.required = False

    def body(self) -> dict[str, Any]:
        """What was known, with what the form says; days as `2024-05-06`."""
        given = {name: value.isoformat() if isinstance(value, date) else value for name, value in self.cleaned_data.items()}
        return self.known | {name: "" if value is None else value for name, value in given.items()}


def line(label: Any, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=1000, **more)


def table_of(*columns: str, label: Any, names: Any, **more: Any) -> Table:
    return Table(*columns, label=label, help_text=gettext_lazy("Satu baris satu butir: %s") % names, **more)


class MinutesBody(Body):
    held_on = forms.DateField(label=gettext_lazy("Tanggal musyawarah"), widget=Day())
    time = line(gettext_lazy("Pukul"))
    venue = line(gettext_lazy("Tempat"))
    activity = line(gettext_lazy("Yang dilaksanakan"))
    results = Lines(label=gettext_lazy("Hasil"), help_text=gettext_lazy("Satu butir satu baris."))
    copies = forms.IntegerField(label=gettext_lazy("Rangkap"), min_value=1, max_value=20)


class RecommendationBody(Body):
    bases = Lines(label=gettext_lazy("Dasar"), help_text=gettext_lazy("Satu butir satu baris."))
    considerations = Lines(label=gettext_lazy("Menimbang"), help_text=gettext_lazy("Satu butir satu baris."))
    recipients = table_of("name", "position", label=gettext_lazy("Kepada"), names=gettext_lazy("nama | jabatan"))
    purpose = line(gettext_lazy("Untuk"))
    validity = line(gettext_lazy("Masa berlaku"))


class CoverBody(Body):
    destination = line(gettext_lazy("Di (tempat tujuan)"))
    items = table_of("description", "count", "unit", "note", label=gettext_lazy("Yang dikirim"), numbers=("count",),
                     names=gettext_lazy("uraian | jumlah | satuan | keterangan"))  # fmt: skip


class NoteBody(Body):
    points = Lines(8, label=gettext_lazy("Isi"), help_text=gettext_lazy("Satu butir satu baris."))
    closing = line(gettext_lazy("Penutup"))


class StudyBody(Body):
    problem = Lines(label=gettext_lazy("Persoalan"))
    assumptions = Lines(label=gettext_lazy("Praanggapan"))
    facts = Lines(label=gettext_lazy("Fakta yang mempengaruhi"))
    analysis = Lines(label=gettext_lazy("Analisis"))
    conclusions = Lines(label=gettext_lazy("Simpulan"))
    suggestions = Lines(label=gettext_lazy("Saran"))


class ControlBody(Body):
    """The ladder is read off the decree's run; only the notes are written."""

    notes = Lines(label=gettext_lazy("Catatan harmonisasi"), help_text=gettext_lazy("Satu butir satu baris."))


class OrderBody(Body):
    bases = Lines(label=gettext_lazy("Dasar"), help_text=gettext_lazy("Satu butir satu baris."))
    assignees = table_of("name", "position", "rank", "nip", label=gettext_lazy("Yang ditugasi"),
                         names=gettext_lazy("nama | jabatan | pangkat | NIP"))  # fmt: skip
    tasks = Lines(label=gettext_lazy("Tugas"), help_text=gettext_lazy("Satu butir satu baris."))
    place = line(gettext_lazy("Tempat"))
    since = forms.DateField(label=gettext_lazy("Sejak"), widget=Day())
    until = forms.DateField(label=gettext_lazy("Sampai"), widget=Day())


class ErratumBody(Body):
    clauses = Lines(label=gettext_lazy("Kalimat"))
    corrections = table_of("place", "written", "meant", label=gettext_lazy("Ralat"),
                           names=gettext_lazy("letak | tertulis | seharusnya"))  # fmt: skip


class InvitationBody(Body):
    occasion = line(gettext_lazy("Dalam rangka"))
    held_on = forms.DateField(label=gettext_lazy("Tanggal"), widget=Day())
    time = line(gettext_lazy("Pukul"))
    venue = line(gettext_lazy("Tempat"))
    agenda = Lines(label=gettext_lazy("Acara"), help_text=gettext_lazy("Satu butir satu baris."))
    notes = Lines(label=gettext_lazy("Catatan"), help_text=gettext_lazy("Satu butir satu baris."))


class NotesBody(Body):
    """Who led, who came and what was asked of whom is read off the rakor."""

    opening = line(gettext_lazy("Kata pembukaan"))
    discussion = table_of("topic", "said", label=gettext_lazy("Pembahasan"), names=gettext_lazy("pokok | yang dibicarakan"))
    conclusions = Lines(label=gettext_lazy("Kesimpulan"), help_text=gettext_lazy("Satu butir satu baris."))


class RecordBody(Body):
    """All that was decided is read off the rakor."""

    copies = forms.IntegerField(label=gettext_lazy("Rangkap"), min_value=1, max_value=20)


class ReportBody(Body):
    """The figures are counted; what is said about them is written."""

    general = line(gettext_lazy("Umum"))
    bases = Lines(label=gettext_lazy("Landasan"), help_text=gettext_lazy("Satu butir satu baris."))
    purpose = line(gettext_lazy("Maksud dan tujuan"))
    activities = Lines(label=gettext_lazy("Kegiatan yang dilaksanakan"), help_text=gettext_lazy("Satu butir satu baris."))
    conclusions = Lines(label=gettext_lazy("Kesimpulan"), help_text=gettext_lazy("Satu butir satu baris."))
    suggestions = Lines(label=gettext_lazy("Saran"), help_text=gettext_lazy("Satu butir satu baris."))
    closing = line(gettext_lazy("Penutup"))


class CertificateBody(Body):
    thanks = line(gettext_lazy("Ucapan"))


class JudgingBody(Body):
    """What was judged and how it came out is read off the locked ranking."""

    time = line(gettext_lazy("Pukul"))
    venue = line(gettext_lazy("Tempat"))
    copies = forms.IntegerField(label=gettext_lazy("Rangkap"), min_value=1, max_value=20)


BODIES: dict[str, type[Body]] = {
    LetterKind.MINUTES: MinutesBody,
    LetterKind.RECOMMENDATION: RecommendationBody,
    LetterKind.COVER: CoverBody,
    LetterKind.NOTE: NoteBody,
    LetterKind.STUDY: StudyBody,
    LetterKind.CONTROL: ControlBody,
    LetterKind.ORDER: OrderBody,
    LetterKind.ERRATUM: ErratumBody,
    LetterKind.INVITATION: InvitationBody,
    LetterKind.NOTES: NotesBody,
    LetterKind.RECORD: RecordBody,
    LetterKind.REPORT: ReportBody,
    LetterKind.CERTIFICATE: CertificateBody,
    LetterKind.JUDGING: JudgingBody,
}
