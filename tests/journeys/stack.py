"""Siklus as a district runs it: web, worker and scheduler as processes, PostgreSQL, Valkey and an SMTP server, all real."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from django.test import Client

from backend.launch import children, commands
from backend.launch.children import Child
from backend.launch.health import answers
from backend.launch.state import CHECKOUT
from tests.processes import environment, running_scheduler, running_worker, wait_until
from tests.worker.post_office import PostOffice, free_port, opened
from workflows.organisation.models import Person


@dataclass
class Stack:
    """`env` is what its processes see, for another one that a journey starts or starts again."""

    url: str
    post_office: PostOffice
    folder: Path
    env: dict[str, str] = field(default_factory=dict)

    def session_of(self, username: str) -> str:
        """The session of somebody who has logged in, for the journeys that are not about logging in."""
        client = Client()
        client.force_login(Person.objects.get(username=username))
        return client.cookies["sessionid"].value


@contextmanager
def running_stack(folder: Path) -> Iterator[Stack]:
    """On this test's database and on files in `folder`."""
    with opened(PostOffice()) as post_office:
        stack = Stack(f"http://127.0.0.1:{free_port()}", post_office, folder)
        stack.env = {
            "DJANGO_SETTINGS_MODULE": "tests.journeys.settings", "SIKLUS_ENV": "demo", "BASE_URL": stack.url,
            "EMAIL_PORT": str(post_office.port),
        }  # fmt: skip
        with running_worker(**stack.env), running_scheduler(**stack.env), running_web(stack):
            yield stack


@contextmanager
def running_web(stack: Stack) -> Iterator[Child]:
    """gunicorn as in production, at the stack's address; returns when it answers."""
    command = commands.web(stack.url.removeprefix("http://"), workers=1)
    web = children.start("web", command, env=environment(**stack.env), log=stack.folder / "web.log", cwd=CHECKOUT)
    try:
        wait_until(lambda: web.ended or answers(stack.url), "the web pages answer", seconds=90)
        if web.ended:
            pytest.fail(f"web ended:\n{web.last_words(40)}")
        yield web
    finally:
        children.stop_all([web])

