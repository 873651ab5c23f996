from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tests.evaluation_world import EvaluationWorld, build_evaluation_world
from tests.ground import Ground, ground_of
from tests.workflows.reports.figures import FIGURES
from workflows.core.door import perform
from workflows.core.models import JournalEntry
from workflows.evaluations.models import Round, YearlyClass
from workflows.reports.drafting import save_report, start_report
from workflows.reports.models import Report

FEBRUARY = date(2024, 2, 1)


def build() -> EvaluationWorld:
    made = build_evaluation_world()
    made.decreed()
    return made


ground = ground_of(build)


@pytest.fixture
def world(db: None, ground: Ground) -> EvaluationWorld:
    """Two desa and a kelurahan, all three designated in June 2023; it is 4 March 2024."""
    return ground()


@pytest.fixture
def told(world: EvaluationWorld) -> Callable[..., Report]:
    """Sends a report of a village: `told(0, "progress", users=31)`; by default in time."""

    def send(village: int, form: str, day: date = FEBRUARY, **figures: Any) -> Report:
        by = world.by("gita")
        report = start_report(world.units[village], form, day, by, channel="paper")
        on_paper = {"reported_by": "Contoh Kader", "reported_on": figures.pop("on", "2024-03-02")}
        save_report(report, by, figures=FIGURES[form] | figures, **on_paper)
        perform(Report.send, report, by=by)
        return report

    return send


@pytest.fixture
def classed(world: EvaluationWorld) -> Callable[..., None]:
    """Writes down the classes that a round left: `classed("mandiri", "", None)` by village, None: no class."""
    regent = world.by("citra")

    def write(*keys: str | None) -> None:
        entry = JournalEntry.objects.create(
            act="test", on=date(2024, 3, 4), person=regent.person, office=regent.office, mandate=regent
        )
        for village, key in enumerate(keys):
            if key is not None:
                YearlyClass.objects.create(kampung=world.units[village], year=2024, evaluation=world.evaluation(village),
                                           computed=key, decided=key, entry=entry)  # fmt: skip

    return write


@pytest.fixture
def opened(world: EvaluationWorld) -> Any:
    """A round of 2024 that the three villages take part in."""
    this = world.planned()
    perform(Round.open, this, by=world.by("hadi"))
    this.refresh_from_db()
    return this
