"""What people type into a draft, field by field; bad input gets a clear answer."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from workflows.core.errors import BadValues
from workflows.organisation.models import Person
from workflows.villages.input import day, text

from .checking import misfits
from .definition import Form

LONGEST_SOURCE = 100


def readable_figures(form: Form, given: Any) -> dict[str, Any]:
    """Figures by key, null where there is none any more. Raises `BadValues` naming each that a report cannot hold."""
    if given is None:
        return {}
    if not isinstance(given, dict):
        raise BadValues({"figures": _("Isi berupa daftar data menurut formulirnya.")})
    if wrong := misfits(form, {key: value for key, value in given.items() if value is not None or key not in form.by_key}):
        raise BadValues(wrong)
    return given


def readable_sources(form: Form, given: Any) -> dict[str, str]:
    """Where figures come from, by key. Raises `BadValues`."""
    if given is None:
        return {}
    if not isinstance(given, dict):
        raise BadValues({"sources": _("Isi berupa daftar sumber menurut kunci datanya.")})
    if strange := [key for key in given if key not in form.by_key]:
        raise BadValues({f"sources.{key}": _("Data ini tidak dikenal dalam %(form)s.") % {"form": form.title} for key in strange})
    return {key: text(f"sources.{key}", source, LONGEST_SOURCE) for key, source in given.items()}


def readable_reporter(given: Any) -> int | None:
    """The id of a person whom Siklus knows. Raises `BadValues`."""
    if given is None:
        return None
    if not isinstance(given, int) or isinstance(given, bool) or not Person.objects.filter(pk=given).exists():
        raise BadValues({"reporter": _("Orang ini tidak dikenal; tulis jabatan dan namanya seperti di kertas.")})
    return given


def readable_name(given: Any) -> str:
    """Post and name as the paper gives them. Raises `BadValues`."""
    return text("reported_by", given, 200)


def readable_day(given: Any) -> date | None:
    """Raises `BadValues`."""
    return day("reported_on", given) if given else None
