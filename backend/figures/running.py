"""The round that is running: how far its evaluations are, and when it can be expected to be through."""

from collections import Counter

from django.db.models import Count, QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from backend.charts.chart import Bar, Part, Stacked
from workflows.core.wording import long_date
from workflows.evaluations.classes import PARENTS
from workflows.evaluations.models import Evaluation
from workflows.evaluations.states import IN_REVIEW, LOCKED, EvaluationState, RoundState
from workflows.organisation.models import Level
from workflows.organisation.models.region import within

from .asked import Asked
from .expecting import Expected, by_station, expected
from .figure import Cell, Figure, Origin, Table, cells, of_all
from .pace import paces_of_evaluations

RUNNING = [RoundState.OPEN, RoundState.VERIFYING, RoundState.AT_RAKOR]
E = EvaluationState
GROUPS = [(gettext_lazy("diterima"), LOCKED, "solid"), (gettext_lazy("diperiksa"), IN_REVIEW, "slash"),
          (gettext_lazy("dikembalikan"), [E.RETURNED], "lines"), (gettext_lazy("diisi desa"), [E.DRAFT], "empty")]  # fmt: skip
States = Counter[str]


def figures(asked: Asked) -> list[Figure]:
    """None while no round is running; on another day than today nobody knows any more how far it was."""
    counts = counted(asked) if asked.is_today else {}
    return [of_round(asked, counts)] if counts else []


def running(asked: Asked) -> QuerySet[Evaluation]:
    return Evaluation.objects.filter(within(asked.region.path, "kampung__region__"), round__state__in=RUNNING).order_by()


def counted(asked: Asked) -> dict[int, States]:
    """By part: how many evaluations of running rounds there are in each state."""
    part = PARENTS[Level.DISTRICT if asked.below == Level.VILLAGE else asked.below]
    counts: dict[int, States] = {}
    for place, state, count in running(asked).values_list(part, "state").annotate(Count("pk")):
        counts.setdefault(place, Counter())[state] += count
    return counts


def of_round(asked: Asked, counts: dict[int, States]) -> Figure:
    whole = sum(counts.values(), Counter())
    there = [(Cell(asked.region.name), whole)]
    if asked.has_larger_parts:
        there += [(asked.cell(part), states) for part, states in asked.there(counts)]
    chart = Stacked([Bar(cell.text, parts_of(states), cell.href) for cell, states in there])
    rows = [[cell, *cells(*(states[state] for state in E), sum(states.values()))] for cell, states in there]
    table = Table([_("Wilayah"), *(capfirst(str(state.label)) for state in E), _("Jumlah")], rows)
    return Figure("putaran", _("Putaran evaluasi yang berjalan"), sentence(asked, whole), origin(asked), table, chart)


def parts_of(states: States) -> list[Part]:
    return [Part(str(label), sum(states[one] for one in group), look) for label, group, look in GROUPS]


def sentence(asked: Asked, whole: States) -> str:
    done = sum(whole[state] for state in LOCKED)
    told = _("%(of_all)s diterima.") % {"of_all": of_all(done, sum(whole.values()), _("evaluasi"))}
    return f"{told} {forecast(asked, whole)}".strip()


def forecast(asked: Asked, whole: States) -> str:
    """Not for a province, whose regencies each go by days of their own."""
    if asked.region.level == Level.PROVINCE or sum(whole[state] for state in LOCKED) == sum(whole.values()):
        return ""
    found = expected(whole, by_station(paces_of_evaluations(asked)), asked.today)
    return (
        words_of(found)
        if found
        else _("Belum dapat diperkirakan kapan selesai: ada langkah yang belum pernah diputuskan setahun terakhir.")
    )


def words_of(found: Expected) -> str:
    words = _("Semua diperkirakan diterima sekitar %(middle)s%(span)s, menurut paling sedikit %(n)s keputusan tiap langkah.")
    span = "" if found.early == found.late else f" ({long_date(found.early)}–{long_date(found.late)})"
    return words % {"middle": long_date(found.middle), "span": span, "n": found.count}


def origin(asked: Asked) -> Origin:
    years = running(asked).order_by("round__year").values_list("round__year", flat=True).distinct()
    return Origin(
        _("evaluasi desa di Siklus; lama tiap langkah dari jurnal"), _("putaran %(years)s") % {"years": ", ".join(map(str, years))},
        _("Kampung KB peserta putaran"), asked.today,
        _("Perkiraan: hari ini ditambah nilai tengah (median) lama tiap langkah yang masih harus dilewati evaluasi "
          "paling tertinggal, "
          "menurut tugas setahun terakhir di wilayah ini; rentangnya dari kuartil bawah sampai kuartil atas. Libur, "
          "antrean di satu kantor "
          "dan hari yang sudah lewat di langkah sekarang tidak dihitung, jadi bisa meleset."),
    )  # fmt: skip
