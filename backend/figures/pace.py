"""Where things wait: how long each station takes, from the journal; and who is late."""

from django.utils.formats import number_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from backend.charts.chart import Length, Lengths
from backend.places.waiting import Pace, Waiting
from workflows.core.wording import long_date

from .asked import Asked
from .figure import Figure, Origin, Table, cells, of_all


def figures(asked: Asked) -> list[Figure]:
    waiting = Waiting(asked.region, asked.mandates, asked.today)
    return [of_stations(asked, waiting), of_late(asked, waiting)]


def of_stations(asked: Asked, waiting: Waiting) -> Figure:
    paces, counts = waiting.paces(), waiting.counts()
    chart = Lengths([Length(capfirst(one.words), one.days, days_words(one.days)) for one in paces])
    rows = [cells(capfirst(one.words), days_words(one.days), of_all(one.timely, one.count, _("tugas"))) for one in paces]
    table = Table([_("Langkah"), _("Nilai tengah"), _("Tepat waktu")], rows)
    return Figure("menunggu", _("Di mana menunggu"), sentence(counts), origin(asked), table, chart if paces else None)


def sentence(counts: dict[str, int]) -> str:
    if not counts["late"]:
        return _("%(open)s tugas terbuka, tidak ada yang lewat tenggat.") % counts
    return _("%(open)s tugas terbuka, %(late)s di antaranya lewat tenggat di %(offices)s kantor.") % counts


def of_late(asked: Asked, waiting: Waiting) -> Figure:
    """The offices with most tasks past their day."""
    late = waiting.offices()
    chart = Lengths([Length(one["office__label"], one["late"], number_format(one["late"])) for one in late])
    rows = [cells(one["office__label"], one["late"], one["waiting"], long_date(one["since"])) for one in late]
    table = Table([_("Kantor"), _("Lewat tenggat"), _("Terbuka"), _("Tertua sejak")], rows)
    words = _("Kantor dengan tugas lewat tenggat terbanyak.") if late else _("Tidak ada kantor dengan tugas lewat tenggat.")
    denominator = _("tugas terbuka tentang wilayah ini yang boleh Anda lihat")
    told_of = Origin(_("tugas di Siklus"), long_date(asked.today), denominator, asked.today)
    return Figure("terlambat", _("Siapa terlambat"), words, told_of, table, chart if late else None)


def days_words(days: float) -> str:
    """The journal counts days, not hours."""
    if days == 0:
        return _("hari itu juga")
    return _("%(n)s hari") % {"n": number_format(days, 1)}


def origin(asked: Asked) -> Origin:
    return Origin(
        _("jurnal Siklus: hari tugas dibuka sampai "
          "diputuskan"), _("tugas yang dibuka dalam 365 hari sampai %(day)s") % {"day": long_date(asked.today)},
        _("tugas tentang wilayah ini yang sudah diputuskan dan boleh Anda lihat"), asked.today,
        _("Nilai tengah (median) hari kalender: separuh tugas lebih cepat, separuh lebih lambat."),
    )  # fmt: skip


def paces_of_evaluations(asked: Asked) -> dict[tuple[str, str | None], Pace]:
    """By kind of task and what its approval does to an evaluation."""
    waiting = Waiting(asked.region, asked.mandates, asked.today, kind="evaluation")
    return {(one.kind, one.by): one for one in waiting.paces("step__moves")}
