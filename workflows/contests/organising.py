"""The contest that a row belongs to, and who holds it: the office that announced it."""

from django.db.models import F, QuerySet

PATHS = {"competition": "file__office", "entry": "competition__file__office", "appeal": "file__office"}
"""Model → the path to the organiser's office."""


def office_of(rows: QuerySet) -> str:
    return PATHS[rows.model._meta.model_name or ""]


def with_organiser(rows: QuerySet) -> QuerySet:
    """Annotates `about`, the organiser's name, for the words of rules."""
    return rows.annotate(about=F(f"{office_of(rows)}__label"))


def contest_of(rows: QuerySet) -> str:
    """The beginning of a path to the contest's own columns."""
    return "" if rows.model._meta.model_name == "competition" else "competition__"
