"""Long lists are checked and applied by the worker. It is told an id; what is to be done stands in the database."""

import logging

from django.db import connection, transaction
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from worker.app import app
from worker.doorbell import OUT_OF_REACH
from worker.work import DEFAULT
from workflows.core.errors import NotDone
from workflows.organisation.models import Mandate

from .imports.applying import apply
from .imports.checking import check
from .models import Import

logger = logging.getLogger(__name__)
LONG = {"soft_time_limit": 540, "time_limit": 600}
MOST_AT_ONCE = 500
"""Rows that are dealt with while the person waits."""
PATIENCE = 120
"""Seconds after which a bell that seems unheard is rung again by whoever looks."""


def check_soon(source: Import) -> None:
    """Check now what is short, else let the worker."""
    if source.lines <= MOST_AT_ONCE:
        check(source)
    else:
        hand_over(source, None)


def apply_soon(source: Import, by: Mandate) -> None:
    """The same with applying. Raises what `apply` raises where it is done now."""
    if source.lines <= MOST_AT_ONCE:
        apply(source, by)
    else:
        hand_over(source, by)


def hand_over(source: Import, by: Mandate | None) -> None:
    Import.objects.filter(pk=source.pk).update(waits_since=Now(), applied_by=by, trouble="")
    transaction.on_commit(lambda: ring(source.pk))


def ring(pk: int) -> None:
    try:
        carry_out.apply_async([pk], queue=DEFAULT)
    except OUT_OF_REACH as error:
        logger.warning("Redis is out of reach (%s); whoever looks at the import rings again", error)


@app.task(**LONG)
def carry_out(pk: int) -> None:
    """Check, or where somebody asked for it apply. Twice at once is once: the second finds the first at work, or done."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [IMPORTS, pk])
        if not cursor.fetchone()[0]:
            return
        try:
            do(pk)
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [IMPORTS, pk])


IMPORTS = 7_041_946


def do(pk: int) -> None:
    source = Import.objects.select_related("region", "applied_by__office", "applied_by__person").get(pk=pk)
    if source.waits_since is None:
        return
    try:
        if source.applied_by:
            apply(source, source.applied_by)
        else:
            check(source)
    except NotDone as refusal:
        give_up(pk, str(refusal))
    except Exception:
        give_up(pk, _("Terjadi gangguan; belum ada yang dicatat. Coba lagi, atau hubungi pengelola server."))
        raise


def give_up(pk: int, words: str) -> None:
    Import.objects.filter(pk=pk).update(waits_since=None, applied_by=None, trouble=words)
