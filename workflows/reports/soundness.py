"""Whether forms can be filled in: every field of a known kind, every rule about fields that are there."""

from collections import Counter
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from workflows.coaching.lists import AIMS
from workflows.organisation.models import Kind

from .definition import Field, Form
from .kinds import KINDS
from .states import Span

Fault = tuple[str, str]
"""Where, and the words."""


def faults(forms: Iterable[Form]) -> dict[str, str]:
    """What is wrong, by form and part; empty for sound forms."""
    every = list(forms)
    counts = {field.key for form in every for field in form.fields if field.kind == "count"}
    twice = [one for one, times in Counter((form.code, form.version) for form in every).items() if times > 1]
    found = {f"{code}-{version}": _("Versi ini ada dua kali.") for code, version in twice}
    for form in every:
        for where, words in (*fields(form), *sections(form), *sums(form), *denominators(form, counts), *days(form)):
            found.setdefault(f"{form.code}-{form.version}.{where}", words)
    return found


def fields(form: Form) -> Iterator[Fault]:
    for key, times in Counter(field.key for field in form.fields).items():
        if times > 1:
            yield key, _("Kunci ini dipakai lebih dari sekali.")
    for field in form.fields:
        if field.kind not in KINDS:
            yield field.key, _("Jenis %(kind)s tidak dikenal.") % {"kind": field.kind}
        if bool(field.choices or field.list) != (field.kind in ("choice", "choices")):
            yield field.key, _("Pilihan ada pada choice dan choices, dan hanya di sana.")
        if field.list and (field.list != AIMS or field.choices):
            yield field.key, _("Daftar (list) hanya %(aims)s, dan tanpa pilihan lain.") % {"aims": AIMS}
        kinds = {kind for some in field.only_for.values() for kind in some}
        if not (field.only_for.keys() <= (field.choices or {}).keys() and kinds <= set(Kind)):
            yield field.key, _("Pilihan khusus (only_for) menunjuk pilihan atau jenis wilayah yang tidak ada.")
        for other, wanted in field.when:
            if why := why_never(form.by_key.get(other), wanted):
                yield field.key, why


def sections(form: Form) -> Iterator[Fault]:
    """Every field is asked on one page."""
    times = Counter(field.key for section in form.sections for field in section.fields)
    for field in form.fields:
        if times[field.key] != 1:
            yield field.key, _("Isian ini tidak berada tepat di satu bagian (sections).")


def why_never(other: Field | None, wanted: object) -> str:
    """Words for a condition that can never hold."""
    if other is None:
        return _("Syarat (when) menunjuk isian yang tidak ada.")
    possible = (True, False) if other.kind == "flag" else tuple(other.choices or ())
    return "" if wanted in possible else _("Syarat (when) menunjuk jawaban yang tidak mungkin.")


def sums(form: Form) -> Iterator[Fault]:
    """What is added up, and totals, are counts of this very form."""
    own = {field.key for field in form.fields if field.kind == "count"}
    for whole, keys in (*form.totals.items(), *form.within.items()):
        if strange := sorted(set(keys) - own):
            yield whole, _("Rincian %(keys)s bukan bilangan dalam formulir ini.") % {"keys": ", ".join(strange)}
    for whole in set(form.totals) - own:
        yield whole, _("Jumlah ini bukan bilangan dalam formulir ini.")


def denominators(form: Form, counts: set[str]) -> Iterator[Fault]:
    """Each is a count of this form or, with its name, of another."""
    own = {field.key for field in form.fields if field.kind == "count"}
    for key in {field.of for field in form.fields if field.of} | set(form.within):
        if key not in own and key not in form.denominators:
            yield key, _("Penyebut ini bukan bilangan dalam formulir ini dan belum diberi nama (denominators).")
    for key in form.denominators:
        if key not in counts - own:
            yield key, _("Penyebut ini tidak ada dalam formulir lain.")


def days(form: Form) -> Iterator[Fault]:
    if (form.every is None) != (form.due is None) or form.every == Span.EVENT:
        yield "due", _("Laporan yang ditunggu setiap bulan atau tahun mempunyai hari batas; yang lain tidak.")
    if form.due and not (1 <= form.due.day <= 28 and form.due.months_after >= 0):
        yield "due", _("Hari batas adalah tanggal 1 sampai 28, tidak sebelum masa laporannya mulai.")
