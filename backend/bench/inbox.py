"""*Tugas saya* among a million tasks: the statements of a page, against one hand-written one for the bare list."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from django.db import connection

from backend.pages.acting import Acting
from backend.pages.inbox import one_page
from backend.pages.inbox_lists import LISTS, counted
from workflows.organisation.models import Mandate, Office, Person

from .ground import Ground, analyze
from .measure import Figure, Work, race
from .raw import prepared

DESKS = {"village": "village_head", "district": "camat", "regency": "agency"}
WARM_UP = 3


def inbox(ground: Ground, runs: int) -> Figure:
    """`runs` pages of each level; `details` has the median milliseconds in the statements of every tab, counts included."""
    fill(ground)
    desks = {level: desk(role, ground.today) for level, role in DESKS.items()}
    with prepared("inbox") as raw:
        for ours, limit in pairs(desks, raw, WARM_UP):
            ours(), limit()
        figure = race("inbox", pairs(desks, raw, runs))
    for level, by in desks.items():
        for tab in LISTS:
            took = median(in_statements(by, tab) for _run in range(runs))
            figure.details[f"{level} {tab}"] = round(1000 * took, 2)
    return figure


def fill(ground: Ground) -> None:
    """The million tasks, by plain SQL, and what autovacuum would learn of them."""
    province, by = ground.district.parent.parent, ground.staff  # type: ignore[union-attr]
    given = {"province": province.pk, "path": province.path, "person": by.person_id, "mandate": by.pk}  # type: ignore[union-attr]
    with connection.cursor() as cursor:
        for statement in Path(__file__).with_name("a_million_tasks.sql").read_text().split(";\n"):
            cursor.execute(statement, given)
    analyze()


def desk(role: str, today: date) -> Acting:
    """The holder of the last office of a role, as he acts on the pages."""
    office = Office.objects.filter(role=role).latest("pk")
    person = Person.objects.create(username=f"bench-{role}", name=f"Contoh {role}")
    made = Mandate.objects.create(office=office, person=person, capacity="definitif", since=today)
    return Acting(Mandate.objects.select_related("person", "office__region", "acts_for__region").get(pk=made.pk), 0)


def pairs(desks: dict[str, Acting], raw: Any, runs: int) -> Iterator[tuple[Work, Work]]:
    for _run in range(runs):
        for by in desks.values():
            yield (lambda by=by: page(by, "keputusan")), (lambda by=by: raw(office=by.office_id))  # type: ignore[misc]


def in_statements(by: Acting, tab: str) -> float:
    """The seconds that the database took for a page, without what Python does around it."""
    took = 0.0

    def timed(execute: Any, *given: Any) -> Any:
        nonlocal took
        start = perf_counter()
        answer = execute(*given)
        took += perf_counter() - start
        return answer

    with connection.execute_wrapper(timed):
        page(by, tab)
    return took


def page(by: Acting, tab: str) -> None:
    """One page of a tab and the counts of all."""
    lists = {name: rows(by) for name, rows in LISTS.items()}
    counted(lists)
    one_page(lists[tab], tab, None)
