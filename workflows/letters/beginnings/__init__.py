"""How the draft of each kind of letter begins: with what Siklus knows. All of it may be edited; the wording is our own."""

from collections.abc import Callable

from workflows.core.models import File
from workflows.organisation.models import Office

from ..states import LetterKind
from .berita_acara import minutes
from .known import Beginning, Known
from .lembar_kendali import control_sheet
from .nota_dinas import note
from .ralat import erratum
from .rekomendasi import recommendation
from .surat_pengantar import cover
from .surat_perintah_tugas import order
from .telaahan_staf import study

BEGINNINGS: dict[LetterKind, Callable[[Known], Beginning]] = {
    LetterKind.MINUTES: minutes,
    LetterKind.RECOMMENDATION: recommendation,
    LetterKind.COVER: cover,
    LetterKind.NOTE: note,
    LetterKind.STUDY: study,
    LetterKind.CONTROL: control_sheet,
    LetterKind.ORDER: order,
    LetterKind.ERRATUM: erratum,
}
beginnings_elsewhere: dict[LetterKind, Callable[[Known], Beginning]] = {}
"""Of the kinds about files of apps above: each registers its own."""


def begin(kind: LetterKind, about: File, office: Office) -> Beginning:
    """The draft of a letter of `office` about a file."""
    return (BEGINNINGS | beginnings_elsewhere)[kind](Known(about, office))
