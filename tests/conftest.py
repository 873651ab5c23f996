"""The database of the tests: made by its owner, used by the application's role, as in production."""

import gc
import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.staticfiles import handlers
from django.core.cache import cache
from hypothesis import HealthCheck, settings
from playwright.sync_api import expect
from pytest_django import DjangoDbBlocker
from whitenoise.middleware import WhiteNoiseMiddleware

from tests.databases import clones_of_the_database, migrated_database
from tests.migrated import a_migrated_database
from tests.stories import BY_DAY, BY_NIGHT, Stories, forget_stories, stories_in

SLOWEST = 30_000
"""Milliseconds until a page of a busy machine must show what is expected of it: as long as Playwright waits for a click."""


def pytest_configure(config: pytest.Config) -> None:
    """By day chosen examples are always the same, so that nobody's change fails by chance; by night they are new ones."""
    expect.set_options(timeout=SLOWEST)
    slow = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
    settings.register_profile("busy machine", derandomize=by_day(config), **slow)
    settings.load_profile("busy machine")


def pytest_collection_finish() -> None:
    """What is loaded by now stays, and a test's own garbage is little: it need not be looked through again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def by_day(config: pytest.Config) -> bool:
    return config.option.markexpr == "not nightly"


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """One more than there are cores: browsers, workers and databases let a process wait."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_modify_db_settings: None, django_db_blocker: DjangoDbBlocker,
    pytestconfig: pytest.Config,
) -> Iterator[None]:  # fmt: skip
    """In place of pytest-django's own: the application's role may neither create nor migrate a database."""
    cache = pytestconfig.cache.mkdir("migrated")
    with django_db_blocker.unblock(), a_migrated_database(cache), clones_of_the_database():
        yield


@pytest.fixture(scope="session", autouse=True)
def static_files_as_in_production() -> Iterator[None]:
    """By WhiteNoise, with its headers; Django's own handler, which a live server would put in front, knows none of them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(handlers, "StaticFilesHandler", lambda application: application)
        yield


@pytest.fixture(scope="session", autouse=True)
def static_files_are_looked_for_once() -> Iterator[None]:
    """Every test client has middleware of its own, and each of WhiteNoise's would look through all files again."""
    look, found = WhiteNoiseMiddleware.add_files_from_finders, dict[str, Any]()

    def from_the_first(middleware: WhiteNoiseMiddleware) -> None:
        if not found:
            look(middleware)
            found.update(middleware.files)
        middleware.files.update(found)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(WhiteNoiseMiddleware, "add_files_from_finders", from_the_first)
        yield


@pytest.fixture(autouse=True)
def nobody_has_asked_before() -> None:
    """Or tests that are quick would ask too often within a minute: what is counted is in Redis, which no test rolls back."""
    cache.clear()


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """The system's Chromium, which talks to nobody but the page under test."""
    quiet = ("disable-gpu", "disable-quic", "disable-background-networking", "disable-component-update", "disable-sync")
    switches = ["no-sandbox", "no-first-run", *quiet]
    return {"executable_path": shutil.which("chromium"), "args": [f"--{switch}" for switch in switches]}


@pytest.fixture(scope="session")
def stories(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory,
    pytestconfig: pytest.Config,
) -> Stories:  # fmt: skip
    """The shipped stories, played once for all processes of this run; by day those that tests of the day walk through."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    with django_db_blocker.unblock():
        return stories_in(shared / "stories", migrated_database(), BY_DAY if by_day(pytestconfig) else BY_NIGHT)


@pytest.fixture(scope="session", autouse=True)
def played_early(request: pytest.FixtureRequest) -> None:
    """The first process plays the stories before anything else; those who walk through them come last, and none waits for them."""
    walks = any("stories" in getattr(item, "fixturenames", ()) for item in request.session.items)
    if walks and os.environ.get("PYTEST_XDIST_WORKER") == "gw0":
        request.getfixturevalue("stories")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """The process that began the run is the last to end."""
    if not hasattr(session.config, "workerinput"):
        forget_stories()
