"""Writing data that has no state, and writing down who wrote what."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet

from workflows.organisation.models import Person

from .models import Change, Import


@dataclass(frozen=True)
class Recorder:
    """Everything that one person changes, perhaps by one import."""

    person: Person | None
    source: Import | None = None

    def made(self, made: Model) -> None:
        """Note that a row was made."""
        self.note(made, "", None, str(made))

    def make(self, new: Model) -> Any:
        new.save(force_insert=True)
        self.made(new)
        return new

    def change(self, row: Model, **values: Any) -> bool:
        """Set columns to other values; says whether any was another."""
        others = {name: value for name, value in values.items() if getattr(row, name) != value}
        for name, value in others.items():
            self.note(row, name, plain(getattr(row, name)), plain(value))
            setattr(row, name, value)
        if others:
            row.save(update_fields=[*others])
        return bool(others)

    def note(self, row: Model, field: str, old: Any, new: Any) -> None:
        Change.objects.create(person=self.person, source=self.source, model=row._meta.label_lower, object_id=row.pk,
                              field=field, old=old, new=new)  # fmt: skip


def plain(value: Any) -> Any:
    """A value as JSON keeps it."""
    if isinstance(value, Model):
        return value.pk
    return value if value is None or isinstance(value, bool | int | str | list) else str(value)


def changes_of(row: Model) -> QuerySet[Change]:
    """The changes of one row, the newest first."""
    found = Change.objects.filter(model=row._meta.label_lower, object_id=row.pk)
    return found.select_related("person", "source").order_by("-pk")
