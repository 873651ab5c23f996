"""What an auditor gets: the whole history, narrowed to one village, and a ZIP that proves itself."""

import hashlib
import io
import json
import zipfile
from typing import Any

import pytest
from django.test import Client

from documents.issue import paper_for
from tests.ground import Ground, ground_of
from tests.letter_world import LetterWorld, build_letter_world
from tests.people import person
from workflows.core.door import perform
from workflows.core.models import JournalEntry, JournalSubject
from workflows.decrees.models import Decree

ground = ground_of(build_letter_world)


@pytest.fixture
def world(db: None, ground: Ground) -> LetterWorld:
    return ground()


@pytest.fixture
def decree(world: LetterWorld) -> Decree:
    return world.issued(villages=[0, 1])


def client_of(login: str) -> Client:
    client = Client()
    client.force_login(person(login))
    return client


def zip_of(subject: Any, login: str = "citra") -> zipfile.ZipFile:
    answer = client_of(login).get(f"/berkas/{subject.pk}/bukti.zip")
    assert answer.status_code == 200
    return zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))


def test_the_page_tells_every_act_in_order_with_actor_version_and_who_was_told(world: LetterWorld, decree: Decree) -> None:
    page = client_of("citra").get(f"/berkas/{decree.pk}/riwayat/").content.decode()
    entries = JournalEntry.objects.filter(pk__in=acts_of(decree)).order_by("pk")
    places = [page.index(f'id="catatan-{entry.pk}"') for entry in entries]
    assert places == sorted(places)
    assert len(places) > 5
    code = decree.file.snapshots.get().sha256[:4].upper()
    assert f"Yang dibaca: v1 · {code}-" in " ".join(page.split())
    assert "Versi baru: v1" in " ".join(page.split())
    assert "Bupati" in page


def acts_of(decree: Decree) -> set[int]:
    return set(JournalSubject.objects.filter(file_id=decree.pk).values_list("entry_id", flat=True))


def test_narrowed_to_a_village_the_acts_of_others_are_left_out(world: LetterWorld, decree: Decree) -> None:
    values = {"conveyed_on": "2024-03-04", "channel": "hand", "rows": [2]}
    entry = perform(Decree.convey, decree, by=world.by("hadi"), values=values)
    first, second = decree.rows.order_by("order")
    JournalSubject.objects.create(entry=entry, kind="kampungkb", object_id=second.kampung_id, file_id=decree.pk, version=9)
    client = client_of("citra")
    with_it = client.get(f"/berkas/{decree.pk}/riwayat/?desa={second.kampung_id}").content.decode()
    without = client.get(f"/berkas/{decree.pk}/riwayat/?desa={first.kampung_id}").content.decode()
    assert f'id="catatan-{entry.pk}"' in with_it
    assert f'id="catatan-{entry.pk}"' not in without
    assert "mengajukan berkas" in without
    assert f"{first.kampung.region.name}, {first.kampung.region.parent.name}</option>" in with_it


def test_the_number_of_statements_does_not_grow_with_the_acts(
    world: LetterWorld, decree: Decree, django_assert_max_num_queries: Any
) -> None:
    client = client_of("citra")
    with django_assert_max_num_queries(20):
        client.get(f"/berkas/{decree.pk}/riwayat/")


def test_the_zip_holds_papers_versions_and_acts_and_its_sums_are_right(decree: Decree) -> None:
    packed = zip_of(decree)
    assert packed.testzip() is None
    lines = [line.split("  ") for line in packed.read("SHA256SUMS").decode().splitlines()]
    sums = {name: digest for digest, name in lines}
    assert set(sums) == set(packed.namelist()) - {"SHA256SUMS"}
    assert all(hashlib.sha256(packed.read(name)).hexdigest() == digest for name, digest in sums.items())
    snapshot = decree.file.snapshots.get()
    [version] = [name for name in packed.namelist() if name.startswith("versi/")]
    assert sums[version] == snapshot.sha256
    acts = json.loads(packed.read("riwayat.json"))
    assert [act["entry"] for act in acts] == sorted(acts_of(decree))
    assert {act["read"] for act in acts} >= {snapshot.sha256}
    index = packed.read("index.html").decode()
    assert decree.subject in index
    assert "<script" not in index


def test_a_missing_attachment_is_told_and_breaks_nothing(world: LetterWorld) -> None:
    proposal = world.handed_in()
    packed = zip_of(proposal, "hadi")
    assert "tidak ada dalam arsip" in packed.read("index.html").decode()


def test_a_missing_paper_is_told_and_breaks_nothing(decree: Decree) -> None:
    paper = paper_for(decree.file.snapshot, "final", decree.issue)
    paper.file_path.unlink()
    index = zip_of(decree).read("index.html").decode()
    assert paper.file_name in index
    assert "tidak ada dalam arsip" in index
