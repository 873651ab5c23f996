"""The classes that closed rounds left: this year's and the last, and the newest in each part of a territory."""

from collections import Counter
from collections.abc import Iterable

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from backend.charts.chart import Bar, Part, Stacked
from workflows.evaluations.classes import ClassCount, class_labels, counted_by, unclassed_by, years_with_classes

from .asked import Asked
from .figure import Cell, Figure, Origin, Table, cells, of_all

LOOKS = ["cross", "dots", "slash", "solid"]
"""From the lowest class to the highest."""
NOT_COMPUTABLE, NONE = "", None
"""A class that could not be computed, and none at all."""
Counts = Counter[str | None]


class Classes:
    """What was counted, by one query for all years and one for each year's rest."""

    def __init__(self, asked: Asked):
        self.asked = asked
        self.years = years_with_classes(asked.region, asked.day, 2)
        self.labels = class_labels(asked.region, self.years)
        self.counts = self.counted(counted_by(asked.region, asked.below, self.years, asked.day))

    def counted(self, found: Iterable[ClassCount]) -> dict[tuple[int, int], Counts]:
        """By year and part."""
        counts: dict[tuple[int, int], Counts] = {}
        for one in found:
            counts.setdefault((one.year, one.part), Counter())[one.key] += one.count
        for year in self.years:
            for part, count in unclassed_by(self.asked.region, self.asked.below, year, self.asked.day).items():
                counts.setdefault((year, part), Counter())[NONE] += count
        return counts

    def of_year(self, year: int) -> Counts:
        return sum((counts for (one, _part), counts in self.counts.items() if one == year), Counter())

    @property
    def names(self) -> dict[str | None, str]:
        rest = ((NOT_COMPUTABLE, _("tidak dapat dihitung")), (NONE, _("belum berkelas")))
        return dict((*self.labels.items(), *rest))

    def parts(self, counts: Counts) -> list[Part]:
        """With the look of each; what nobody has any of stands in no chart and in every table."""
        looks = [LOOKS[min(n, len(LOOKS) - 1)] for n in range(len(self.labels))]
        return [
            Part(name, counts[key], look)
            for (key, name), look in zip(self.names.items(), [*looks, "lines", "empty"], strict=True)
        ]

    def row(self, first: Cell, counts: Counts) -> list[Cell]:
        return [first, *cells(*(counts[key] for key in self.names), sum(counts.values()))]

    def table(self, first: str, rows: list[list[Cell]]) -> Table:
        return Table([first, *(capfirst(name) for name in self.names.values()), _("Jumlah")], rows)


def figures(asked: Asked) -> list[Figure]:
    """Of two years; and of the newest by part, where the parts are larger than villages."""
    classes = Classes(asked)
    if not classes.years:
        return [Figure("kelas", _("Kelas"), _("Belum ada putaran evaluasi yang ditutup di wilayah ini."), origin(asked, "–"))]
    return [of_years(classes), *([by_part(classes)] if asked.has_larger_parts else [])]


def of_years(classes: Classes) -> Figure:
    told = [(year, classes.of_year(year)) for year in classes.years]
    rows = [classes.row(Cell(str(year)), counts) for year, counts in told]
    chart = Stacked([Bar(_("Tahun %(year)s") % {"year": year}, classes.parts(counts)) for year, counts in told])
    told_of = origin(classes.asked, period_of(*classes.years))
    return Figure("kelas", _("Kelas"), sentence(classes, *told[0]), told_of, classes.table(_("Tahun"), rows), chart)


def by_part(classes: Classes) -> Figure:
    asked, year = classes.asked, classes.years[0]
    there = asked.there({part: counts for (one, part), counts in classes.counts.items() if one == year})
    rows = [classes.row(asked.cell(part), counts) for part, counts in there]
    chart = Stacked([Bar(part.name, classes.parts(counts), asked.href(part)) for part, counts in there])
    words, told_of = _("Tahun %(year)s.") % {"year": year}, origin(asked, period_of(year))
    return Figure("kelas-wilayah", _("Kelas per wilayah"), words, told_of, classes.table(_("Wilayah"), rows), chart)


def period_of(*years: int) -> str:
    return _("putaran evaluasi tahun %(years)s") % {"years": _(" dan ").join(map(str, years))}


def sentence(classes: Classes, year: int, counts: Counts) -> str:
    classed = sum(counts.values()) - counts[NONE]
    words = _("%(of_all)s berkelas dari evaluasi tahun %(year)s.")
    return words % {"of_all": of_all(classed, sum(counts.values()), _("Kampung KB")), "year": year}


def origin(asked: Asked, period: str) -> Origin:
    return Origin(
        _("kelas yang ditetapkan rakor dan dibekukan saat putaran ditutup"), period,
        _("Kampung KB yang berkelas, dan yang ditetapkan pada akhir tahun itu tanpa kelas"), asked.day,
    )  # fmt: skip
