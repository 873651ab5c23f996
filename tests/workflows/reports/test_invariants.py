"""What is stored is read again: reports that nobody can merge, that nothing follows, whose figures cannot be."""

from workflows.reports.invariants import one_report_stands, standing_figures_can_be
from workflows.reports.models import Report


def found():
    return [finding.what for check in (one_report_stands, standing_figures_can_be) for finding in check()]


def test_sound_reports_are_found_sound(sent):
    sent("fitri")
    sent("gita", reported_by="Contoh Kader", injection=31, iud=4)
    assert found() == []


def test_a_second_report_without_a_first_is_named(sent):
    report = sent("fitri")
    Report.objects.filter(pk=report.pk).update(standing=False)
    assert found() == [f"report {report.pk} waits to be merged, but none stands beside it"]


def test_a_report_that_nothing_follows_is_named(sent):
    report = sent("fitri")
    Report.objects.filter(pk=report.pk).update(standing=False, state="replaced")
    assert found() == [f"report {report.pk} is replaced, but nothing stands in its place"]


def test_figures_that_cannot_be_are_named(sent):
    first = sent("fitri")
    wrong = Report.objects.create(**columns_of(first) | {"figures": first.figures | {"users": 61}})
    assert found() == [f"report {wrong.pk} stands with figures that cannot be: users"]


def columns_of(report):
    """Of another month, as if it had been sent."""
    names = ("kampung", "form", "form_version", "span", "channel", "reporter", "reported_on", "first_reported_on", "office",
             "entered_by", "entered_on", "figures", "standing", "state")  # fmt: skip
    return {name: getattr(report, name) for name in names} | {"period": report.period.replace(month=1)}
