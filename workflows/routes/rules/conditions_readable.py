from django.db.models import F, Func, JSONField, Q, TextField, Value
from django.db.models.fields.json import KeyTransform
from django.utils.translation import gettext_lazy as _

from workflows.core.act import rule

from ..naming import steps_of


def kind_of(key: str) -> Func:
    return Func(KeyTransform(key, F("condition")), function="jsonb_typeof", output_field=TextField())


@rule(_("{about}: syarat berisi path (teks) dan in (daftar nilai yang tidak kosong), tidak lain."))
def conditions_readable(versions):
    """What cannot be read would silently leave a step out."""
    steps = steps_of(versions).exclude(condition={}).alias(
        path=kind_of("path"), values_in=kind_of("in"),
        rest=Func(F("condition"), template="(%(expressions)s - 'path' - 'in')", output_field=JSONField()),
    )  # fmt: skip
    empty = Q(**{"allowed": Value([], JSONField())})
    steps = steps.alias(allowed=KeyTransform("in", F("condition")))
    bad = ~Q(path="string") | Q(path=None) | ~Q(values_in="array") | Q(values_in=None) | empty | ~Q(rest={})
    return steps.filter(bad)
