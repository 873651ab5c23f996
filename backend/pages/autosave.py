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


def parts_of(form: Any) -> list[forms.Form]:
    """The plain forms that a page sends together, of which the first knows the version; most pages have but one."""
    return getattr(form, "sheets", [form])


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

    fresh: Callable[[Any], Any]
    save: Callable[[Any], None]
    version: Callable[[], int]

    def answer(self, data: Any) -> JsonResponse:
        """What `js/autosave.js` is told."""
        form = self.fresh(data)
        for part in parts_of(form):
            part.cleaned_data = so_far(part)
        if not typed(form):
            return self.saved(form)
        if parts_of(form)[0].cleaned_data.get("version") is None:
            return self.both(data)
        try:
            self.save(form)
        except Conflict:
            return self.saved(form) if not differing(self.fresh, data) else self.both(data)
        except NotDone as refusal:
            return JsonResponse({"words": " ".join(lines(refusal))}, status=422)
        return self.saved(form)

    def saved(self, form: Any) -> JsonResponse:
        local = timezone.localtime()
        at = f"{local:%H.%M} {local.tzname()}"
        wrong = [str(part.fields[name].label) for part in parts_of(form) for name in part.errors]
        waiting = _("periksa: %(fields)s") % {"fields": ", ".join(wrong)} if wrong else ""
        return JsonResponse({"version": self.version(), "at": at, "waiting": waiting})

    def both(self, data: Any) -> JsonResponse:
        words = _("Ditulis juga di tempat lain. Isian Anda masih ada di formulir; di bawah ini yang tersimpan di server")
        return JsonResponse({"version": self.version(), "words": words, "theirs": differing(self.fresh, data)}, status=409)


def typed(form: Any) -> list[forms.BoundField]:
    """The visible fields in which the form differs from what is kept."""
    return [part[name] for part in parts_of(form) for name in part.changed_data if not part.fields[name].widget.is_hidden]


def differing(fresh: Callable[[Any], Any], data: Any) -> list[dict[str, Any]]:
    """The fields in which the database differs from what was typed, as it has them."""
    kept = {field.html_name: field for part in parts_of(fresh(None)) for field in part}
    return [as_kept(kept[field.html_name]) for field in typed(fresh(data)) if field.html_name in kept]


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
