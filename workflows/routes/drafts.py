"""Ordinary edits of a draft: by its drafting office, under the file's lock, raising the file's version."""

from collections.abc import Callable, Collection
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from workflows.core.canonical import fingerprint
from workflows.core.clock import today
from workflows.core.errors import Conflict, KeyReused, Problem, Refused
from workflows.core.models import Begun, File, raise_version
from workflows.organisation.models import Mandate, Person


def in_force_today(by: Mandate, zone: str) -> bool:
    """Whether the mandate, staff included, is in force on the database's day."""
    return Mandate.objects.in_force(today(zone)).filter(pk=by.pk).exists()


def open_draft(subject: Any, by: Mandate, editable: Collection[str], version: int | None = None) -> File:
    """Lock the file of a draft for an edit and raise its version; call it in the edit's transaction.

    `subject` is the draft (its pk is the file's, its `state` is read anew under the lock), `version` what the editor saw.
    Raises `Conflict` when the file has moved on, `Refused` when `by` may not edit it or it is no longer a draft.
    """
    file = File.objects.select_for_update().select_related(None).get(pk=subject.pk)
    subject.refresh_from_db(fields=["state"])
    if version is not None and version != file.version:
        words = _("Berkas ini berubah sejak Anda membukanya. Muat ulang dan periksa perubahannya.")
        raise Conflict([Problem(file.pk, "file", "version", words)], [])
    if by.office_id != file.office_id or not in_force_today(by, file.zone):
        words = _("Naskah ini disusun kantor lain, atau penugasan Anda tidak berlaku hari ini.")
        raise Refused([Problem(file.pk, "file", "within_my_drafting_office", words, _("penyusun"))])
    if subject.state not in editable:
        words = _("Naskah ini sedang diperiksa atau sudah selesai; naskah hanya diubah selama menjadi konsep atau dikembalikan.")
        raise Refused([Problem(file.pk, "file", "state", words)])
    raise_version(file.pk)
    return file


def drafted_once(key: str, person: Person, start: Callable[[], int], asked: Any = None) -> int:
    """The id of what `start` makes, or of what this person began before with the same `key`. Two that come at once make one.

    `asked` is what the request says, as JSON knows it; a form need not say it. Raises `KeyReused` where it was another
    request that brought the key, and what `start` raises.
    """
    if not key:
        return start()
    mine = Begun(person=person, key=key, asked=fingerprint(asked))
    try:
        return begun_before(mine) or started(mine, start)
    except IntegrityError:
        if (first := begun_before(mine)) is None:
            raise
        return first


def begun_before(mine: Begun) -> int | None:
    first = Begun.objects.filter(person=mine.person, key=mine.key).first()
    if first and first.asked != mine.asked:
        raise KeyReused(str(KeyReused.words))
    return first.made if first else None


@transaction.atomic
def started(mine: Begun, start: Callable[[], int]) -> int:
    mine.save(force_insert=True)  # of two at once the second waits here until the first is done
    mine.made = made = start()
    mine.save(update_fields=["made"])
    return made
