"""Steps of contests, each done as the person who would do it."""

from collections.abc import Callable
from typing import Any

from workflows.contests import models
from workflows.contests.awarding import draft_winners_decree
from workflows.contests.drafting import start_competition, start_entry
from workflows.contests.models import Competition, Entry
from workflows.contests.old_results import enter_old_result
from workflows.contests.rubrics import newest_rubric
from workflows.contests.states import EntryState
from workflows.core.door import perform
from workflows.organisation.models import Region, Role
from workflows.villages.drafting import unit_of
from workflows.villages.models import KampungKB

from . import contest_steps as steps
from .drafting import cite, paper
from .errors import StoryStopped
from .stage import Stage


def contest(stage: Stage, name: str) -> Competition:
    return Competition.objects.select_related("file", "rubric").get(pk=stage.files[name])


def entry(stage: Stage, name: str) -> Entry:
    return Entry.objects.select_related("file", "competition__file").get(pk=stage.files[name])


def unit(region: Region) -> KampungKB:
    """The village's Kampung KB, whatever its scope."""
    return KampungKB.objects.filter(region=region).order_by("pk").first() or unit_of(region)


def compete(stage: Stage, step: steps.Compete) -> None:
    by, region = stage.mandate(step.by), stage.region((step.of or stage.setting.territory[0]).code)
    plain: dict[str, Any] = {name: getattr(step, name) for name in ("level", "year", "category", "winners", "appeal_days", "needs")}
    rules = Competition._meta.get_field("rules").get_default() | {"sheets_needed": step.sheets}
    made = start_competition(region, by, cutoff_on=step.cutoff, rubric=newest_rubric(), example=True, rules=rules, **plain)
    stage.files[step.compete] = made.pk
    perform(Competition.announce, made, by=by)


def enter(stage: Stage, step: steps.Enter) -> None:
    by = stage.mandate(step.by)
    made = start_entry(contest(stage, step.into), unit(stage.region(step.village.code)), by)
    stage.files[step.enter] = made.pk
    perform(Entry.nominate, made, by=by)


def entered(stage: Stage, step: steps.Entered) -> None:
    """Raises `StoryStopped` where no signed record nominated it."""
    named = Entry.objects.filter(competition=stage.files[step.into], kampung=unit(stage.region(step.village.code)))
    if (found := named.filter(state=EntryState.NOMINATED).first()) is None:
        raise StoryStopped(f"nobody nominated {step.village} for “{step.into}”")
    stage.files[step.entered] = found.pk


def jury(stage: Stage, step: steps.Jury) -> None:
    by, judged = stage.mandate(step.by), contest(stage, step.jury)
    named = {"decree": stage.files[step.decree]} if step.decree else {"paper": step.paper}
    perform(Competition.seat_jury, judged, by=by, values={"jurors": [member(stage, one) for one in step.members]} | named)
    perform(Competition.begin_judging, judged, by=by)


def member(stage: Stage, one: steps.Member) -> dict[str, Any]:
    who = {"person": stage.person(one.person).pk} if one.person else {"name": one.name}
    return who | {"chair": one.chair} | ({"office": stage.office(one.office).pk} if one.office else {})


def advance(stage: Stage, step: steps.Advance) -> None:
    by = stage.mandate(step.by)
    for name in step.advance:
        for act in (Entry.check_papers, Entry.shortlist, Entry.present):
            perform(act, entry(stage, name), by=by)


def inspect(stage: Stage, step: steps.Inspect) -> None:
    by = stage.mandate(step.by)
    photos = [paper(step.photo, by).pk]
    found = {"visited_on": stage.today.isoformat(), "points": step.points, "note": step.says, "attachments": photos}
    perform(Entry.verify_in_the_field, entry(stage, step.inspect), by=by, values=found)


def seat(stage: Stage, judged: Entry, name: str) -> dict[str, int]:
    return {"juror": judged.competition.jurors.get(person=stage.person(name)).pk}


def recuse(stage: Stage, step: steps.Recuse) -> None:
    judged = entry(stage, step.recuse)
    perform(Entry.recuse, judged, by=stage.mandate(step.by), reason=step.reason, values=seat(stage, judged, step.by))


def score(stage: Stage, step: steps.Score) -> None:
    judged = entry(stage, step.score)
    points = {key: str(worth) for key, worth in step.points.items()}
    for name in step.by:
        perform(Entry.score, judged, by=stage.mandate(name), values=seat(stage, judged, name) | {"points": points})


def lock(stage: Stage, step: steps.Lock) -> None:
    perform(Competition.lock_ranking, contest(stage, step.lock), by=stage.mandate(step.by))


def appeal(stage: Stage, step: steps.Appeal) -> None:
    perform(Entry.appeal, entry(stage, step.appeal), by=stage.mandate(step.by), reason=step.reason)


def waiting(stage: Stage, name: str) -> models.Appeal:
    return models.Appeal.objects.get(participant=stage.files[name], state="filed")


def uphold(stage: Stage, step: steps.Uphold) -> None:
    perform(models.Appeal.uphold, waiting(stage, step.uphold), by=stage.mandate(step.by), reason=step.reason)


def dismiss(stage: Stage, step: steps.Dismiss) -> None:
    perform(models.Appeal.dismiss, waiting(stage, step.dismiss), by=stage.mandate(step.by), reason=step.reason)


def winners(stage: Stage, step: steps.Winners) -> None:
    by = stage.mandate(step.by)
    decree = draft_winners_decree(contest(stage, step.of), stage.office(Role.REGENT), by)
    stage.files[step.winners] = decree.pk
    cite(stage, decree, by, step.bases)


def award(stage: Stage, step: steps.Award) -> None:
    named = {"decree": stage.files[step.decree]} if step.decree else {"paper": step.paper}
    perform(Competition.award, contest(stage, step.award), by=stage.mandate(step.by), values=named)


def forward(stage: Stage, step: steps.Forward) -> None:
    above = contest(stage, step.into)
    perform(Entry.forward, entry(stage, step.forward), by=stage.mandate(step.by), values={"competition": above.pk})
    stage.files[step.named] = Entry.objects.get(forwarded_from=stage.files[step.forward], competition=above).pk


def remember(stage: Stage, step: steps.Remember) -> None:
    by, region = stage.mandate(step.by), stage.region(step.of.code)
    came = [(unit(stage.region(one.village.code)), one.rank) for one in step.places]
    made = enter_old_result(
        region, by, came, level=step.level, year=step.year, category=step.category, source=step.source, source_on=step.dated,
        example=True,
    )  # fmt: skip
    stage.files[step.remember] = made.pk


DOES: dict[type, Callable[[Stage, Any], None]] = {
    steps.Compete: compete, steps.Enter: enter, steps.Entered: entered, steps.Jury: jury, steps.Advance: advance,
    steps.Inspect: inspect, steps.Recuse: recuse, steps.Score: score, steps.Lock: lock, steps.Appeal: appeal,
    steps.Uphold: uphold, steps.Dismiss: dismiss, steps.Winners: winners, steps.Award: award,
    steps.Forward: forward, steps.Remember: remember,
}  # fmt: skip
