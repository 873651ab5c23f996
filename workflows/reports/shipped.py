"""The forms that Siklus ships. A changed form is a new file: reports stay on the version that they were begun with."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from django.utils.translation import gettext as _

from workflows.core.errors import BadValues
from workflows.core.reading import as_written

from .definition import Form
from .reading import formed
from .soundness import faults

SHIPPED = Path(__file__).parent / "data"


def read_forms(paths: Iterable[Path]) -> dict[tuple[str, int], Form]:
    """By code and version. Raises `BadValues` naming what is wrong with which part of a form."""
    read = [formed(as_written(path)) for path in paths]
    if wrong := faults(read):
        raise BadValues(wrong)
    return {(form.code, form.version): form for form in read}


@cache
def forms() -> dict[tuple[str, int], Form]:
    return read_forms(sorted(SHIPPED.glob("*.yaml")))


@cache
def newest() -> dict[str, Form]:
    """The version of each form that a new report is begun with."""
    return {code: form for (code, _version), form in sorted(forms().items())}


def form_named(code: str) -> Form:
    """Raises `BadValues` where there is no such form."""
    if code not in newest():
        titles = ", ".join(form.title for form in newest().values())
        raise BadValues({"form": _("Formulir ini tidak dikenal; pilih salah satu: %(titles)s.") % {"titles": titles}})
    return newest()[code]
