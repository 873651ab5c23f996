"""Letters and certified copies, as whoever scans their code sees them."""

import pytest
from django.test import Client

from documents.ledger.sealing import seal
from tests.backend.public.test_check_page import word
from tests.letter_world import LetterWorld, build_letter_world
from workflows.core.door import perform
from workflows.decrees.models import Decree
from workflows.letters.copying import start_copies
from workflows.letters.models import Letter
from workflows.organisation.models import Mandate
from workflows.organisation.offices import system_mandate

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(db: None) -> LetterWorld:
    return build_letter_world()


@pytest.fixture
def legal(world: LetterWorld) -> Mandate:
    return world.by("budi", "legal")


@pytest.fixture
def copy(world: LetterWorld, legal: Mandate) -> Letter:
    copies = start_copies(world.issued(), "salinan", legal)
    perform(Letter.finalise, copies, by=legal)
    return copies.get()


def look(client: Client, letter: Letter):
    return client.get(f"/v/{letter.file.token}")


def test_a_copy_is_valid_when_it_is_signed_and_leads_to_its_decree(
    client: Client, world: LetterWorld, copy: Letter, legal: Mandate
) -> None:
    assert word(look(client, copy)) == "Belum sah"
    world.paper_made(copy)
    world.sign_letter(copy, legal)
    answer = look(client, copy)
    page = answer.content.decode()
    assert word(answer) == "Sah"
    assert "Ini salinan dari keputusan yang sekarang: Berlaku." in page
    assert f"/v/{copy.concerns.token}" in page


def test_a_copy_of_what_has_ended_says_so(client: Client, world: LetterWorld, copy: Letter, legal: Mandate) -> None:
    world.paper_made(copy)
    world.sign_letter(copy, legal)
    decree = Decree.objects.get(pk=copy.concerns_id)
    perform(Decree.expire, give_end(decree), by=system_mandate())
    assert "keputusan yang sekarang: Berakhir." in look(client, copy).content.decode()


def give_end(decree: Decree) -> Decree:
    Decree.objects.filter(pk=decree.pk).update(expires_on="2024-01-31")
    return Decree.objects.get(pk=decree.pk)


def test_a_cancelled_letter(client: Client, copy: Letter, legal: Mandate) -> None:
    perform(Letter.cancel, copy, by=legal, reason="salah desa")
    assert word(look(client, copy)) == "Dibatalkan"


def test_a_draft_is_nobodys_business(client: Client, world: LetterWorld, legal: Mandate) -> None:
    draft = start_copies(world.issued(), "salinan", legal).get()
    assert look(client, draft).status_code == 404


def test_the_receipt_once_the_ledger_has_the_paper(client: Client, decree: Decree, paper) -> None:
    path = f"/v/{decree.file.token}/tanda-terima"
    assert client.get(path).status_code == 404
    seal()
    answer = client.get(path)
    assert answer.json()["document"]["sha256"] == paper.sha256
    assert answer["Content-Disposition"].endswith('.pdf.receipt.json"')
