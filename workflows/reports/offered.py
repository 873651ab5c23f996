"""A form as one village is asked it: without the choices that only other kinds of villages have.

What a report says stays readable by its whole form; this one offers, and judges what is told anew.
"""

from dataclasses import replace

from .definition import Field, Figures, Form

NOTHING: Figures = {}


def offered_to(kind: str, form: Form, held: Figures = NOTHING) -> Form:
    """To a village of a kind (`workflows.organisation.models.Kind`). What is `held` already may stay."""
    if not any(field.only_for for field in form.fields):
        return form
    fields = {field.key: for_kind(kind, field, held.get(field.key) or ()) for field in form.fields}
    sections = tuple(replace(one, fields=tuple(fields[field.key] for field in one.fields)) for one in form.sections)
    return replace(form, fields=tuple(fields.values()), sections=sections)


def for_kind(kind: str, field: Field, held: list[str] | str | tuple[()]) -> Field:
    others = {key for key, kinds in field.only_for.items() if kind not in kinds and key not in held}
    return field.without(others) if others else field
