"""Receipts of papers in the archive: true at any time, and judged by nothing but themselves and a key."""

import json

import pytest
from pytest_django import Settings

from documents.forms import Form
from documents.ledger import leaves
from documents.ledger.errors import NotProved, NotSealed
from documents.ledger.models import Leaf
from documents.ledger.ours import known_keys
from documents.ledger.receipts import Receipt, receipt_for
from documents.ledger.sealing import seal
from tests.decree_world import DecreeWorld
from tests.documents.ledger.conftest import MakePaper
from workflows.decrees.models import Decree


def test_a_receipt_says_what_the_paper_is_and_proves_it(paper: MakePaper, decree: Decree) -> None:
    document = paper()
    seal()
    told = receipt_for(document)
    facts = {
        key: told["document"][key] for key in ("kind", "form", "number", "dated", "sha256", "rendered_sha256", "file")
    }
    assert facts == {
        "kind": "keputusan_bupati", "form": "final", "number": "1 TAHUN 2024", "dated": "2024-03-04", "sha256": document.sha256,
        "rendered_sha256": document.sha256, "file": decree.file.token,
    }  # fmt: skip
    assert Receipt.read(json.dumps(told).encode()).judge(known_keys()).size > told["index"]


def test_a_receipt_stays_the_same_while_the_ledger_grows(paper: MakePaper) -> None:
    document = paper()
    seal()
    told = receipt_for(document)
    for number in range(5):
        paper(b"%%PDF %d" % number, number=f"{number} TAHUN 2024")
        seal()
        assert receipt_for(document) == told


def test_every_paper_of_a_ledger_is_proved(paper: MakePaper) -> None:
    papers = [paper(b"%%PDF %d" % number, number=f"{number} TAHUN 2024") for number in range(20)]
    seal()
    for document in papers:
        Receipt.read(json.dumps(receipt_for(document)).encode()).judge(known_keys())


def test_what_is_not_sealed_has_no_receipt(paper: MakePaper) -> None:
    with pytest.raises(NotSealed, match="belum tercatat"):
        receipt_for(paper())


def test_a_draft_never_has_one(paper: MakePaper) -> None:
    draft = paper(form=Form.DRAFT)
    seal()
    with pytest.raises(NotSealed):
        receipt_for(draft)


def test_a_receipt_of_another_installation_is_not_believed(
    paper: MakePaper, settings: Settings, world: DecreeWorld
) -> None:
    document = paper()
    seal()
    told = Receipt.read(json.dumps(receipt_for(document)).encode())
    ours = known_keys()
    (settings.LEDGER_DIR / "key.pem").unlink()
    for line in settings.LEDGER_DIR.glob("*.vkey"):
        line.unlink()
    with pytest.raises(NotProved, match="tidak ditandatangani dengan kunci yang dikenal"):
        told.judge(known_keys())
    assert told.judge(ours)


def test_a_paper_whose_row_says_something_else_gets_no_valid_receipt(paper: MakePaper, monkeypatch: pytest.MonkeyPatch) -> None:
    document = paper()
    seal()
    told = leaves.documents([document.pk])[document.pk] | {"number": "2 TAHUN 2024"}
    monkeypatch.setattr(leaves, "documents", lambda _keys: {document.pk: told})
    with pytest.raises(NotProved):
        Receipt.read(json.dumps(receipt_for(document)).encode()).judge(known_keys())
    assert Leaf.objects.filter(kind="document").count() == 1
