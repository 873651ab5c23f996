"""The yearly report on a round (documents.md D17): every figure is counted on the day it is drafted, with its denominator."""

from collections import Counter
from typing import Any

from django.db.models import Count, Q

from workflows.coaching.lists import AIMS, label_in
from workflows.coaching.models import Need
from workflows.coaching.states import UNANSWERED
from workflows.core.wording import MONTHS, long_date
from workflows.evaluations.models import Evaluation, Round, YearlyClass
from workflows.letters.beginnings.known import Beginning, Known
from workflows.organisation.models import Level, Region
from workflows.organisation.models.region import within
from workflows.organisation.stationery import programme_on
from workflows.reports.completeness import completeness_by
from workflows.reports.models import Report
from workflows.reports.shipped import form_named
from workflows.routes.models import Assignment
from workflows.routes.states import AssignmentKind, AssignmentState
from workflows.villages.coverage import coverages, worth_telling
from workflows.villages.drafting import hamlet_and_village

from .table import MONTHLY, months_due

DENOMINATORS = {"desa": "desa", "kelurahan": "kelurahan", "semua": "desa dan kelurahan"}


def report(known: Known) -> Beginning:
    """What is said about the figures is the drafter's to write; the wording it begins with is our own."""
    this: Round = known.about.round
    programme, rakors = programme_on(known.day), this.rakors.exclude(state="cancelled").order_by("held_on", "pk")
    body = {
        "year": this.year, "data_on": known.day.isoformat(),
        "general": f"Laporan ini memuat hasil evaluasi {programme} tahun {this.year} di {known.about.region}.",
        "bases": [f"{known.about.title}, acuan {long_date(this.cutoff_on)}"],
        "purpose": f"Menyampaikan keadaan {programme} sebagai bahan pembinaan tahun berikutnya.",
        "activities": [f"Pengisian evaluasi sampai dengan {long_date(this.answers_by)}",
                       *(f"{rakor} tanggal {long_date(rakor.held_on)}" for rakor in rakors)],
        "conclusions": [""], "suggestions": [""], "closing": "", **figures(this, known),
    }  # fmt: skip
    return known.begun(f"Evaluasi {programme} {known.about.region} Tahun {this.year}", body, to=[known.title("regent")])


def figures(this: Round, known: Known) -> dict[str, Any]:
    region, months = known.about.region, months_due(this.year, known.day)
    needs = Need.objects.filter(within(region.path, "kampung__region__"))
    return {
        "coverage": [
            {"denominator": DENOMINATORS[one.denominator], "total": one.villages, "designated": one.designated}
            for one in worth_telling(coverages(region, known.day))
        ],
        **classes(this), "reports": said(this.year, months), "completeness": completeness(region, months),
        "follow_ups": follow_ups(this, known), "needs": by_aim(needs, known), "villages": villages(this, needs, months),
    }  # fmt: skip


def said(year: int, months: list[Any]) -> str:
    """Which reports are counted."""
    return f"laporan bulanan, Januari sampai dengan {MONTHS[len(months) - 1]} {year}" if months else f"laporan bulanan {year}"


def classes(this: Round) -> dict[str, Any]:
    """How many Kampung KB of the round have which class, this year and last; those without one this year apart."""
    decided = Counter(Evaluation.objects.filter(round=this).values_list("decided_class", flat=True))
    before = YearlyClass.objects.filter(year=this.year - 1, kampung__region__path__startswith=this.region.path)
    last = Counter(before.values_list("decided", flat=True))
    known = this.instrument.definition.classes
    return {"classes": [{"name": one.label, "now": decided[one.key], "last": last[one.key]} for one in known],
            "undecided": decided[""]}  # fmt: skip


def completeness(region: Region, months: list[Any]) -> list[dict[str, Any]]:
    """Of each kecamatan, the months added up."""
    sums: dict[int, Counter[str]] = {}
    for month in months:
        for one in completeness_by(region, Level.DISTRICT, form_named(MONTHLY), month):
            counts = {"expected": one.expected, "reported": one.reported, "in_time": one.in_time}
            sums.setdefault(one.region, Counter()).update(counts)
    names = dict(Region.objects.filter(pk__in=sums).order_by("path").values_list("pk", "name"))
    keys = ("expected", "reported", "in_time")
    return [{"district": name} | {key: sums[pk][key] for key in keys} for pk, name in names.items()]


def follow_ups(this: Round, known: Known) -> list[dict[str, Any]]:
    """What its rakors asked of offices that concerns no single village; the rest are needs."""
    asked = Assignment.objects.filter(file__rakor__round=this, kind=AssignmentKind.FOLLOW_UP)
    late = Q(state=AssignmentState.OPEN, due_on__lt=known.day)
    counts = {"asked": Count("pk"), "done": Count("pk", filter=Q(state=AssignmentState.APPROVED)), "late": Count("pk", filter=late)}
    rows: Any = asked.exclude(state=AssignmentState.VOIDED).order_by("office__label").values("office__label").annotate(**counts)
    return [{"owner": row.pop("office__label"), **row} for row in rows]


def by_aim(needs: Any, known: Known) -> list[dict[str, Any]]:
    waits = Q(state__in=UNANSWERED)
    late = waits & Q(due_on__lt=known.day)
    counts = {"noted": Count("pk"), "answered": Count("pk", filter=~waits), "late": Count("pk", filter=late)}
    rows = needs.order_by("aims", "aim").values("aims", "aim").annotate(**counts)
    return [{"aim": label_in(AIMS, row.pop("aims"), row.pop("aim")), **row} for row in rows]


def villages(this: Round, needs: Any, months: list[Any]) -> list[dict[str, Any]]:
    """Where each Kampung KB of the round stands."""
    labels = {one.key: one.label for one in this.instrument.definition.classes}
    last = dict(YearlyClass.objects.filter(year=this.year - 1).values_list("kampung", "decided"))
    told = Report.objects.filter(form=MONTHLY, standing=True, period__in=months).order_by().values_list("kampung")
    open_needs = needs.filter(state__in=UNANSWERED).order_by().values_list("kampung")
    reported, waiting = (dict(rows.annotate(n=Count("pk"))) for rows in (told, open_needs))
    known: Any = Evaluation.objects.filter(round=this).select_related("kampung__region__parent")
    return [
        {"district": one.kampung.region.parent.name, "village": hamlet_and_village(one.kampung),
         "last": labels.get(last.get(one.kampung_id, ""), ""), "now": labels.get(one.decided_class, ""),
         "reported": reported.get(one.kampung_id, 0), "needs": waiting.get(one.kampung_id, 0)}
        for one in known.order_by("kampung__region__path", "pk")
    ]  # fmt: skip
