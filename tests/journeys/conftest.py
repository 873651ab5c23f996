"""The stage of the journeys. Each file has a stack of its own, on a copy of the database in which the stories were played.

`enter("lampung-barat.bupati", PHONE)` gives a page of somebody who has logged in, `look(page, "name")` looks at it. The
test process works on the same database: it may read what became of an act, and hurry a case on by `perform`.
"""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from pytest_django import DjangoDbBlocker

from tests.databases import cloned, migrated_database, moved_to
from tests.journeys.looking import DESKTOP
from tests.journeys.stack import Stack, running_stack
from tests.stories import Stories, own_files

Enter = Callable[..., Page]


@pytest.fixture(scope="module")
def stack(
    stories: Stories, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory, worker_id: str
) -> Iterator[Stack]:
    """The districts of the stories, gone live: Kubu Raya, Lampung Barat and Pamekasan."""
    folder = tmp_path_factory.mktemp("stack")
    assert not stories.failures, stories.failures
    copied = stories.copied(f"siklus_journey_{worker_id}", folder)
    with django_db_blocker.unblock(), own_files(folder), copied, running_stack(folder) as stack:
        yield stack


@pytest.fixture(scope="module")
def empty_stack(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory, worker_id: str
) -> Iterator[Stack]:
    """An installation on its first day: tables, and nothing in them."""
    folder, name = tmp_path_factory.mktemp("empty"), f"siklus_empty_{worker_id}"
    unblocked, made = django_db_blocker.unblock(), cloned(migrated_database(), name)
    with unblocked, own_files(folder), made, moved_to(name), running_stack(folder) as stack:
        yield stack


@pytest.fixture
def enter(stack: Stack, browser: Browser) -> Iterator[Enter]:
    """`enter(username=None, device=DESKTOP, path="/", **context)`: a page of that person, or of nobody, at a path."""
    contexts: list[BrowserContext] = []

    def entered(username: str | None = None, device: dict[str, Any] = DESKTOP, path: str = "/", **more: Any) -> Page:
        context = browser.new_context(base_url=stack.url, locale="id-ID", **device, **more)
        contexts.append(context)
        if username:
            context.add_cookies([{"name": "sessionid", "value": stack.session_of(username), "url": stack.url}])
        page = context.new_page()
        page.goto(path)
        return page

    yield entered
    for context in contexts:
        context.close()
