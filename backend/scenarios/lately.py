"""The weeks before the demo begins: a story counts their days back from today, so that what is under way then is never stale."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import yaml

from workflows.reports.periods import months_later

from .reading import Reader
from .steps import Step, read_steps

FORMS = "“24 days ago”, “day 2 of 12 months” or “day 2 of January”"
AGO = re.compile(r"(?P<days>[1-9]\d*) days? ago|day (?P<day>[1-9]|1\d|2[0-8]) of (January|(?P<months>[1-9]\d*) months?)")


@dataclass(frozen=True)
class LongAgo:
    """So many `days` ago, or a `day` of each of so many `months`, this one the last (none: of this year's January).

    With what is done then, and the line where that stands.
    """

    days: int
    day: int
    months: int
    line: int
    steps: list[Step]

    def dates(self, today: date) -> list[date]:
        """Of a month that has only begun it may still be to come."""
        if self.days:
            return [today - timedelta(days=self.days)]
        if not self.months:
            return [date(today.year, 1, self.day)]
        return [months_later(today.replace(day=1), -ago).replace(day=self.day) for ago in range(self.months)]


def lately_of(reader: Reader, node: yaml.Node) -> list[LongAgo]:
    return list(told_in(reader, node))


def told_in(reader: Reader, node: yaml.Node) -> Iterator[LongAgo]:
    for told, (key, value) in reader.pairs(node).items():
        if found := AGO.fullmatch(told):
            counted = {name: int(n or 0) for name, n in found.groupdict().items()}
            yield LongAgo(**counted, line=key.start_mark.line + 1, steps=read_steps(reader, value))
        else:
            reader.wrong(key, f"“{told}” is no day; write it as {FORMS}")
