"""Taking an import back: its changes are walked backwards, unless something has come to depend on them."""

from typing import Any

from django.apps import apps
from django.db import router, transaction
from django.db.models import Model, ProtectedError, RestrictedError
from django.db.models.deletion import Collector
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from backend.administration.models import Change, Import, ImportKind
from backend.administration.recording import Recorder, plain
from workflows.core.errors import Problem, Refused
from workflows.organisation.models import Person

MOST_NAMED = 10


@transaction.atomic
def undo(source: Import, person: Person) -> None:
    """Put everything back as it was before. Raises `Refused` naming what depends on the import; then nothing is undone."""
    source = Import.objects.select_for_update().get(pk=source.pk)
    if words := why_never(source):
        raise Refused([Problem(source.pk, "import", "undoable", words)])
    trouble: list[Problem] = []
    for change in source.changes.order_by("-pk"):
        if len(trouble) < MOST_NAMED and (why := put_back(change, person)):
            trouble.append(Problem(change.object_id, change.model, "still_as_imported", why))
    if trouble:
        raise Refused(trouble)
    Import.objects.filter(pk=source.pk).update(undone_at=Now(), undone_by=person)


def why_never(source: Import) -> str:
    if source.kind == ImportKind.DECREES:
        return _("Keputusan yang tercatat tidak dihapus; yang keliru dibatalkan dengan keputusan pembatalan.")
    return "" if source.undoable else _("Impor hanya dapat dibatalkan dalam 24 jam sesudah diterapkan.")


def put_back(change: Change, person: Person) -> str:
    """Take one change back; else say why it cannot be."""
    model = apps.get_model(change.model)
    row = model._default_manager.filter(pk=change.object_id).first()
    if row is None:
        return _("Sudah dihapus: %(what)s.") % {"what": change.new or change.model}
    return remove(row) if not change.field else restore(row, change, person)


def restore(row: Any, change: Change, person: Person) -> str:
    if plain(getattr(row, change.field)) != change.new:
        return _("%(what)s sudah diubah lagi sesudah impor.") % {"what": row}
    Recorder(person).change(row, **{change.field: row._meta.get_field(change.field).to_python(change.old)})
    return ""


def remove(row: Model) -> str:
    if why := in_use(row):
        return why
    row.delete()
    return ""


def in_use(row: Any) -> str:
    """What stands on a row that an import made, in words."""
    if isinstance(row, Person) and row.last_login:
        return _("%(what)s sudah masuk ke Siklus.") % {"what": row}
    if getattr(row, "version", 0):
        return _("%(what)s sudah dipakai dalam alur kerja.") % {"what": row}
    collector = Collector(using=router.db_for_write(type(row)), origin=row)
    try:
        collector.collect([row])
    except (ProtectedError, RestrictedError) as error:
        others = error.protected_objects if isinstance(error, ProtectedError) else error.restricted_objects
        return used(row, {str(one._meta.verbose_name) for one in others})
    beside = {model for model in collector.data if model is not type(row)}
    beside |= {rows.model for rows in collector.fast_deletes if rows.exists()}
    return used(row, {str(model._meta.verbose_name) for model in beside}) if beside else ""


def used(row: Any, by: set[str]) -> str:
    return _("%(what)s sudah dipakai: %(by)s.") % {"what": row, "by": ", ".join(sorted(by))}
