"""What somebody must do."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated

from workflows.routes.models import Assignment
from workflows.routes.states import AssignmentKind, AssignmentState

from ..meanings import Known, Office, OneOf
from ..places import Places
from ..reading import Part

if TYPE_CHECKING:
    from ..stage import Stage


@dataclass
class Tasks(Part):
    """`count` tasks of this kind stand so: of a `file`, an `office`, about the villages `in`, `due` on a day."""

    tasks: Annotated[str, OneOf(AssignmentKind.values)]
    count: int
    state: Annotated[str, OneOf(AssignmentState.values)] = "open"
    file: Known = ""
    office: Office = ""
    in_: Places | None = None
    due: date | None = None

    def wrong(self, stage: "Stage") -> Iterator[str]:
        found = Assignment.objects.filter(kind=self.tasks, state=self.state)
        if self.file:
            found = found.filter(file=stage.file(self.file))
        if self.office:
            found = found.filter(office=stage.office(self.office))
        if self.in_:
            found = found.filter(region__in=stage.regions(self.in_.codes))
        if self.due:
            found = found.filter(due_on=self.due)
        if (n := found.count()) != self.count:
            yield f"{n} {self.tasks} tasks are {self.state}, expected {self.count}"
