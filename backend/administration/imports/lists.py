"""What every kind of list shares: how a row is checked, and what it means to check one."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar

from django.utils.translation import gettext as _

from backend.administration.models import Verdict
from backend.administration.recording import Recorder
from workflows.organisation.models import Mandate, Region, RegionCode

from .cells import Wrong
from .headers import Column


@dataclass
class Row:
    """One line of a list: our columns' values, and the letters they stand under."""

    line: int
    values: dict[str, Any]
    letters: dict[str, str]

    def cell(self, column: str) -> str:
        """`B17`; the line's beginning for a column that the list does not have."""
        return f"{self.letters.get(column, 'A')}{self.line}"


@dataclass
class Checked:
    """What one row says and would do."""

    row: Row
    about: str = ""
    findings: list[dict[str, Any]] = field(default_factory=list)
    differences: list[list[str]] = field(default_factory=list)
    plan: dict[str, Any] = field(default_factory=dict)
    is_new: bool = False

    def wrong(self, column: str, cause: str, remedy: str) -> None:
        self.findings.append({"cell": self.row.cell(column), "cause": cause, "remedy": remedy, "warning": False})

    def warn(self, column: str, cause: str, remedy: str) -> None:
        """Something to look at that stops nothing."""
        self.findings.append({"cell": self.row.cell(column), "cause": cause, "remedy": remedy, "warning": True})

    def take(self, column: str, reader: Callable[[Any], Any], required: str = "") -> Any:
        """The value of a column as `reader` understands it; None, with a finding, where it does not."""
        try:
            value = reader(self.row.values.get(column))
        except Wrong as wrong:
            self.wrong(column, wrong.cause, wrong.remedy)
            return None
        if required and not value:
            self.wrong(column, _("Kolom ini kosong."), required)
        return value

    def differs(self, label: str, old: Any, new: Any) -> None:
        """Note a difference, if there is one and the list says anything."""
        if new and old != new:
            self.differences.append([str(label), str(old or "–"), str(new)])

    @property
    def is_wrong(self) -> bool:
        return any(not finding["warning"] for finding in self.findings)

    @property
    def verdict(self) -> Verdict:
        if self.is_wrong:
            return Verdict.WRONG
        if self.is_new:
            return Verdict.NEW
        return Verdict.CHANGED if self.differences else Verdict.SAME


class List:
    """One kind of list, of one region, on one day. Lives as long as one check."""

    columns: ClassVar[list[Column]]
    example: ClassVar[dict[str, str]]

    def __init__(self, region: Region, today: date):
        self.region, self.today = region, today
        self.seen: dict[Any, int] = {}

    def check(self, row: Row) -> Checked:
        raise NotImplementedError

    def apply(self, plans: Iterable[dict[str, Any]], by: Mandate, recorder: Recorder) -> None:
        """Write them all. Raises `Refused` or `BadValues`; the caller's transaction then keeps nothing."""
        raise NotImplementedError

    def once(self, checked: Checked, column: str, key: Any, remedy: str) -> None:
        """Find what was on an earlier line already."""
        if first := self.seen.get(key):
            checked.wrong(column, _("Sama dengan baris %(line)d.") % {"line": first}, remedy)
        self.seen.setdefault(key, checked.row.line)


def regions_by_code(region: Region) -> dict[str, Region]:
    """A region and all that is in it, by today's codes."""
    codes = RegionCode.objects.filter(until=None, region__in=Region.objects.under(region).filter(closed_on=None))
    return {code.code: code.region for code in codes.select_related("region__parent")}


def code_of(region: Region) -> str:
    return RegionCode.objects.values_list("code", flat=True).get(region=region, until=None)
