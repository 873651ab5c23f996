"""The excerpts of one decree signed under one password by whoever certifies them, with the local signer, over HTTP."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from documents.models import Document
from documents.signing import chosen
from documents.signing.errors import ServiceDown
from documents.signing.judge import judge
from documents.signing.signer import Signatory, Signed, Signer
from tests.backend.pages.decrees import as_official
from tests.letter_world import LetterWorld, build_letter_world
from tests.worker.test_papers_of_decrees import make_papers
from tests.world import region
from worker.signing import several
from workflows.core.door import perform
from workflows.decrees.drafting import add_rows
from workflows.decrees.models import Decree
from workflows.letters.copying import start_copies
from workflows.letters.models import Letter

PAGE, PASSWORD, VILLAGES = "/tugas/tanda-tangan/", "contoh-sandi", 5  # noqa: S105


@pytest.fixture
def world(db: None, settings: Settings, tmp_path: Path) -> LetterWorld:
    settings.SIGNER, settings.LOCAL_SIGNER_DIR, settings.ARCHIVE_DIR = "local", tmp_path / "signing", tmp_path / "archive"
    settings.BASE_URL = "https://siklus.contoh.invalid"
    return build_letter_world()


@pytest.fixture
def excerpts(world: LetterWorld) -> list[Letter]:
    """One for each village of a decree, issued, their papers made."""
    return excerpts_of(world, VILLAGES)


@pytest.fixture
def budi(world: LetterWorld) -> Client:
    person = world.by("budi", "legal").person
    person.set_password(PASSWORD)
    person.save()
    client = as_official(world, "budi", "legal")
    client.force_login(person)
    return client


def excerpts_of(world: LetterWorld, villages: int) -> list[Letter]:
    decree, legal = listing(world, villages), world.by("budi", "legal")
    made = start_copies(decree, "petikan", legal, signing="tte")
    perform(Letter.finalise, made, by=legal)
    for letter in made:
        make_papers(letter)
    return list(made.order_by("pk"))


def listing(world: LetterWorld, villages: int) -> Decree:
    decree = world.decree_draft(villages=[])
    places = [region(world.district, "village", "desa", f"Contoh {n}", f"99.01.01.3{n:03}") for n in range(villages)]
    add_rows(decree, world.drafter(), [(village, {}) for village in places])
    perform(Decree.submit, decree, by=world.drafter())
    world.walk(decree)
    world.decide(decree)
    world.receive_paper(decree)
    world.sign(decree)
    return decree


def sign_ticked(client: Client) -> Any:
    """The answer to a page sent with everything that it offers ticked."""
    page = client.get(PAGE)
    tasks = [task.pk for task, _paper in page.context["tasks"]]
    challenge = page.context["form"]["challenge"].value()
    return client.post(PAGE, {"challenge": challenge, "password": PASSWORD, "reason": "", "tasks": tasks})


def states(excerpts: list[Letter]) -> list[str]:
    return list(Letter.objects.filter(pk__in=[e.pk for e in excerpts]).order_by("pk").values_list("state", flat=True))


def test_all_excerpts_of_a_decree_are_signed_under_one_password(excerpts: list[Letter], budi: Client) -> None:
    assert f"{VILLAGES} naskah sudah ditandatangani" in sign_ticked(budi).content.decode()
    assert states(excerpts) == ["signed"] * VILLAGES
    papers = list(Document.objects.filter(form="signed", file__in=[e.pk for e in excerpts]))
    assert len({paper.sha256 for paper in papers}) == VILLAGES
    told = judge(papers[0].file_path.read_bytes(), chosen.trust())
    assert (told.sound, [signature.signer for signature in told.signed_by]) == (True, ["Contoh Budi"])


def test_when_the_time_of_a_request_is_over_the_next_goes_on(
    excerpts: list[Letter], budi: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each look at the clock is eight seconds later, so that two papers fit into the time."""
    for signed, said in ((2, "Masih ada 3"), (4, "Masih ada 1"), (5, "")):
        clock = count(step=8.0)
        monkeypatch.setattr(several, "time", SimpleNamespace(monotonic=lambda clock=clock: next(clock)))
        answer = sign_ticked(budi)
        assert (answer.status_code, said in answer.content.decode()) == (200, True)
        assert states(excerpts).count("signed") == signed


@dataclass
class OutOfReachOnce:
    """The local signer, whose third call does not get through."""

    real: Signer
    calls: Iterator[int] = field(default_factory=lambda: count(1))

    def __getattr__(self, name: str) -> Any:
        return getattr(self.real, name)

    def sign(self, pdf: bytes, signatory: Signatory, secret: str, request_id: str, *, last: bool = True) -> Signed:
        if next(self.calls) == 3:
            raise ServiceDown
        return self.real.sign(pdf, signatory, secret, request_id, last=last)


def test_after_a_failure_in_the_middle_the_rest_is_signed_once_each(
    excerpts: list[Letter], budi: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    flaky = OutOfReachOnce(chosen.signer())
    choose: Callable[[], Any] = lambda: flaky  # noqa: E731
    monkeypatch.setattr("worker.signing.signers.signer", choose)
    stopped = sign_ticked(budi)
    assert (stopped.status_code, states(excerpts)) == (422, ["signed"] * 2 + ["issued"] * 3)
    assert "2 naskah sudah ditandatangani" in stopped.content.decode()
    assert "3 naskah sudah ditandatangani" in sign_ticked(budi).content.decode()
    assert states(excerpts) == ["signed"] * VILLAGES
    assert Document.objects.filter(form="signed").count() == VILLAGES
