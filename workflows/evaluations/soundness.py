"""Whether an instrument gives everybody exactly one class, and every class to somebody; and if not, what is wrong."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from django.utils.translation import gettext as _

from .definition import Band, Classification, Definition, Index, Indicator, Passes
from .facts import sorts
from .means import mean_of

Fault = tuple[str, str]
"""Where, and the words."""


def faults(instrument: Definition) -> dict[str, str]:
    """What is wrong, by the part that it is wrong in; empty for a sound instrument."""
    found: dict[str, list[str]] = {}
    for where, words in (*names(instrument), *indicators(instrument), *indexes(instrument), *classes(instrument)):
        found.setdefault(where, []).append(words)
    return {where: " ".join(words) for where, words in found.items()}


def names(instrument: Definition) -> Iterator[Fault]:
    """Every key stands for one thing."""
    for part in ("indexes", "indicators", "classes"):
        for key in repeated(one.key for one in getattr(instrument, part)):
            yield part, _("Kunci %(key)s dipakai lebih dari sekali.") % {"key": key}


def repeated(keys: Iterable[str]) -> list[str]:
    return [key for key, times in Counter(keys).items() if times > 1]


def indicators(instrument: Definition) -> Iterator[Fault]:
    known = {index.key for index in instrument.indexes}
    for one in instrument.indicators:
        where = f"indicators.{one.key}"
        if one.index not in known:
            yield where, _("Indeks %(index)s tidak ada.") % {"index": one.index}
        if one.weight < 1:
            yield where, _("Bobot adalah bilangan bulat, 1 atau lebih.")
        yield from ((where, words) for words in (*reading(one), *bands(one), *lifts(one)))


def reading(indicator: Indicator) -> Iterator[str]:
    """It reads facts that there are, and such as it can count."""
    for name, allowed in indicator.measure.reads().items():
        if name not in sorts():
            yield _("Data %(name)s tidak dikenal.") % {"name": name}
        elif sorts()[name] not in allowed:
            yield _("Data %(name)s tidak dapat dipakai untuk ukuran ini.") % {"name": name}


def bands(indicator: Indicator) -> Iterator[str]:
    """Scores 1, 2, … whose bands follow each other from 0 without end, up or down."""
    scores = [band.score for band in indicator.bands]
    if len(scores) < 2 or scores != list(range(1, len(scores) + 1)):
        yield _("Skor adalah 1, 2 dan seterusnya tanpa loncatan, paling sedikit dua.")
        return
    upwards = list(indicator.bands if indicator.more_is_better else reversed(indicator.bands))
    if upwards[0].low != 0:
        yield _("Rentang terendah mulai dari 0, bukan %(low)s.") % {"low": upwards[0].low}
    if upwards[-1].high is not None:
        yield _("Rentang tertinggi tidak berbatas atas; tulis ~.")
    yield from (words for pair in pairwise(upwards) for words in joint(*pair))


def joint(lower: Band, upper: Band) -> Iterator[str]:
    between = {"lower": lower.score, "upper": upper.score}
    if lower.high is None or upper.low <= lower.high or lower.high < lower.low:
        yield _("Rentang skor %(lower)s dan %(upper)s bertumpang tindih atau terbalik.") % between
    elif upper.low > lower.high + 1:
        yield _("Antara rentang skor %(lower)s dan %(upper)s ada celah.") % between


def lifts(indicator: Indicator) -> Iterator[str]:
    for band in indicator.bands[1:]:
        if not indicator.lifts.get(band.score):
            yield _("Belum ada kalimat tentang cara mencapai skor %(score)s.") % {"score": band.score}


def indexes(instrument: Definition) -> Iterator[Fault]:
    """Each has indicators, and can be passed as well as failed."""
    for index in instrument.indexes:
        if words := why_no_choice(instrument, index):
            yield f"indexes.{index.key}", words


def why_no_choice(instrument: Definition, index: Index) -> str:
    members = [one for one in instrument.of(index.key) if one.weight > 0 and one.bands]
    if not members:
        return _("Indeks ini tidak mempunyai indikator.")
    lowest = mean_of((one.weight, 1) for one in members)
    highest = mean_of((one.weight, one.best) for one in members)
    if not lowest < instrument.pass_mark <= highest:
        reach = {"lowest": lowest, "highest": highest, "mark": instrument.pass_mark}
        return _("Nilai %(lowest)s sampai %(highest)s: ambang %(mark)s selalu atau tidak pernah tercapai.") % reach
    return ""


def classes(instrument: Definition) -> Iterator[Fault]:
    known = {index.key for index in instrument.indexes}
    for one in instrument.classes:
        if not one.passes:
            yield f"classes.{one.key}", _("Kelas ini tidak pernah tercapai.")
        for strange in sorted(frozenset[str]().union(*one.passes) - known):
            yield f"classes.{one.key}", _("Indeks %(index)s tidak ada.") % {"index": strange}
    for passed in instrument.combinations():
        if words := why_not_one(instrument, passed):
            yield "classes", f"{called(passed)}: {words}"
    yield from (("classes", words) for words in falls(instrument))


def called(passed: Passes) -> str:
    return " + ".join(sorted(passed)) or _("tanpa indeks")


def giving(instrument: Definition, passed: Passes) -> list[Classification]:
    return [one for one in instrument.classes for passes in one.passes if passes == passed]


def why_not_one(instrument: Definition, passed: Passes) -> str:
    found = giving(instrument, passed)
    if not found:
        return _("tidak ada kelasnya.")
    return _("lebih dari satu kelas.") if len(found) > 1 else ""


def falls(instrument: Definition) -> Iterator[str]:
    """Where passing one index more would give a lower class."""
    rank = {one.key: n for n, one in enumerate(instrument.classes)}
    for passed in instrument.combinations():
        for more in instrument.combinations():
            here, there = giving(instrument, passed), giving(instrument, more)
            if passed < more and here and there and rank[there[0].key] < rank[here[0].key]:
                steps = {"more": called(more), "less": called(passed)}
                yield _("%(more)s memberi kelas lebih rendah daripada %(less)s.") % steps
