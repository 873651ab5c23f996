"""Forms in the words of a region: what they let choose from a versioned list stays that of the day on which a report was begun."""

from dataclasses import replace
from functools import cache

from workflows.coaching.lists import AIMS, list_for, named
from workflows.organisation.models import Region

from .definition import Field, Form
from .shipped import forms


def worded_in(form: Form, region: Region) -> Form:
    """As a new report of a village asks it: with the list that counts there today."""
    return worded(form.code, form.version, list_for(AIMS, region).name) if form.listed else form


@cache
def worded(code: str, version: int, aims: str) -> Form:
    """A version of a form with the list of that name (`nasional@1`); "" where it asks for none."""
    form = forms()[code, version]
    if not aims:
        return form
    fields = {field.key: with_choices(field, aims) for field in form.fields}
    sections = tuple(replace(one, fields=tuple(fields[field.key] for field in one.fields)) for one in form.sections)
    return replace(form, fields=tuple(fields.values()), sections=sections, aims=aims)


def with_choices(field: Field, aims: str) -> Field:
    return replace(field, choices=named(AIMS, aims).for_kind()) if field.list else field
