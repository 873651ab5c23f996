"""The page *Dasar hukum*: the list with its sources, and what an administrator does about it."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from backend.access import bases_administered
from backend.pages.acting import OfficialRequest
from workflows.decrees.models import LegalBasis

from .bases import BasisForm, UsualForm, VerifyForm, take_usual
from .ending import EndForm
from .history import lines_of_all
from .room import SECTION, administering, overseeing, recorder


@require_GET
@overseeing
def bases(request: OfficialRequest) -> HttpResponse:
    return shown(request)


def shown(request: OfficialRequest, **typed: Any) -> HttpResponse:
    """The page, with the form that was typed wrong; `asked` is the row that it belongs to."""
    region, own = request.acting.region, bases_administered(request.acting.scope)
    rows = LegalBasis.objects.of(region).select_related("region")
    context = {
        "bases": rows, "own": set(own.values_list("pk", flat=True)), "today": request.acting.today, "region": region,
        "form": BasisForm(region=region), "usual": UsualForm(region=region), "history": lines_of_all(own),
    } | typed  # fmt: skip
    return render(request, "administration/bases.html", SECTION | context, status=422 if typed else 200)


@require_POST
@administering
def add_basis(request: OfficialRequest) -> HttpResponse:
    form = BasisForm(request.POST, region=request.acting.region)
    if not form.is_valid():
        return shown(request, form=form)
    with transaction.atomic():
        recorder(request).make(form.instance)
    messages.success(request, _("Dasar hukum ditambahkan; penyusun dapat mengutipnya."))
    return redirect("bases")


@require_POST
@administering
def take_usual_bases(request: OfficialRequest) -> HttpResponse:
    region = request.acting.region
    form = UsualForm(request.POST, region=region)
    if not form.is_valid():
        return shown(request, usual=form)
    taken = take_usual(region, form.cleaned_data["chosen"], recorder(request))
    messages.success(request, _("%(n)d dasar hukum ditambahkan. Cocokkan judulnya dengan sumber resmi.") % {"n": taken})
    return redirect("bases")


@require_POST
@administering
def verify_basis(request: OfficialRequest, pk: int) -> HttpResponse:
    basis, form = basis_or_404(request, pk), VerifyForm(request.POST)
    return changed(request, basis, form, verified=True)


@require_POST
@administering
def end_basis(request: OfficialRequest, pk: int) -> HttpResponse:
    """Drafts that cite it keep it; new ones are no longer offered it after that day."""
    basis = basis_or_404(request, pk)
    return changed(request, basis, EndForm(request.POST, fact=basis))


def basis_or_404(request: OfficialRequest, pk: int) -> LegalBasis:
    return get_object_or_404(bases_administered(request.acting.scope), pk=pk)


def changed(request: OfficialRequest, basis: LegalBasis, form: forms.Form, **more: Any) -> HttpResponse:
    if not form.is_valid():
        return shown(request, asked=basis.pk, wrong=form)
    with transaction.atomic():
        now = LegalBasis.objects.select_for_update().get(pk=basis.pk)
        recorder(request).change(now, **form.cleaned_data, **more)
    messages.success(request, _("Data tersimpan."))
    return redirect("bases")
