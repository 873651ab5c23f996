"""How an office is called from a day on: the old name ends the day before, and lists follow."""

from datetime import date, timedelta
from typing import Any

from workflows.organisation.models import Office, OfficeName
from workflows.organisation.titles import title_of

from .recording import Recorder


def call_office(office: Office, since: date, today: date, recorder: Recorder, **words: Any) -> None:
    """Name an office (`name`, `acronym`, `title`) from `since` on; the same words again change nothing.

    A name that begins on the very day is corrected. One that begins later ends the new one the day before.
    """
    before = office.names.in_force(since).first()
    said = {name: value for name, value in words.items() if value} if before else words
    if before and all(getattr(before, name) == value for name, value in said.items()):
        return
    if before and before.since == since:
        recorder.change(before, **said)
    else:
        kept = {name: getattr(before, name) for name in ("acronym", "title")} if before else {}
        succeed(office, before, since, kept | said, recorder)
    recorder.change(office, label=title_of(office, today))


def succeed(office: Office, before: OfficeName | None, since: date, words: dict[str, Any], recorder: Recorder) -> None:
    later = office.names.filter(since__gt=since).order_by("since").first()
    until = before.until if before else later.since - timedelta(days=1) if later and later.since else None
    if before:
        recorder.change(before, until=since - timedelta(days=1))
    recorder.make(OfficeName(office=office, since=since, until=until, **words))
