"""Whether the figures of a report can be. What is wrong is named by its field, in words that say what to do."""

from collections.abc import Iterator
from itertools import chain

from django.utils.translation import gettext as _

from .definition import Figures, Form
from .kinds import KINDS

Fault = tuple[str, str]
"""The key of a field, and the words."""
NOTHING: Figures = {}


def faults(form: Form, figures: Figures, known: Figures = NOTHING) -> dict[str, str]:
    """What stands in the way of sending; empty: nothing.

    `known` are figures of the village's other reports, by key: the denominators that the form borrows. A share of
    something that nobody has reported cannot be judged, and passes.
    """
    if wrong := misfits(form, figures):
        return wrong
    found: dict[str, str] = {}
    known = {**known, **figures}
    for key, words in chain(
        missing(form, figures), needless(form, figures), excesses(form, figures, known), false_totals(form, figures),
        too_many_together(form, figures, known),
    ):  # fmt: skip
        found.setdefault(key, words)
    return found


def misfits(form: Form, figures: Figures) -> dict[str, str]:
    """What not even a draft can hold: unknown keys, values of the wrong kind."""
    wrong = {key: _("Data ini tidak dikenal dalam %(form)s.") % {"form": form.title} for key in figures if key not in form.by_key}
    for field in form.fields:
        if field.key in figures and (words := KINDS[field.kind](field, figures[field.key])):
            wrong[field.key] = words
    return wrong


def missing(form: Form, figures: Figures) -> Iterator[Fault]:
    for field in form.fields:
        if not field.asked(figures):
            continue
        if field.needed and field.key not in figures:
            yield field.key, _("%(label)s wajib diisi.") % {"label": field.label}
        elif field.key in figures and field.kind == "choices" and len(figures[field.key]) < field.at_least:
            yield field.key, _("%(label)s: pilih paling sedikit %(n)d.") % {"label": field.label, "n": field.at_least}


def needless(form: Form, figures: Figures) -> Iterator[Fault]:
    """What says something although another answer leaves no room for it; no and 0 say nothing."""
    for field in form.fields:
        if figures.get(field.key) and not field.asked(figures):
            others = ", ".join(form.by_key[key].label for key, _wanted in field.when)
            words = _("%(label)s dikosongkan sesuai jawaban tentang: %(others)s.")
            yield field.key, words % {"label": field.label, "others": others}


def excesses(form: Form, figures: Figures, known: Figures) -> Iterator[Fault]:
    """Shares above 100 per cent."""
    for field in form.fields:
        if field.of and field.key in figures and over(figures[field.key], known.get(field.of)):
            words = _("%(label)s tidak boleh lebih dari %(whole)d (%(of)s): lebih dari 100 persen. Periksa keduanya.")
            yield field.key, words % {"label": field.label, "whole": known[field.of], "of": form.name_of(field.of)}


def false_totals(form: Form, figures: Figures) -> Iterator[Fault]:
    for whole, parts in form.totals.items():
        complete = whole in figures and all(key in figures for key in parts)
        if complete and figures[whole] != summed(figures, parts):
            words = _("%(label)s harus sama dengan jumlah rinciannya, %(sum)d.")
            yield whole, words % {"label": form.by_key[whole].label, "sum": summed(figures, parts)}


def too_many_together(form: Form, figures: Figures, known: Figures) -> Iterator[Fault]:
    """Told at the first of those that are added up."""
    for whole, parts in form.within.items():
        if over(summed(figures, parts), known.get(whole)):
            words = _("%(labels)s bersama-sama %(sum)d, lebih dari %(whole)d (%(of)s). Periksa angka-angka ini.")
            labels = ", ".join(form.by_key[key].label for key in parts)
            given = {"labels": labels, "sum": summed(figures, parts), "whole": known[whole], "of": form.name_of(whole)}
            yield parts[0], words % given


def over(part: int, whole: int | None) -> bool:
    return whole is not None and part > whole


def summed(figures: Figures, keys: tuple[str, ...]) -> int:
    return sum(figures.get(key, 0) for key in keys)
