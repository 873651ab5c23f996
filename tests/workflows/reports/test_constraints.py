"""What the database itself refuses, whoever asks."""

from datetime import date

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.db.models import F, Value

from workflows.reports.models import Report


def refused(name, **columns):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Report.objects.update(**columns)


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("report_figures_are_objects", {"figures": []}),
        ("report_figures_are_objects", {"sources": "SIGA"}),
        ("report_figures_are_objects", {"kept": 3}),
        ("report_period_begins", {"period": date(2024, 2, 2)}),
        ("report_period_begins", {"span": "year"}),
        ("report_stands_when_sent", {"standing": True}),
    ],
)
def test_not_even_a_draft_is_without_form(drafted, name, columns):
    drafted("fitri")
    refused(name, **columns)


SENDING = {"state": "sent", "standing": True, "reported_on": date(2024, 3, 1), "first_reported_on": date(2024, 3, 1)}
"""What sending writes on a paper."""


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("report_keyer_is_not_reporter", {"reported_by": ""}),
        ("report_keyer_is_not_reporter", {"reporter": F("entered_by")}),
        ("report_keyer_is_not_reporter", {"channel": "app"}),
        ("report_days_in_order", {"reported_on": None}),
        ("report_days_in_order", {"reported_on": date(2024, 3, 5)}),
        ("report_days_in_order", {"reported_on": date(2024, 2, 28)}),
        ("report_days_in_order", {"first_reported_on": date(2024, 1, 31)}),
        ("report_events_are_told_apart", {"occasion": "contoh"}),
        ("report_events_are_told_apart", {"span": "event"}),
        ("report_merges_two", {"merges": F("pk")}),
    ],
)
def test_what_is_sent_names_who_told_it_and_its_days_are_in_order(drafted, name, columns):
    drafted("gita", reported_by="Contoh Ketua")
    refused(name, **SENDING | columns)
    assert Report.objects.update(**SENDING) == 1


def test_one_report_stands_for_a_village_a_form_and_a_period(sent):
    sent("fitri")
    sent("gita")
    refused("report_one_stands", standing=True)


@pytest.mark.parametrize(
    "columns",
    [{"figures": {}}, {"reported_on": date(2024, 2, 1)}, {"entered_by": F("entered_by")}, {"period": date(2024, 1, 1)},
     {"kept": Value({"users": 1}, Report._meta.get_field("kept"))}],
)  # fmt: skip
def test_what_was_sent_is_never_rewritten(sent, columns):
    sent("fitri")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Report.objects.update(**columns)


def test_what_was_sent_does_not_go_away_and_a_draft_may(sent, drafted):
    report = sent("fitri")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        report.delete()
    drafted("fitri").delete()
    assert Report.objects.count() == 1
