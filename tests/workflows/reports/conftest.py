from datetime import date

import pytest

from tests.workflows.reports.figures import FIGURES
from tests.workflows.villages.conftest import decreed, units  # noqa: F401  fixtures
from workflows.core.door import perform
from workflows.reports.drafting import save_report, start_report
from workflows.reports.models import Report

FEBRUARY = date(2024, 2, 1)


@pytest.fixture
def drafted(world, units):  # noqa: F811
    """Begins and fills in a report: `drafted("fitri", "progress", users=31)`; from paper, if it says who told it."""

    def write(login, form="progress", day=FEBRUARY, unit=None, reported_by="", reported_on=None, role="", **figures) -> Report:
        by = world.by(login, role)
        report = start_report(unit or units.satu, form, day, by, channel="paper" if reported_by else "app")
        on_paper = {"reported_by": reported_by, "reported_on": reported_on or "2024-03-01"} if reported_by else {}
        save_report(report, by, figures=FIGURES[form] | figures, **on_paper)
        return report

    return write


@pytest.fixture
def sent(world, drafted):
    """The same, and sends it."""

    def send(login, *form, role="", **what) -> Report:
        report = drafted(login, *form, role=role, **what)
        perform(Report.send, report, by=world.by(login, role))
        report.refresh_from_db()
        return report

    return send
