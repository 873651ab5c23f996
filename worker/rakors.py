"""What a signed record decided is carried out as soon as it is signed; what stands in the way is noted with the rakor."""

from typing import Any

from workflows.core.door import perform
from workflows.core.errors import BadValues, NotDone, Refused
from workflows.core.models import Outbox
from workflows.meetings.models import Rakor
from workflows.meetings.states import RakorState
from workflows.organisation.offices import system_mandate


def execute(row: Outbox, _found: Any) -> None:
    """All motions, or none. Done again it does nothing: the key is the outbox row's, and the rakor is closed by then."""
    rakor = Rakor.objects.get(pk=row.object_id)
    if rakor.state != RakorState.RECORD_SIGNED:
        return
    by = system_mandate()
    try:
        perform(Rakor.execute, rakor, by=by, key=f"outbox {row.pk}")
    except NotDone as refusal:
        perform(Rakor.note_obstacles, rakor, by=by, values={"obstacles": obstacles(refusal)})


def obstacles(refusal: NotDone) -> list[dict[str, Any]]:
    """Which, and why: as the door's problems."""
    if isinstance(refusal, Refused):
        return [problem.as_dict() for problem in refusal.problems]
    fields = refusal.fields if isinstance(refusal, BadValues) else {"": str(refusal)}
    return [{"object_id": int(pk or 0), "kind": "evaluation", "rule": "decisions_of", "words": words, "solved_by": ""}
            for pk, words in fields.items()]  # fmt: skip
