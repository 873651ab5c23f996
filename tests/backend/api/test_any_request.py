"""Whatever a client sends: never a 500, always what the schema says, and nothing of somebody else's territory."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from django.db.models import Model
from hypothesis import HealthCheck, given, settings
from schemathesis import checks
from schemathesis.core.result import Ok
from schemathesis.specs.openapi import checks as openapi

from tests.letter_world import LetterWorld, build_letter_world
from tests.people import appointed
from tests.world import region
from workflows.core.models import File
from workflows.decrees.models import Decree, Series
from workflows.letters.models import Letter
from workflows.organisation.models import Office
from workflows.organisation.offices import open_offices
from workflows.routes.models import Assignment
from workflows.villages.models import KampungKB, Proposal

ROLES = ["hadi", "ani", "fitri"]
"""The agency that drafts, staff of villages, a village head who signs."""
BY_DAY, BY_NIGHT = 2, 60
"""Examples of each operation."""
FOREIGN = "Seberang"
NEVER = [0, 2**31, 2**63 - 1]
Keys = dict[str, list[int]]
HOLDS = (
    checks.not_a_server_error, openapi.content_type_conformance, openapi.response_schema_conformance,
    openapi.status_code_conformance,
)  # fmt: skip


@pytest.fixture
def world(db: None, monkeypatch: pytest.MonkeyPatch) -> LetterWorld:
    monkeypatch.setattr("rest_framework.throttling.SimpleRateThrottle.get_rate", lambda _of: None)
    monkeypatch.setattr(
        "django.db.backends.base.base.BaseDatabaseWrapper.close", lambda _of: None
    )  # all in one transaction
    world = build_letter_world()
    letter = world.minutes(world.handed_in())
    world.issue(letter, world.staff(0))
    world.issued(villages=[1, 2])
    _next_door(world)
    return world


def _next_door(world: LetterWorld) -> None:
    """A regency with a village and a draft of its own, which none of ours may ever read of."""
    there = region(world.regency.parent, "regency", "kabupaten", f"Contoh {FOREIGN}", "99.02")
    district = region(there, "district", "kecamatan", f"Contoh Hulu {FOREIGN}", "99.02.01")
    village = region(district, "village", "desa", f"Contoh Jauh {FOREIGN}", "99.02.01.2001")
    open_offices(there, date(2024, 3, 4))
    regent = Office.objects.get(role="regent", region=there)
    appointed("seberang", regent)
    file = File.objects.create(kind="decree", title=f"Keputusan {FOREIGN}", region=there, zone=there.zone, office=regent,
                               drafted_by=regent.mandates.get().person, example=True)  # fmt: skip
    Decree.objects.create(file=file, kind="keputusan_bupati", issuer=regent, subject=f"Keputusan {FOREIGN}")
    KampungKB.objects.create(region=village, scope="village", name=village.name)


@pytest.fixture
def keys(world: LetterWorld) -> Keys:
    """By what an address is about: keys that exist, ours and theirs, and some that never will."""
    about: dict[str, type[Model]] = {
        "tasks": Assignment, "decrees": Decree, "letters": Letter, "proposals": Proposal, "villages": KampungKB, "registers": Series
    }  # fmt: skip
    return {
        name: [*model._default_manager.order_by("pk").values_list("pk", flat=True), 2**62]
        for name, model in about.items()
    }


def operations(schema: Any) -> Iterator[Any]:
    for found in schema.get_all_operations():
        assert isinstance(found, Ok), found
        yield found.ok()


@pytest.mark.parametrize(
    ("login", "examples"),
    [("hadi", BY_DAY), *(pytest.param(login, BY_NIGHT, marks=pytest.mark.nightly) for login in ROLES)],
)
def test_any_request_is_answered_as_the_schema_says(
    login: str, examples: int, keys: Keys, client_of: Callable[[str], Any]
) -> None:
    app = WSGIHandler()
    session, csrf = client_of(login).cookies["sessionid"].value, "c" * 32
    cookies = {"sessionid": session, "csrftoken": csrf}
    schema = schemathesis.openapi.from_wsgi("/api/schema/", app, headers={"Cookie": f"sessionid={session}"})
    schema.config.generation.update(with_security_parameters=False)
    answered = Counter(code for operation in operations(schema) for code in try_out(operation, cookies, keys, examples))
    assert answered[200] > 15, answered
    assert answered.total() > 80 * examples


def try_out(operation: Any, cookies: dict[str, str], keys: Keys, examples: int) -> list[int]:
    """Some requests to one operation; returns how they were answered."""
    answered: list[int] = []

    @settings(
        max_examples=examples, database=None, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck)
    )
    @given(case=operation.as_strategy())
    def one(case: Any) -> None:
        for name, value in case.path_parameters.items():
            if isinstance(value, int):
                known = keys.get(case.path.split("/")[2], NEVER)
                case.path_parameters[name] = known[value % len(known)]
        told = {"X-CSRFToken": cookies["csrftoken"], "Accept-Encoding": "identity"}
        answer = case.call(cookies=cookies, headers=told)
        answered.append(answer.status_code)
        case.validate_response(answer, checks=list(HOLDS))
        assert FOREIGN not in answer.text, f"{case.method} {case.path} tells of a foreign territory"

    one()
    return answered
