"""Each winner gets a certificate: begun with what the contest decided, numbered and signed as the Bupati's paper."""

from datetime import date

import pytest

from documents.problems import problems_of
from tests.contest_world import ContestWorld
from tests.decree_world import PAPER, broken_promises, fresh
from tests.documents.conftest import printed
from workflows.contests.models import Competition, Entry
from workflows.contests.old_results import enter_old_result
from workflows.core.door import perform
from workflows.core.errors import Refused
from workflows.decrees.models import DecreeNumber, Series
from workflows.letters.content import preview_of
from workflows.letters.drafting import start_letter
from workflows.letters.models import Letter
from workflows.organisation.offices import system_mandate
from workflows.routes.models import Assignment


@pytest.fixture
def winners(world: ContestWorld) -> list[Entry]:
    """Two of three, in a category, named by a decree."""
    competition, entries = world.locked("90", "70", "80", winners=2, category="desa")
    world.window_passes(competition)
    decree = world.issued(effects=[], villages=[0, 2])
    world.organise(Competition.award, competition, decree=decree.pk)
    return [fresh(entry) for entry in entries]


def test_each_winner_has_his_own_with_rank_category_and_decree(world: ContestWorld, winners: list[Entry]) -> None:
    begun = [start_letter("piagam", one.file, world.by("ani", "agency")) for one in (winners[0], winners[2])]
    bodies = [letter.fields["body"] for letter in begun]
    assert [body["rank"] for body in bodies] == [1, 2]
    assert [body["recipient"] for body in bodies] == [f"Kampung Keluarga Berkualitas Contoh {name}" for name in ("Satu", "Tiga")]
    assert {body["contest"] for body in bodies} == {"Lomba Kampung KB Kabupaten Contoh Raya Tahun 2024, kategori desa"}
    assert all("Nomor 2 TAHUN 2024 tanggal" in body["decree"] for body in bodies)
    assert [problems_of(preview_of(letter)) for letter in begun] == [{}, {}]


def test_it_is_numbered_in_the_regents_book_and_signed_by_him(world: ContestWorld, winners: list[Entry]) -> None:
    regent = world.office("regent")
    Series.objects.create(office=regent, doc_class="letter", pattern="400/{no}/CH/{thn}", mode="own")
    letter = start_letter("piagam", winners[0].file, world.by("ani", "agency"))
    perform(Letter.finalise, letter, by=world.by("hadi"))
    perform(Letter.receive_paper, letter, by=system_mandate(), values={"sha256": PAPER})
    task = Assignment.objects.get(file=letter.pk, kind="sign_document", state="open")
    assert task.office == regent
    with pytest.raises(Refused):
        perform(Assignment.sign, task, by=world.by("hadi"))
    perform(Assignment.sign, task, by=world.by("citra"))
    assert (fresh(letter).state, fresh(letter).signatory) == ("signed", world.by("citra"))
    assert DecreeNumber.objects.get(file=letter.pk).text == "400/1/CH/2024"
    assert broken_promises() == []
    [page] = printed(fresh(letter).file.snapshot.content | {"issue": fresh(letter).issue}).pages
    text = " ".join(page.text.split())
    assert "NOMOR 400/1/CH/2024" in text.upper()
    assert "JUARA I Lomba Kampung KB Kabupaten Contoh Raya Tahun 2024, kategori desa" in text
    assert "Contoh Citra" in text


def test_who_did_not_win_here_gets_none(world: ContestWorld, winners: list[Entry]) -> None:
    """Neither the third of two, nor a winner whose contest is the province's or was held before Siklus."""
    third = winners[1]
    told = {"source": "Contoh berita", "source_on": date(2018, 10, 18)}
    old = enter_old_result(world.regency, world.by("hadi"), [(world.kampung[0], 1)], level="regency", year=2018, **told)
    for entry in (third, old.entries.get()):
        with pytest.raises(Refused, match="pemenang lomba"):
            start_letter("piagam", entry.file, world.by("hadi"))
