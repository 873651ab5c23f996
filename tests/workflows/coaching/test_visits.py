"""A plan of a visit a month to each kecamatan; the visits are reported, missed by the clock, or left out for a reason."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from backend.access import attachments_for, events_for, mandates_of, plans_for, visits_for
from tests.world import on_day, upload
from worker.tick import run_due
from workflows.coaching.inventory import visited
from workflows.coaching.models import Event, Plan, Visit, VisitPhoto
from workflows.coaching.planning import plan_coaching
from workflows.core import door
from workflows.core.door import perform, problems
from workflows.core.errors import BadValues, Refused
from workflows.core.models import JournalEntry, JournalSubject
from workflows.organisation.models import OfficeArea

TOLD = {"held_on": "2024-03-20", "report": "Semua Pokja hadir."}


def told(world, **more):
    return TOLD | {"visitors": [world.office("agency").pk, world.office("camat").pk]} | more


def rules(act, subject, by, **given):
    return [problem.rule for problem in problems(act, subject, by=by, **given)]


@pytest.fixture
def visit(world):
    """The first of twelve, in March 2024, the month that runs."""
    return world.adopted().visits.get(month=date(2024, 3, 1))


def test_six_kecamatan_times_twelve_months_are_seventy_two_visits(world):
    plan = world.adopted(districts=6)
    assert Visit.objects.filter(plan=plan).count() == 72
    assert plan.visits.values("region").distinct().count() == 6
    months = sorted(set(plan.visits.values_list("month", flat=True)))
    assert (months[0], months[-1], len(months)) == (date(2024, 3, 1), date(2025, 2, 1), 12)
    assert plan.visits.filter(month=date(2024, 12, 1)).values_list("due_on", flat=True)[0] == date(2025, 1, 3)
    assert JournalSubject.objects.filter(kind="visit", to_state="planned").count() == 72


def test_many_visits_cost_no_more_statements_than_one(world):
    def cost(plan):
        before = door.statements_run
        with CaptureQueriesContext(connection) as asked:
            perform(Plan.adopt, plan, by=world.by("hadi"))
        return door.statements_run - before + len(asked)

    assert cost(world.plan(districts=6)) == cost(world.plan(districts=1, months=1)) < 15


def test_staff_prepare_a_plan_and_the_official_adopts_it(world):
    plan = world.plan()
    assert rules(Plan.adopt, plan, world.by("ani", "agency")) == ["my_office_decides"]
    assert rules(Plan.adopt, plan, world.foreign) == ["my_office_decides"]
    assert rules(Plan.adopt, plan, world.by("hadi")) == []


def test_a_plan_without_kecamatan_is_not_adopted(world):
    plan = plan_coaching(world.by("hadi"), title="Kosong", districts=[], begins=date(2024, 3, 1))
    assert rules(Plan.adopt, plan, world.by("hadi")) == ["names_districts"]


def test_a_plan_leads_nowhere_else(world):
    begins = date(2024, 3, 1)
    with pytest.raises(Refused, match="di luar wilayah"):
        plan_coaching(world.by("hadi"), title="Contoh", districts=[world.foreign_village.parent], begins=begins)
    with pytest.raises(BadValues, match="kecamatan"):
        plan_coaching(world.by("hadi"), title="Contoh", districts=[world.villages[0]], begins=begins)
    with pytest.raises(BadValues, match="36"):
        plan_coaching(world.by("hadi"), title="Contoh", districts=[world.district], begins=begins, months=37)
    with pytest.raises(Refused):
        plan_coaching(world.health, title="Contoh", districts=[world.district], begins=begins)


def test_a_visit_says_when_who_came_and_what_was_found(world, visit):
    on_day(date(2024, 3, 21))
    perform(Visit.record_visit, visit, by=world.by("gita"), values=told(world))
    visit.refresh_from_db()
    assert (visit.state, visit.held_on, visit.report) == ("done", date(2024, 3, 20), "Semua Pokja hadir.")
    assert set(visit.visitors.values_list("role", flat=True)) == {"agency", "camat"}


@pytest.mark.parametrize(("field", "wrong"), [
    ("held_on", "2024-03-22"), ("held_on", "2024-02-28"), ("held_on", "kemarin"), ("report", "  "), ("visitors", [0]),
    ("visitors", [{"name": "x"}]), ("visitors", []),
])  # fmt: skip
def test_what_is_wrong_with_a_visit_is_named(world, visit, field, wrong):
    on_day(date(2024, 3, 21))
    with pytest.raises(BadValues) as bad:
        perform(Visit.record_visit, visit, by=world.by("gita"), values=told(world) | {field: wrong})
    assert list(bad.value.fields) == [field]


def test_an_office_is_named_by_its_number_alone(world, visit):
    on_day(date(2024, 3, 21))
    agency = world.office("agency").pk
    with pytest.raises(BadValues):
        perform(Visit.record_visit, visit, by=world.by("gita"), values=told(world, visitors=[agency, str(agency)]))


def test_foreign_officers_report_and_see_none(world, visit):
    for by in (world.foreign, world.foreign_pkb, world.health):
        assert rules(Visit.record_visit, visit, by, values=told(world)) == ["coaches_there"]
        assert not visits_for([by]).exists()
    assert visits_for([world.by("gita")]).count() == visits_for([world.by("hadi")]).count() == 12


def test_events_are_seen_where_they_are_held_for(world):
    event = world.training()
    assert [list(events_for([by])) for by in (world.by("hadi"), world.by("gita"))] == [[event], [event]]
    assert not events_for([world.foreign]).exists()
    assert not events_for([world.health]).exists()
    assert list(events_for([world.by("fitri")])) == [event]  # her village lies in the kecamatan that it is held for


def test_a_partner_sees_the_event_that_it_is_asked_to(world):
    event = world.training()
    lines = [{"office": world.health.office_id, "count": 2}]
    perform(Event.enrol, event, by=world.by("ani", "agency"), values={"participants": lines})
    assert list(events_for([world.health])) == [event]
    assert not events_for([world.works]).exists()


def test_a_draft_is_seen_where_it_is_made_and_an_adopted_plan_where_it_leads(world):
    plan = world.plan()
    assert [plans_for([by]).exists() for by in (world.by("hadi"), world.by("gita"), world.foreign)] == [True, False, False]
    perform(Plan.adopt, plan, by=world.by("hadi"))
    assert [plans_for([by]).exists() for by in (world.by("gita"), world.foreign, world.health)] == [True, False, False]


def test_who_serves_some_villages_of_a_kecamatan_sees_its_visits(world):
    world.adopted(months=1)
    OfficeArea.objects.create(office=world.office("pkb"), region=world.villages[0])
    gita = next(mandate for mandate in mandates_of(world.by("gita").person))
    assert visits_for([gita]).count() == 1


def test_a_picture_of_a_visit_is_seen_with_it(world, visit):
    VisitPhoto.objects.create(visit=visit, attachment=(photo := upload("foto.jpg")))
    seen = [attachments_for(by.person).filter(pk=photo.pk).exists() for by in (world.by("gita"), world.foreign)]
    assert seen == [True, False]


def test_the_clock_misses_a_visit_the_day_after_its_report_was_due_and_once(world, visit):
    on_day(date(2024, 4, 3))
    run_due()
    visit.refresh_from_db()
    assert visit.state == "planned"
    on_day(date(2024, 4, 4))
    run_due()
    run_due()
    visit.refresh_from_db()
    entry = JournalEntry.objects.get(act="coaching.Visit.miss")
    assert (visit.state, entry.office.role, entry.on) == ("missed", "system", date(2024, 4, 4))


def test_what_was_missed_may_be_caught_up_on(world, visit):
    on_day(date(2024, 4, 4))
    run_due()
    perform(Visit.record_visit, visit, by=world.by("gita"), values=told(world))
    visit.refresh_from_db()
    assert visit.state == "done"


def test_a_visit_is_left_out_for_a_reason_by_who_planned_it(world, visit):
    assert rules(Visit.excuse, visit, world.by("hadi")) == ["reason_given"]
    assert rules(Visit.excuse, visit, world.by("gita"), reason="Banjir") == ["my_office_plans_it"]
    perform(Visit.excuse, visit, by=world.by("hadi"), reason="Banjir")
    visit.refresh_from_db()
    assert visit.state == "excused"


def test_done_visits_are_told_with_both_denominators(world, visit):
    on_day(date(2024, 4, 4))
    perform(Visit.record_visit, visit, by=world.by("gita"), values=told(world))
    april = visit.plan.visits.get(month=date(2024, 4, 1))
    perform(Visit.excuse, april, by=world.by("hadi"), reason="Banjir")
    so_far = visited(visit.plan.visits.all(), date(2024, 4, 4))
    assert (so_far.done, so_far.excused, so_far.missed, so_far.due, so_far.planned) == (1, 1, 0, 1, 12)
    assert so_far.words == "1 dari 12 kunjungan yang direncanakan; 1 jatuh tempo per 4 April 2024"


@pytest.mark.parametrize(("constraint", "columns"), [
    ("visit_done_iff_dated", {"held_on": date(2024, 3, 4)}), ("visit_month_by_its_first", {"month": date(2024, 3, 2)}),
    ("visit_once_a_month", {"month": date(2024, 4, 1)}),
])  # fmt: skip
def test_the_database_keeps_visits_in_order(visit, constraint, columns):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Visit.objects.filter(pk=visit.pk).update(**columns)
