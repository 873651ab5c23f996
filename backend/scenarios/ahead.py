"""Days that may lie ahead of the one on which a story names them, so that what is to come is still so whenever the demo begins."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

import yaml

from workflows.organisation.working_days import due_date

from .reading import Reader, day

AHEAD = re.compile(r"in (?P<days>[1-9]\d?) days?")


@dataclass(frozen=True)
class SomeDay:
    """A `fixed` date, or the first working day in so many `days`: `2025-11-05`, `in 38 days`."""

    fixed: date | None = None
    days: int = 0

    @classmethod
    def read_from(cls, reader: Reader, node: yaml.Node) -> Self:
        if found := AHEAD.fullmatch(reader.text(node)):
            return cls(days=int(found["days"]))
        return cls(fixed=day(reader, node))

    def seen_from(self, today: date) -> date:
        """The date that is meant on the day on which it is said."""
        return self.fixed or due_date(today + timedelta(days=self.days - 1), 1)
