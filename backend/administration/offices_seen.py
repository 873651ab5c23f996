"""The offices that may be read or looked after."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.shortcuts import get_object_or_404

from backend.access import overseen
from backend.pages.acting import OfficialRequest
from workflows.organisation.mandates import vacant
from workflows.organisation.models import Office


def offices_for(request: OfficialRequest) -> QuerySet[Office]:
    """The active offices of the territory, each with whether it is `vacant` today."""
    found = Office.objects.active().filter(overseen(request.acting.scope).within())
    return found.select_related("region__parent").annotate(vacant=Exists(vacant(request.acting.today).filter(pk=OuterRef("pk"))))


def office_or_404(request: OfficialRequest, pk: int) -> Any:
    return get_object_or_404(offices_for(request), pk=pk)
