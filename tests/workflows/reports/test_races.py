"""Several at once about one month. Threads with real commits."""

from datetime import date

import pytest

from tests.races import losers, race
from tests.workflows.reports.figures import PROGRESS
from workflows.core.door import perform
from workflows.core.errors import Refused
from workflows.reports.drafting import save_report, start_report
from workflows.reports.models import Report

pytestmark = pytest.mark.django_db(transaction=True)


def begin_and_send(world, units, login):
    """All in one transaction's breath, as a page does it."""
    by = world.by(login)
    report = start_report(units.satu, "progress", date(2024, 2, 1), by)
    save_report(report, by, figures=PROGRESS)
    return perform(Report.send, report, by=by)


def test_of_two_that_are_sent_at_once_one_stands_and_one_is_in_conflict(world, units):
    sent = race([lambda login=login: begin_and_send(world, units, login) for login in ("fitri", "gita", "hadi")])
    assert losers(sent) == []
    assert sorted(Report.objects.values_list("state", "standing")) == [("sent", False), ("sent", False), ("sent", True)]


def test_of_two_of_one_office_one_is_sent(world, units):
    lost = losers(race([lambda: begin_and_send(world, units, "fitri")] * 4))
    assert len(lost) == 3
    assert all(isinstance(error, Refused) and "sudah melaporkan" in str(error) for error in lost)
    assert Report.objects.filter(standing=True).count() == 1


def test_what_is_corrected_and_merged_at_once_ends_as_one_report(world, units):
    for login in ("fitri", "gita"):
        begin_and_send(world, units, login)
    standing, second = Report.objects.get(standing=True), Report.objects.get(standing=False)
    corrected = {"figures": {"users": 61, "iud": 6}}
    lost = losers(race([
        lambda: perform(Report.correct, standing, by=world.by("fitri"), reason="Salah.", values=corrected),
        lambda: perform(Report.merge, second, by=world.by("hadi"), values={"kept": {}}),
    ]))  # fmt: skip
    assert len(lost) == 1
    assert Report.objects.filter(standing=True).count() == 1
