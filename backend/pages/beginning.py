"""What the form of a page begins: once, however often it is sent."""

from collections.abc import Callable

from django import forms

from workflows.core.errors import NotDone
from workflows.routes.drafts import drafted_once

from .acting import OfficialRequest
from .forms import renew


def begun_once(request: OfficialRequest, form: forms.Form, start: Callable[[], int]) -> int:
    """The id of what `start` makes, or of what this very form began before.

    Raises `KeyReused` where it was gone back to and says something else now, and what `start` raises; then the form gets a
    key of its own, so that it can be sent again.
    """
    said = {name: request.POST.getlist(name) for name in sorted(request.POST) if name != "csrfmiddlewaretoken"}
    try:
        return drafted_once(form.cleaned_data["key"], request.acting.mandate.person, start, [request.path, said])
    except NotDone:
        renew(form)
        raise
