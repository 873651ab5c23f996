"""Ids of others' things, sent by somebody who may do the act itself: refused with words, or as if they did not exist."""

from datetime import date
from uuid import uuid4

import pytest

from backend.access import attachments_for
from tests.backend.api.conftest import Api
from tests.backend.pages.decrees import as_official
from tests.ground import Ground, ground_of
from tests.letter_world import LetterWorld, build_letter_world
from tests.people import person
from tests.signing_world import ready_to_sign, task_to_sign
from tests.world import region, upload
from workflows.core.models import JournalEntry
from workflows.decrees.models import Conveyance
from workflows.letters.models import Letter
from workflows.organisation.models import Office
from workflows.organisation.offices import open_offices
from workflows.signing.models import SigningRequest

ground = ground_of(build_letter_world)


@pytest.fixture
def world(db: None, ground: Ground) -> LetterWorld:
    return ground()


def api(login: str) -> Api:
    made = Api()
    made.force_login(person(login))
    return made


def test_a_village_sees_the_receipt_of_its_own_conveyance_only(world: LetterWorld) -> None:
    decree, entry = world.issued(), JournalEntry.objects.latest("pk")
    proofs = [upload(f"bukti-{row.order}.pdf", "hadi") for row in decree.rows.order_by("order")]
    for row, proof in zip(decree.rows.order_by("order"), proofs, strict=True):
        Conveyance.objects.create(
            row=row, conveyed_on=date(2024, 3, 4), channel="langsung", receiver="Contoh", proof=proof, entry=entry
        )
    seen = lambda login: [proof for proof in proofs if attachments_for(person(login)).contains(proof)]  # noqa: E731
    assert seen("fitri") == proofs[:1]
    assert seen("eko") == proofs[1:2]
    assert seen("budi") == proofs
    assert as_official(world, "fitri").get(f"/lampiran/{proofs[1].pk}/").status_code == 404


def test_offices_of_elsewhere_are_no_parties(world: LetterWorld) -> None:
    there = region(world.regency.parent, "regency", "kabupaten", "Contoh Seberang", "99.02")
    open_offices(there, date(2024, 3, 4))
    elsewhere = Office.objects.get(role="regent", region=there)
    letter = world.minutes(world.handed_in())
    by, version = world.staff(0).pk, letter.file.version
    for office in (elsewhere.pk, world.office("village_head", 1).pk, 2**60):
        answer = api("ani").patch(f"/api/letters/{letter.pk}/", {
            "version": version, "mandate": by, "parties": [{"role": "Bupati", "office": office}]})  # fmt: skip
        assert answer.status_code == 400
        assert "parties.1" in answer.json()["errors"]
    assert letter.parties.filter(office__isnull=False).count() == 2


def test_only_the_office_that_signs_asks_what_became_of_it(world: LetterWorld, monkeypatch: pytest.MonkeyPatch) -> None:
    task = task_to_sign(ready_to_sign(world, villages=[0], effects=[]))
    asked: list[SigningRequest] = []

    def resumed(request: SigningRequest) -> JournalEntry:
        asked.append(request)
        return JournalEntry.objects.latest("pk")

    SigningRequest.objects.create(assignment=task, paper="ab" * 32, sha256="ab" * 32, request_id=uuid4(), signer="double",
                                  mandate=world.by("fitri"), on=date(2024, 3, 4))  # fmt: skip
    monkeypatch.setattr("backend.api.signing.resume", resumed)
    assert api("budi").get(f"/api/tasks/{task.pk}/sign/").json()["state"] == "unknown"
    assert api("budi").post(f"/api/tasks/{task.pk}/sign/check/").status_code == 400
    assert asked == []
    assert api("fitri").post(f"/api/tasks/{task.pk}/sign/check/").status_code == 201


def test_a_copy_asked_for_twice_is_one_copy(world: LetterWorld) -> None:
    decree, budi = world.issued(), as_official(world, "budi", "legal")
    buttons = budi.get(f"/keputusan/{decree.pk}/").context["writable"]
    form = {"key": next(button for button in buttons if button.kind == "salinan").key}
    assert [budi.post(f"/surat/salinan/{decree.pk}/salinan/", form).status_code for _ in range(2)] == [302, 302]
    assert Letter.objects.filter(kind="salinan").count() == 1
    by, headers = world.by("budi", "legal").pk, {"Idempotency-Key": "the same"}
    ask = {"kind": "petikan", "mandate": by}
    answers = [api("budi").post(f"/api/decrees/{decree.pk}/copies/", ask, headers=headers) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 201]
    assert answers[0].json() == answers[1].json()
    assert Letter.objects.filter(kind="petikan").count() == 3
    assert (
        api("budi").post(f"/api/decrees/{decree.pk}/copies/", ask | {"kind": "salinan"}, headers=headers).status_code
        == 422
    )
