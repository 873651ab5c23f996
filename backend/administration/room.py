"""Who comes into this room: administrators, who change things in their territory, and agencies, who read."""

from functools import wraps
from typing import Any

from django.http import Http404
from django.http.response import HttpResponseBase

from backend.access import administered, overseen
from backend.administration.recording import Recorder
from backend.pages.acting import OfficialRequest, View, acting

SECTION = {"section": "administration"}


def administering(view: View) -> View:
    """For administrators; for everybody else the address does not exist."""
    return only(view, administered)


def overseeing(view: View) -> View:
    """For administrators and agencies; `request.acting.administers` tells them apart."""
    return only(view, overseen)


def only(view: View, reach: Any) -> View:
    @acting
    @wraps(view)
    def inner(request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not reach(request.acting.scope).paths:
            raise Http404
        return view(request, *args, **kwargs)

    return inner


def recorder(request: OfficialRequest) -> Recorder:
    return Recorder(request.acting.mandate.person)
