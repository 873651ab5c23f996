"""From the final paper to the last signature: on screen in order, after the initials, or in ink with a scan."""

from typing import Any

from django.utils.translation import gettext as _

from workflows.core.errors import BadValues
from workflows.core.wording import long_date
from workflows.decrees.issuing import DAYS, day_of_ink
from workflows.decrees.states import Signing
from workflows.routes.planning import task
from workflows.routes.states import AssignmentKind, AssignmentState

from . import queries as q

LATER: dict[str, Any] = {"state": AssignmentState.WAITING, "opened_on": None, "due_on": None}


def prepare_signatures(deed, letters) -> dict[str, Any]:
    """The final paper is ready: the first task opens and the others wait; for ink, initials too, somebody prints."""
    tasks: list[dict[str, Any]] = []
    for letter in letters.select_related("file").prefetch_related("parties", "initials"):
        tasks += [printing(letter, deed.on)] if letter.signing == Signing.INK else in_order(letter, deed.on)
    return {"tasks": tasks}


def printing(letter, day) -> dict[str, Any]:
    return task(letter.pk, AssignmentKind.PRINT, letter.file.office_id, letter.file.region_id, day, DAYS[AssignmentKind.PRINT])


def in_order(letter, day) -> list[dict[str, Any]]:
    asked = [(AssignmentKind.INITIAL, one.office_id, one.order) for one in letter.initials.all()]
    asked += [(AssignmentKind.SIGN_DOCUMENT, party.office_id, party.order) for party in letter.parties.all()]
    tasks = [
        task(letter.pk, kind, office, letter.file.region_id, day, DAYS[kind]) | {"order": order} for kind, office, order in asked
    ]
    return [tasks[0], *(later | LATER for later in tasks[1:])]


def prepare_ink(deed, tasks) -> dict[str, Any]:
    """Everybody has signed in ink: the scan is next. Raises `BadValues` for a day before the paper's own."""
    day = day_of_ink(deed)
    if early := q.letters_of(tasks).filter(decided_on__gt=day).first():
        words = _("Surat ini bertanggal %(day)s; tanda tangannya tidak mungkin lebih awal.")
        raise BadValues({"inked_on": words % {"day": long_date(early.decided_on)}})
    kind = AssignmentKind.SCAN
    return {"tasks": [task(t.file_id, kind, t.office_id, t.region_id, deed.on, DAYS[kind]) for t in tasks]}
