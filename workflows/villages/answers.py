"""Questions about the answers that a proposal keeps as JSON (`{"commitment": {"met": true, "note": "…"}}`)."""

from collections.abc import Mapping

from django.db.models import Case, Func, Q, TextField, Value, When

Missing = list[tuple[str, Q]]


def met(field: str, name: str, answer: bool = True) -> Q:
    """The question is answered with yes (or no). Containment, unlike a look at the key, is never null in SQL."""
    return Q(**{f"{field}__contains": {name: {"met": answer}}})


def unanswered(field: str, labels: Mapping[str, object]) -> Missing:
    """Each question with the condition under which it has neither a yes nor a no."""
    return [(str(words), ~met(field, name) & ~met(field, name, answer=False)) for name, words in labels.items()]


def unmet(field: str, labels: Mapping[str, object]) -> Missing:
    return [(str(words), ~met(field, name)) for name, words in labels.items()]


def listing(missing: Missing) -> Func:
    """The names of what is missing in a row, separated by commas; empty when nothing is."""
    named = (Case(When(when, then=Value(name)), output_field=TextField()) for name, when in missing)
    return Func(Value(", "), *named, function="concat_ws", output_field=TextField())
