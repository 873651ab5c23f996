"""Holders come and go through the one door; tasks and past acts stay where they are."""

import threading
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection

from workflows.core import door
from workflows.core.door import perform, problems
from workflows.core.errors import BadValues, Refused
from workflows.core.models import JournalEntry, JournalSubject
from workflows.organisation.mandates import holders, may_act, vacant
from workflows.organisation.models import Capacity, Mandate, Office, Person, Region, Role
from workflows.organisation.offices import open_offices, system_mandate
from workflows.organisation.states import OfficeState

from .conftest import LONG_AGO, mandate, office, region

pytestmark = pytest.mark.django_db
SINCE = date(2024, 8, 21)
Named = Callable[[str], Person]


def appointment(**values: Any) -> dict[str, Any]:
    return {"capacity": "definitif", "since": SINCE, "paper": "Contoh SK 1", **values}


def heads(regency: Region, count: int) -> Any:
    found = Office.objects.filter(role=Role.VILLAGE_HEAD, region__in=Region.objects.under(regency)).order_by("pk")
    return Office.objects.filter(pk__in=list(found.values_list("pk", flat=True)[:count]))


def people(prefix: str, count: int) -> list[Person]:
    return Person.objects.bulk_create(
        Person(username=f"{prefix}{n}", name=f"Contoh {prefix} {n}") for n in range(count)
    )


def new_heads(offices: Any, newcomers: list[Person], **more: Any) -> list[dict[str, Any]]:
    return [
        {"office": head.pk, "person": newcomer.pk, "capacity": "definitif", "paper": "Contoh SK 2", **more}
        for head, newcomer in zip(offices.order_by("pk"), newcomers, strict=True)
    ]


@pytest.fixture
def bupati(kubu_raya: Region) -> Office:
    return office("61.12", Role.REGENT)


def test_appoint_lets_a_person_act_from_the_first_day(bupati: Office, person: Named) -> None:
    ani = person("Ani")
    entry = perform(Office.appoint, bupati, by=system_mandate(), values=appointment(person=ani.pk))
    assert [m.paper for m in may_act(ani, bupati, SINCE)] == ["Contoh SK 1"]
    assert may_act(ani, bupati, date(2024, 8, 20)) == []
    subject = JournalSubject.objects.get(entry_id=entry.pk)
    assert (subject.kind, subject.object_id, subject.to_state) == ("office", bupati.pk, "active")


def test_a_second_definitive_holder_is_refused_by_name(bupati: Office, person: Named) -> None:
    mandate(bupati, person("Ani"))
    budi = person("Budi")
    with pytest.raises(Refused, match="masih dipegang Contoh Ani"):
        perform(Office.appoint, bupati, by=system_mandate(), values=appointment(person=budi.pk))
    perform(Office.appoint, bupati, by=system_mandate(), values=appointment(person=budi.pk, capacity="plh"))
    assert [m.capacity for m in holders([bupati.pk], SINCE)[bupati.pk]] == ["definitif", "plh"]


@pytest.mark.parametrize(
    ("wrong", "rule"),
    [
        ({"person": 0}, "appointee_is_known"),
        ({"capacity": "raja"}, "capacity_fits"),
        ({"capacity": "an"}, "capacity_fits"),
        ({"until": date(2024, 8, 20)}, "days_in_order"),
    ],
)
def test_an_appointment_that_makes_no_sense_is_refused(bupati: Office, person: Named, wrong: dict, rule: str) -> None:
    values = appointment(person=person("Ani").pk) | wrong
    found = problems(Office.appoint, bupati, by=system_mandate(), values=values)
    assert rule in [problem.rule for problem in found]
    with pytest.raises(Refused):
        perform(Office.appoint, bupati, by=system_mandate(), values=values)
    assert not Mandate.objects.filter(office=bupati).exists()


def test_an_appointment_needs_its_paper(bupati: Office, person: Named) -> None:
    with pytest.raises(BadValues, match="paper"):
        perform(Office.appoint, bupati, by=system_mandate(), values=appointment(person=person("Ani").pk, paper=""))


def test_acting_on_behalf_is_appointed_with_its_superior(bupati: Office, person: Named) -> None:
    sekda, secretary = person("Sekda"), office("61.12", Role.SECRETARY)
    values = appointment(person=sekda.pk, capacity="an", acts_for=bupati.pk)
    perform(Office.appoint, secretary, by=system_mandate(), values=values)
    assert [m.capacity for m in may_act(sekda, bupati, SINCE)] == ["an"]


def test_the_agency_registers_in_its_regency_and_nowhere_else(bupati: Office, person: Named) -> None:
    open_offices(region("61.71"), LONG_AGO)
    operator = mandate(office("61.12", Role.AGENCY), person("Operator"), Capacity.STAF)
    values = appointment(person=person("Ani").pk)
    elsewhere = office("61.71", Role.REGENT)
    assert [p.rule for p in problems(Office.appoint, elsewhere, by=operator, values=values)] == ["may_administer"]
    assert problems(Office.appoint, bupati, by=operator, values=values) == []


def test_a_stranger_registers_nobody(bupati: Office, person: Named) -> None:
    eko = mandate(office("61.12.01", Role.CAMAT), person("Eko"))
    with pytest.raises(Refused, match="Anda tidak mengurus pejabat"):
        perform(Office.appoint, bupati, by=eko, values=appointment(person=eko.person_id))


def test_an_ended_mandate_holds_through_its_last_day(bupati: Office, person: Named) -> None:
    held = mandate(bupati, person("Ani"))
    perform(Office.end_mandate, bupati, by=system_mandate(), values={"mandate": held.pk, "until": SINCE})
    assert may_act(held.person, bupati, SINCE)
    assert not may_act(held.person, bupati, date(2024, 8, 22))
    with pytest.raises(Refused, match="sudah berakhir"):
        perform(Office.end_mandate, bupati, by=system_mandate(), values={"mandate": held.pk, "until": date(2024, 9, 1)})


def test_a_mandate_of_another_office_cannot_be_ended_here(bupati: Office, person: Named) -> None:
    other = mandate(office("61.12", Role.SECRETARY), person("Ani"))
    with pytest.raises(Refused, match="bukan milik jabatan ini"):
        perform(Office.end_mandate, bupati, by=system_mandate(), values={"mandate": other.pk, "until": SINCE})


def test_sixty_village_heads_change_on_one_day_in_one_entry(kubu_raya: Region) -> None:
    offices = heads(kubu_raya, 60)
    before = [mandate(head, old) for head, old in zip(offices.order_by("pk"), people("lama", 60), strict=True)]
    staff = mandate(offices[0], people("operator", 1)[0], Capacity.STAF)
    newcomers, entries = people("baru", 60), JournalEntry.objects.count()
    values = {"since": SINCE, "appointments": new_heads(offices, newcomers)}
    statements = door.statements_run
    entry = perform(Office.take_over, offices, by=system_mandate(), values=values)
    assert door.statements_run - statements == 4
    assert JournalEntry.objects.count() == entries + 1
    assert JournalSubject.objects.filter(entry_id=entry.pk).count() == 60
    assert set(Mandate.objects.filter(pk__in=[m.pk for m in before]).values_list("until", flat=True)) == {
        date(2024, 8, 20)
    }
    held = holders(offices.values("pk"), SINCE)
    assert sorted(m.person_id for [m] in held.values()) == sorted(p.pk for p in newcomers)
    assert not vacant(date(2024, 8, 20)).filter(pk__in=offices).exists()
    assert not vacant(SINCE).filter(pk__in=offices).exists()
    staff.refresh_from_db()
    assert staff.until is None


def test_one_bad_row_stops_the_whole_change_and_is_named(kubu_raya: Region) -> None:
    offices = heads(kubu_raya, 3)
    rows = new_heads(offices, people("baru", 3))
    for wrong, words in (
        ({"person": 0}, "tidak dikenal"),
        ({"capacity": "plh"}, "harus definitif, pj, atau plt"),
        ({"paper": ""}, "Dasar penugasan"),
        ({"paper_on": "21-08-2024"}, "harus berbentuk 2024-08-21"),
        ({"office": 0}, "tidak termasuk"),
    ):
        values = {"since": SINCE, "appointments": [*rows[:2], rows[2] | wrong]}
        with pytest.raises(Refused, match=words):
            perform(Office.take_over, offices, by=system_mandate(), values=values)
    with pytest.raises(Refused, match="Belum ada pejabat barunya"):
        perform(Office.take_over, offices, by=system_mandate(), values={"since": SINCE, "appointments": rows[:2]})
    doubled = {"since": SINCE, "appointments": [*rows, rows[0]]}
    with pytest.raises(Refused, match="dua kali"):
        perform(Office.take_over, offices, by=system_mandate(), values=doubled)
    assert not Mandate.objects.filter(office__in=offices).exists()


def test_nobody_is_replaced_before_having_begun(kubu_raya: Region) -> None:
    offices = heads(kubu_raya, 2)
    mandate(offices[0], people("mendatang", 1)[0], since=date(2024, 9, 1))
    with pytest.raises(Refused, match="Contoh mendatang 0 sudah tercatat"):
        perform(
            Office.take_over,
            offices,
            by=system_mandate(),
            values={"since": SINCE, "appointments": new_heads(offices, people("baru", 2))},
        )


def test_a_past_act_keeps_the_mandate_it_was_made_by(bupati: Office, person: Named) -> None:
    old = mandate(office("61.12", Role.AGENCY), person("Lama"))
    entry = perform(Office.appoint, bupati, by=old, values=appointment(person=person("Ani").pk))
    rows = [{"office": old.office_id, "person": person("Baru").pk, "capacity": "plt", "paper": "Contoh SK 3"}]
    values = {"since": date(2025, 1, 1), "appointments": rows}
    perform(Office.take_over, old.office, by=system_mandate(), values=values)
    written = JournalEntry.objects.select_related("mandate__person").get(pk=entry.pk)
    assert (written.mandate_id, written.mandate.person.name) == (old.pk, "Contoh Lama")


def test_a_dissolved_office_ends_its_mandates_and_may_be_opened_anew(kubu_raya: Region, person: Named) -> None:
    camat = office("61.12.01", Role.CAMAT)
    held = mandate(camat, person("Ani"))
    perform(Office.dissolve, camat, by=system_mandate())
    camat.refresh_from_db()
    held.refresh_from_db()
    assert camat.state == OfficeState.DISSOLVED
    assert held.until is not None
    assert may_act(held.person, camat, held.until) == []
    assert open_offices(kubu_raya, SINCE) == 1
    with pytest.raises(Refused):
        perform(Office.dissolve, camat, by=system_mandate())


@pytest.mark.django_db(transaction=True)
def test_two_rival_appointments_at_once_have_one_winner() -> None:
    call_command("load_territory", verbosity=0)
    open_offices(region("61.12"), LONG_AGO)
    seat, clock, rivals = office("61.12", Role.REGENT), system_mandate(), people("calon", 6)
    outcomes: list[str] = []
    start = threading.Barrier(len(rivals))

    def race(rival: Person) -> None:
        start.wait()
        try:
            perform(Office.appoint, seat, by=clock, values=appointment(person=rival.pk))
            outcomes.append("appointed")
        except Refused as refused:
            outcomes.append(refused.problems[0].rule)
        finally:
            connection.close()

    racers = [threading.Thread(target=race, args=[rival]) for rival in rivals]
    for racer in racers:
        racer.start()
    for racer in racers:
        racer.join()
    assert sorted(outcomes) == ["appointed", *["full_seat_is_free"] * 5]
