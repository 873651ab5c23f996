"""Papers for tests: each is rendered once a session, in the box, and read by poppler."""

from collections.abc import Callable
from functools import cache

import pytest

from documents import box
from documents.content import Content
from documents.forms import Form
from documents.kinds import find
from tests.documents.reading import Reading

BUPATI, KADES = "keputusan_bupati@1", "keputusan_kades@1"


@cache
def sample_paper(template: str, rows: int, form: Form) -> Reading:
    return Reading(box.render(template, find(template).sample(rows), form).pdf)


def printed(content: Content, form: Form = Form.FINAL) -> Reading:
    return Reading(box.render(content["template"], content, form).pdf)


@pytest.fixture
def decree() -> Callable[..., Content]:
    """A small decree whose keys a test may replace: `decree(subject="…")`."""

    def build(rows: int = 3, template: str = BUPATI, **replaced: object) -> Content:
        return {**find(template).sample(rows), **replaced}

    return build
