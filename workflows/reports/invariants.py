"""I16: what was told counts once: of a village, a form and a period one report stands, and its figures can be and have a source."""

from collections.abc import Iterator

from workflows.core.findings import Finding, invariant, rows

from .checking import faults
from .models import Report
from .states import ReportState

UNMERGEABLE = """
SELECT r.id FROM reports_report r
WHERE r.state = 'sent' AND NOT r.standing AND NOT EXISTS (
    SELECT FROM reports_report s WHERE s.standing
    AND (s.kampung_id, s.form, s.period, s.occasion) = (r.kampung_id, r.form, r.period, r.occasion))
"""
GIVEN_UP = """
SELECT r.id, r.state FROM reports_report r
WHERE r.state IN ('replaced', 'merged') AND NOT EXISTS (SELECT FROM reports_report s WHERE r.id IN (s.replaces_id, s.merges_id))
"""


@invariant
def one_report_stands() -> Iterator[Finding]:
    for [report] in rows(UNMERGEABLE):
        yield Finding("I16", f"report {report} waits to be merged, but none stands beside it")
    for report, state in rows(GIVEN_UP):
        yield Finding("I16", f"report {report} is {state}, but nothing stands in its place")


@invariant
def standing_figures_can_be() -> Iterator[Finding]:
    """By their own form; the counts of other reports may have been put right since."""
    for report in Report.objects.filter(standing=True, state=ReportState.SENT).iterator(chunk_size=2000):
        if wrong := faults(report.definition, report.figures):
            yield Finding("I16", f"report {report.pk} stands with figures that cannot be: {', '.join(wrong)}")
