"""Rounds: the list, planning one, its page with the board, its villages, and the acts on it."""

from functools import partial
from http import HTTPStatus
from typing import Any
from uuid import uuid4

from django import forms
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from backend.access import rounds_for
from backend.keyset import page_or_first
from backend.pages.about import about_file
from backend.pages.acting import OfficialRequest, acting
from backend.pages.beginning import begun_once
from backend.pages.file_acts import FileActForm, file_act, file_offers
from backend.pages.forms import Day
from backend.pages.refusals import answered, banner
from workflows.core.errors import BadValues, NotDone, Problem
from workflows.evaluations.computing import differences
from workflows.evaluations.content import with_its_round
from workflows.evaluations.days import IN_ORDER, usual_days
from workflows.evaluations.facts import labels
from workflows.evaluations.models import Evaluation, Instrument, Questionnaire, Round
from workflows.evaluations.planning import agency_plans, plan_round, replan
from workflows.evaluations.queries import participants
from workflows.evaluations.states import RoundState
from workflows.organisation.models import Region

from .board import Board, narrowed, with_classes, with_waiting
from .buttons import NOT_MINE, OF_ROUNDS, label_of_day
from .showing import YEAR
from .wording import fact_in_words

FIRST_YEAR = 2016
"""The year of the first Kampung KB."""


class Days(forms.Form):
    """The calendar of a round."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, **given: Any):
        super().__init__(data, **given)
        for name in IN_ORDER:
            self.fields[name] = forms.DateField(label=label_of_day(name), widget=Day())

    def days(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in IN_ORDER}


class Version(forms.ModelChoiceField):
    """What is published in versions, by its name."""

    def label_from_instance(self, published: Any) -> str:
        unverified = "" if published.data.get("verified") else " · UNVERIFIED"
        return _("%(name)s, versi %(n)d") % {"name": published.data["name"], "n": published.version} + unverified


class Plan(Days):
    key = forms.CharField(widget=forms.HiddenInput, max_length=100)
    year = forms.IntegerField(label=_("Tahun"), min_value=FIRST_YEAR, max_value=2100)
    instrument = Version(label=_("Instrumen"), queryset=Instrument.objects.none(), empty_label=None)
    questionnaire = Version(label=_("Daftar pertanyaan"), queryset=Questionnaire.objects.none(), empty_label=None)

    def __init__(self, data: Any = None, **given: Any):
        super().__init__(data, **given)
        for name, model in (("instrument", Instrument), ("questionnaire", Questionnaire)):
            self.fields[name].queryset = model.objects.order_by("code", "-version")  # type: ignore[attr-defined]


def in_the_way(request: OfficialRequest) -> list[Problem]:
    """Why this office plans no round."""
    return agency_plans(request.acting.region, request.acting.mandate)


@require_GET
@acting
def rounds(request: OfficialRequest) -> HttpResponse:
    """The rounds that may be seen, the newest first."""
    seen = rounds_for(request.acting.scope).select_related("file", "region")
    seen = seen.annotate(parts=evaluations(), in_time=evaluations(outcome__isnull=False))
    rows, after = page_or_first(seen, ["-year", "-pk"], request.GET.get("sesudah"))
    context = {"rounds": rows, "after": after, "narrowed": "", "plans": not in_the_way(request)}
    return render(request, "rounds/rounds.html", YEAR | context)


def evaluations(**narrowed: Any) -> Coalesce:
    """How many a round has; counted for the rounds that are shown alone."""
    found = Evaluation.objects.filter(round=OuterRef("pk"), **narrowed).order_by().values("round")
    return Coalesce(Subquery(found.annotate(n=Count("pk")).values("n")), 0)


def round_or_404(request: OfficialRequest, pk: int) -> Round:
    wanted = ("file__office", "file__region", "file__snapshot", "region", "instrument", "questionnaire")
    return get_object_or_404(rounds_for(request.acting.scope).select_related(*wanted), pk=pk)


@require_http_methods(["GET", "POST"])
@acting
def new_round(request: OfficialRequest) -> HttpResponse:
    """Plan one; nobody is asked anything before it is opened. Others than the agency read whose act it is."""
    title = _("Rencanakan putaran evaluasi")
    if problems := in_the_way(request):
        return render(request, "rounds/plan.html", YEAR | {"title": title, "problems": problems}, status=HTTPStatus.FORBIDDEN)
    year = request.acting.today.year
    initial = usual_days(year, request.acting.today) | {"year": year, "key": str(uuid4())}
    form, refusal = Plan(request.POST or None, initial=initial), None
    if request.method == "POST" and form.is_valid():
        try:
            made = begun_once(request, form, partial(begin, form, request))
        except NotDone as error:
            refusal = refused(form, error)
        else:
            return redirect("round", made)
    return answered(YEAR, request, "rounds/plan.html", {"form": form, "title": title}, refusal)


def begin(form: Plan, request: OfficialRequest) -> int:
    given, by = form.cleaned_data, request.acting.mandate
    return plan_round(
        by.office.territory, by, year=given["year"], instrument=given["instrument"], questionnaire=given["questionnaire"],
        **form.days(),
    ).pk  # fmt: skip


def refused(form: forms.Form, error: NotDone) -> NotDone | None:
    """What belongs to a field is said there; the rest in the banner."""
    if not isinstance(error, BadValues) or not set(error.fields) <= set(form.fields):
        return error
    for name, words in error.fields.items():
        form.add_error(name, words)
    return None


@require_http_methods(["GET", "POST"])
@acting
def edit_round(request: OfficialRequest, pk: int) -> HttpResponse:
    """Other days for one that is not open yet; later they are put off with a reason."""
    found = round_or_404(request, pk)
    if found.state != RoundState.PLANNED or found.file.office_id != request.acting.mandate.office_id:
        return redirect("round", pk)
    initial = {name: getattr(found, name) for name in IN_ORDER} | {"version": found.file.version}
    form, refusal = Days(request.POST or None, initial=initial), None
    if request.method == "POST" and form.is_valid():
        try:
            replan(found, request.acting.mandate, version=form.cleaned_data["version"], **form.days())
        except NotDone as error:
            refusal = refused(form, error)
        else:
            return redirect("round", pk)
    return answered(YEAR, request, "rounds/plan.html", {"form": form, "title": _("Ubah jadwal"), "round": found}, refusal)


@require_GET
@acting
def round_page(request: OfficialRequest, pk: int) -> HttpResponse:
    return show(request, round_or_404(request, pk))


@require_POST
@acting
def act(request: OfficialRequest, pk: int, name: str) -> HttpResponse:
    return file_act(request, name, partial(round_or_404, request, pk), show, "round", OF_ROUNDS)


def show(request: OfficialRequest, found: Round, bound: tuple[str, FileActForm] | None = None, refusal: NotDone | None = None,
         status: int = 200) -> HttpResponse:  # fmt: skip
    offers = [one for one in file_offers(found, request.acting, bound, OF_ROUNDS)
              if not {problem.rule for problem in one.problems} & NOT_MINE]  # fmt: skip
    about = about_file(found.file, request.acting)
    context = YEAR | about | {
        "round": found, "offers": offers, "tried": bound and bound[0], "refusal": refusal and banner(refusal),
        "calendar": [(Round._meta.get_field(name).verbose_name, getattr(found, name)) for name in IN_ORDER],  # type: ignore[union-attr]
        "edits": found.state == RoundState.PLANNED and found.file.office_id == request.acting.mandate.office_id,
    }  # fmt: skip
    if found.state == RoundState.PLANNED:
        return render(request, "rounds/planned.html", context | who_will(found), status=status)
    board = Board(found, request.acting.scope, request.acting.today)
    return render(request, "rounds/round.html", context | {"board": board, "rows": board.rows}, status=status)


def who_will(found: Round) -> dict[str, Any]:
    """Who takes part if it is opened with what is known now: how many, by kecamatan, and for whom nobody could answer."""
    units: QuerySet[Any] = participants(Round.objects.filter(pk=found.pk)).order_by()
    district = Region.objects.filter(pk=OuterRef("village")).values("parent__name")
    by_district = units.annotate(district=Subquery(district)).values_list("district").annotate(n=Count("unit"))
    return {
        "by_district": by_district.order_by("district"), "total": units.count(),
        "headless": units.filter(head=None).values_list("name", flat=True),
    }  # fmt: skip


@require_GET
@acting
def villages(request: OfficialRequest, pk: int) -> HttpResponse:
    """The evaluations of a round, narrowed as the board's numbers lead here."""
    found = round_or_404(request, pk)
    board = Board(found, request.acting.scope, request.acting.today)
    wanted = with_classes(narrowed(board, request.GET), found).select_related("file__office", "kampung__region__parent")
    rows, after = page_or_first(with_waiting(wanted), ["pk"], request.GET.get("sesudah"))
    kept = request.GET.copy()
    kept.pop("sesudah", None)
    context = {"round": found, "evaluations": rows, "after": after, "narrowed": kept.urlencode(), "called": called(found)}
    return render(request, "rounds/villages.html", YEAR | context)


def called(found: Round) -> dict[str, str]:
    """What the instrument calls its classes."""
    return {one.key: one.label for one in found.instrument.definition.classes}


@require_GET
@acting
def what_changed(request: OfficialRequest, pk: int) -> HttpResponse:
    """Where the figures of today would give something else than what was frozen."""
    found = round_or_404(request, pk)
    board = Board(found, request.acting.scope, request.acting.today)
    changed = differences(with_its_round().filter(pk__in=board.evaluations.values("pk")).select_related("file"))
    known, names = labels(), called(found)
    rows = [
        {"evaluation": one.evaluation, "before": names.get(one.before, ""), "now": names.get(one.now, ""),
         "facts": [(known[name], fact_in_words(name, then), fact_in_words(name, now)) for name, (then, now) in one.facts.items()]}
        for one in changed
    ]  # fmt: skip
    return render(request, "rounds/changed.html", YEAR | {"round": found, "rows": rows})
