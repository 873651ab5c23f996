"""What the public check page of a decree weighs, with all that it fetches, against its budget of 25 kB."""

import gzip
import re
from typing import Any

from django.test import Client
from django.urls import reverse

from workflows.core.door import perform
from workflows.core.models import File
from workflows.routes.models import Assignment

from .ground import SIGNATORY, Ground
from .measure import Figure

BUDGET = 25_000
"""Bytes, head lines included, compressed as the server sends them."""
FETCHED = re.compile(r'<(?:link|script|img)\b[^>]*?\b(?:href|src)="(/[^"]+)"')


def check_page(ground: Ground, rows: int) -> Figure:
    """The page of a decree in force over `rows` villages."""
    task = ground.numbered(rows)
    perform(Assignment.sign, task, by=ground.by[SIGNATORY])
    token = File.objects.get(pk=task.file_id).token
    visitor = Client(headers={"host": "localhost", "accept-encoding": "gzip"})
    page = visitor.get(reverse("public-paper", args=[token]))
    fetched = FETCHED.findall(gzip.decompress(page.content).decode())
    ours = weight(page) + sum(weight(visitor.get(address)) for address in fetched)
    return Figure("check-page", ours, BUDGET, ours / BUDGET, "bytes", 1, {"requests": 1 + len(fetched)})


def weight(answer: Any) -> int:
    """Bytes of body and head lines. Raises RuntimeError for what is not there: it would weigh nothing."""
    if answer.status_code != 200:
        raise RuntimeError(f"{answer.status_code}")
    body = answer.getvalue()
    return len(body) + sum(len(name) + len(value) + 4 for name, value in answer.items())
