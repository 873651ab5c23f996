"""Saving as one types, at the address of the form itself: what is complete is kept, what is missing is waited for.

The file's version is honoured. Where somebody else wrote meanwhile, both texts are shown and nothing is overwritten.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from workflows.core.errors import Conflict, NotDone

from .refusals import banner


def is_autosave(request: HttpRequest) -> bool:
    """Whether `js/autosave.js` asks."""
    return request.method == "POST" and request.headers.get("Siklus-Autosave") == "1"


def so_far(form: forms.Form) -> dict[str, Any]:
    """What can be kept of a form that is still being filled in: valid fields; required ones once they are not empty."""
    required = {name for name, field in form.fields.items() if field.required}
    for name in required:
        form.fields[name].required = False
    form.full_clean()
    empty = {name for name in required if form.cleaned_data.get(name) in form.fields[name].empty_values}
    return {name: value for name, value in form.cleaned_data.items() if name not in empty}


@dataclass(frozen=True)
class Saving:
    """One form of a draft. `fresh(data)` makes it with what the database has now, `save(form)` keeps its cleaned data.

    `version()` is the file's, as it is after saving.
    """

    fresh: Callable[[Any], forms.Form]
    save: Callable[[forms.Form], None]
    version: Callable[[], int]

    def answer(self, data: Any) -> JsonResponse:
        """What `js/autosave.js` is told."""
        form = self.fresh(data)
        form.cleaned_data = so_far(form)
        if not typed(form):
            return self.saved(form)
        if form.cleaned_data.get("version") is None:
            return self.both(data)
        try:
            self.save(form)
        except Conflict:
            return self.saved(form) if not differing(self.fresh, data) else self.both(data)
        except NotDone as refusal:
            return JsonResponse({"words": " ".join(lines(refusal))}, status=422)
        return self.saved(form)

    def saved(self, form: forms.Form) -> JsonResponse:
        local = timezone.localtime()
        at = f"{local:%H.%M} {local.tzname()}"
        waiting = _("periksa: %(fields)s") % {"fields": ", ".join(str(form.fields[n].label) for n in form.errors)} if form.errors else ""
        return JsonResponse({"version": self.version(), "at": at, "waiting": waiting})

    def both(self, data: Any) -> JsonResponse:
        words = _("Ditulis juga di tempat lain. Isian Anda masih ada di formulir; di bawah ini yang tersimpan di server")
        return JsonResponse({"version": self.version(), "words": words, "theirs": differing(self.fresh, data)}, status=409)


def typed(form: forms.Form) -> list[str]:
    """The visible fields in which the form differs from what is kept."""
    return [name for name in form.changed_data if not form.fields[name].widget.is_hidden]


def differing(fresh: Callable[[Any], forms.Form], data: Any) -> list[dict[str, Any]]:
    """The fields in which the database differs from what was typed, as it has them."""
    kept = fresh(None)
    return [as_kept(kept[name]) for name in typed(fresh(data))]


def as_kept(field: forms.BoundField) -> dict[str, Any]:
    value = field.value()
    several = value if isinstance(value, list | tuple) else [value]
    values = ["" if one is None else str(one) for one in several]
    chosen = dict(flat(getattr(field.field, "choices", [])))
    return {"name": field.html_name, "label": str(field.label), "values": values,
            "words": "\n".join(str(chosen.get(one, one)) for one in values)}  # fmt: skip


def flat(choices: Any) -> list[tuple[str, Any]]:
    return [(str(value), words) for value, words in choices]


def lines(refusal: NotDone) -> list[str]:
    told = banner(refusal)
    return [problem.words for problem in told["problems"]] or told["lines"]
