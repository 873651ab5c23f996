"""What the pages of this room have in common."""

from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404

from backend.access import mandates_of, substitutions_for
from backend.pages.acting import View, acting
from workflows.organisation.models import Substitution

SECTION = {"section": "substitutes"}


def also_afterwards(view: View) -> View:
    """For those whose last mandate has ended too: what they did stays theirs to read. `request.acting` may be missing."""

    @login_required
    @wraps(view)
    def inner(request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return (acting(view) if mandates_of(request.user) else view)(request, *args, **kwargs)

    return inner


def substitution_or_404(request: Any, pk: int) -> Substitution:
    found = substitutions_for(request.user).select_related("office__region", "person", "own_office", "order", "prepared_by")
    return get_object_or_404(found, pk=pk)
