"""Steps of rakors, each done as the person who would do it."""

from collections.abc import Callable
from typing import Any

from workflows.core.door import perform
from workflows.evaluations.models import Round
from workflows.letters.models import Letter
from workflows.meetings.models import Rakor, Seat
from workflows.meetings.planning import plan_rakor
from workflows.meetings.recording import draft_record
from workflows.villages.development import note_status
from workflows.villages.models import KampungKB

from . import meeting_steps as steps
from .errors import StoryStopped
from .offices import Unknown
from .stage import Stage


def rakor_of(stage: Stage, name: str) -> Rakor:
    return Rakor.objects.select_related("file").get(pk=stage.files[name])


def rakor(stage: Stage, step: steps.Rakor) -> None:
    """Planned, and everybody is invited."""
    by = stage.mandate(step.by)
    given: dict[str, Any] = {name: stage.office(value).pk for name in ("opener", "note_taker") if (value := getattr(step, name))}
    given |= {name: value for name in ("scribe", "agenda") if (value := getattr(step, name))}
    made = plan_rakor(
        by, held_on=step.on.seen_from(stage.today), begins=step.begins, place=step.place, chair=stage.office(step.chair).pk,
        round=Round.objects.get(pk=stage.files[step.round]) if step.round else None, example=True, quorum=step.quorum,
        invites=[invited(stage, one) for one in step.invite], **given,
    )  # fmt: skip
    stage.files[step.rakor] = made.pk
    perform(Rakor.invite, made, by=by)


def invited(stage: Stage, one: steps.Invited) -> dict[str, Any]:
    group = {"group": one.group} if one.group else {}
    if one.office:
        return group | {"office": stage.office(one.office).pk}
    return group | ({"name": one.guest} if one.guest else {"role": one.role})


def respond(stage: Stage, step: steps.Respond) -> None:
    by, held = stage.mandate(step.by), rakor_of(stage, step.respond)
    values = {name: value for name in ("answer", "proxy", "excuse") if (value := getattr(step, name))}
    for seat in seats_of(stage, held, step.who) if step.who else held.seats.filter(office=by.acting_office_id):
        perform(Seat.answer_invitation, seat, by=by, values=values)


def gather(stage: Stage, step: steps.Gather) -> None:
    """Opened, and everybody who came is ticked."""
    by, held = stage.mandate(step.by), rakor_of(stage, step.gather)
    perform(Rakor.open_meeting, held, by=by)
    seats = [seat for who in step.came for seat in seats_of(stage, held, who)] if step.came else list(held.seats.all())
    for seat in seats:
        perform(Seat.arrive, seat, by=by, values={"at": step.at, "proxy": step.proxy})


def seats_of(stage: Stage, held: Rakor, who: str) -> list[Seat]:
    """The seats of a group, or that of an office. Raises `StoryStopped` where there is none."""
    if found := list(held.seats.filter(group=who)):
        return found
    try:
        return [held.seats.get(office=stage.office(who))]
    except (Unknown, Seat.DoesNotExist) as error:
        raise StoryStopped(f"nobody called “{who}” is invited to this rakor") from error


def arrive(stage: Stage, step: steps.Arrive) -> None:
    for seat in seats_of(stage, rakor_of(stage, step.arrive), step.who):
        perform(Seat.arrive, seat, by=stage.mandate(step.by), values={"at": step.at, "proxy": step.proxy})


def leave(stage: Stage, step: steps.Leave) -> None:
    for seat in seats_of(stage, rakor_of(stage, step.leave), step.who):
        perform(Seat.leave, seat, by=stage.mandate(step.by), values={"at": step.at})


def motion(stage: Stage, step: steps.Motion) -> None:
    """The story's own name stands for the motion's row."""
    held, by = rakor_of(stage, step.of), stage.mandate(step.by)
    perform(Rakor.resolve, held, by=by, reason=step.reason, values=values_of(stage, step))
    stage.files[step.motion] = held.motions.latest("number").pk


def values_of(stage: Stage, step: steps.Motion) -> dict[str, Any]:
    given: dict[str, Any] = {name: getattr(step, name) for name in ("kind", "text", "why", "decided", "aim", "votes")}
    given |= {"owner": stage.office(step.owner).pk if step.owner else None, "due_on": step.due.isoformat() if step.due else None,
              "competition": stage.files.get(step.contest), "replaces": stage.files.get(step.corrects),
              "villages": units_of(stage, step), "dissent": [{"who": one.who, "why": one.why} for one in step.dissent]}  # fmt: skip
    return {name: value for name, value in given.items() if value not in (None, "", [])}


def units_of(stage: Stage, step: steps.Motion) -> list[int]:
    """Every unit of these villages, of whatever scope."""
    regions = stage.regions(step.villages.codes) if step.villages else []
    return list(KampungKB.objects.filter(region__in=regions).order_by("region__path", "hamlet").values_list("pk", flat=True))


def record(stage: Stage, step: steps.Record) -> None:
    """Drafted and issued; its parties sign it by acts of their own (`does: sign`)."""
    held, by = rakor_of(stage, step.of), stage.mandate(step.by)
    letter = draft_record(held, by, ends=step.ends, signing=step.signing)
    stage.files[step.record] = letter.pk
    perform(Letter.finalise, letter, by=by)


def flag(stage: Stage, step: steps.Flag) -> None:
    note_status(stage.regions(step.in_.codes), stage.mandate(step.by), year=step.year, status=step.flag, source=step.source)


DOES: dict[type, Callable[[Stage, Any], None]] = {
    steps.Rakor: rakor, steps.Respond: respond, steps.Gather: gather, steps.Arrive: arrive, steps.Leave: leave,
    steps.Motion: motion, steps.Record: record, steps.Flag: flag,
}  # fmt: skip
