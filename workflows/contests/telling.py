"""Whom the acts of a contest tell: an outbox row for an office, about the file that it may read."""

from django.db.models import F, Value

from workflows.core.act import Add, Rows


def tell(topic: str, rows: Rows, office: str, about: str = "pk") -> Add:
    """For each of `rows`: `office` and `about` are paths to the office and to the key of the file."""
    return Add("core.Outbox", rows, {"topic": Value(topic), "object_id": F(about), "office": F(office)})
