"""The small regency with a decree in force, and with papers in the archive."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from pytest_django import Settings

from documents import archive
from documents.forms import Form
from documents.models import Document
from tests.decree_world import DecreeWorld, build_decree_world, fresh
from tests.ground import Ground, ground_of
from tests.world import on_day, upload
from workflows.core.canonical import fingerprint
from workflows.core.door import perform
from workflows.core.models import Snapshot
from workflows.decrees.models import Decree
from workflows.routes.models import Assignment

DAY_OF_SCAN = date(2024, 3, 7)
MakePaper = Callable[..., Document]


ground = ground_of(build_decree_world)


@pytest.fixture
def world(db: None, ground: Ground) -> DecreeWorld:
    return ground()


@pytest.fixture
def decree(world: DecreeWorld) -> Decree:
    return world.issued()


@pytest.fixture(autouse=True)
def _own_files(tmp_path: Path, settings: Settings) -> None:
    settings.ARCHIVE_DIR, settings.LEDGER_DIR = tmp_path / "archive", tmp_path / "ledger"
    settings.MEDIA_ROOT = tmp_path / "attachments"


@pytest.fixture
def paper(decree: Decree) -> MakePaper:
    """Puts a paper of the decree into the archive, without rendering: `paper(form=Form.DRAFT, pdf=b"…")`."""

    def put(pdf: bytes = b"%PDF-1.7 contoh %%EOF", form: Form = Form.FINAL, number: str = "1 TAHUN 2024") -> Document:
        snapshot = Snapshot.objects.filter(file=decree.pk).latest("pk")
        path = archive.store(pdf)
        content = {"pdf": pdf.hex(), "form": form}
        return Document.objects.create(
            file=decree.file, snapshot=snapshot, kind=decree.kind, template=snapshot.template, form=form, content=content,
            content_sha256=fingerprint(content), sha256=Path(path).stem, size=len(pdf), pages=1, number=number,
            dated=decree.decided_on, path=path,
        )  # fmt: skip

    return put


def signed_in_ink(world: DecreeWorld) -> Decree:
    """A decree that was printed, signed in ink and scanned, and whose scan a second person has confirmed."""
    decree = world.walked(signing="ink")
    lina, mira = (world.appoint(login, world.office("regent"), "staf") for login in ("lina", "mira"))
    on_day(DAY_OF_SCAN)
    task = partial(world.open_task, decree)
    perform(Assignment.record_ink, task("print"), by=lina, values={"inked_on": "2024-03-05"})
    perform(Assignment.hand_in_scan, task("scan"), by=lina, values={"attachment": upload("pindaian.pdf").pk})
    perform(Assignment.confirm_scan, task("confirm_scan"), by=mira)
    return fresh(decree)
