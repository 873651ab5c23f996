"""What is hashed for the ledger: everything that was said and done, and the same at any time."""

from datetime import date

import pytest

from documents.ledger import leaves
from documents.ledger.models import Kind
from tests.decree_world import DecreeWorld
from tests.documents.ledger.conftest import signed_in_ink
from tests.world import on_day, upload
from workflows.core.models import Attachment, JournalEntry, JournalSubject
from workflows.routes import paper


def of_the_only(kind: str) -> leaves.Content:
    [(_, content)] = leaves.CONTENTS[kind](list(leaves.SOURCES[kind]().values_list("pk", flat=True))).items()
    return content


def test_an_entry_is_hashed_with_every_column_and_every_subject(world: DecreeWorld) -> None:
    world.issued()
    entry = JournalEntry.objects.get(act="routes.Assignment.sign")
    content = leaves.entries([entry.pk])[entry.pk]
    assert content.keys() == {field.attname for field in JournalEntry._meta.concrete_fields} | {"subjects"}
    assert [subject["id"] for subject in content["subjects"]] == list(
        JournalSubject.objects.filter(entry=entry).order_by("pk").values_list("pk", flat=True)
    )
    assert content["subjects"][0].keys() | {"entry_id"} == {f.attname for f in JournalSubject._meta.concrete_fields}


def test_a_scan_is_hashed_once_a_second_person_has_confirmed_it(world: DecreeWorld) -> None:
    decree = signed_in_ink(world)
    [scan] = of_the_only(Kind.SCAN)["scans"]
    kept = Attachment.objects.get(name="pindaian.pdf")
    assert (scan["file"], scan["attachment"], scan["sha256"]) == (decree.file.token, kept.pk, kept.sha256)
    assert scan["of"].startswith("assignment ")


def test_so_is_the_scan_of_an_act_that_was_recorded_from_paper(world: DecreeWorld) -> None:
    decree = world.walked(until="legal")
    on_day(date(2024, 3, 8))
    lina, mira = (world.appoint(login, world.office("legal"), "staf") for login in ("lina", "mira"))
    kept = paper.record(
        world.task(decree, "legal"), "approve", by=lina, on=date(2024, 3, 5), official=world.by("budi", "legal"),
        attachment=upload("paraf.pdf").pk,
    )  # fmt: skip
    assert not leaves.SOURCES[Kind.SCAN]().exists()
    paper.confirm(kept, by=mira)
    [scan] = of_the_only(Kind.SCAN)["scans"]
    assert (scan["of"], scan["sha256"]) == (f"paperrecord {kept.pk}", upload("paraf.pdf").sha256)


@pytest.mark.parametrize("kind", [Kind.ENTRY, Kind.SCAN])
def test_the_kind_is_hashed_too(kind: str) -> None:
    assert leaves.hashed(kind, {"id": 1}) != leaves.hashed(Kind.DOCUMENT, {"id": 1})


def test_a_hash_of_today_is_one_of_tomorrow() -> None:
    """Whoever changes what is hashed makes every receipt worthless: a new column needs a new schema."""
    content = {"id": 1, "number": "531 TAHUN 2024", "dated": date(2024, 8, 8)}
    assert leaves.hashed(Kind.DOCUMENT, leaves.plain(content)).hex() == KNOWN


KNOWN = "30572a9807e1f55ba0066b49aeeb66f95bbc4ef0dda3a04612c54506d20fba7b"
