"""The final paper of a letter or copy: made by the worker from what was frozen, handed over once."""

import pytest

from documents.models import Document
from tests.decree_world import fresh
from tests.documents.reading import poppler
from tests.ground import Ground, ground_of
from tests.letter_world import build_letter_world
from tests.worker.test_papers_of_decrees import make_papers
from workflows.core.door import BadValues, perform
from workflows.letters.copying import start_copies
from workflows.letters.drafting import edit
from workflows.letters.models import Letter

ground = ground_of(build_letter_world)


@pytest.fixture
def world(db: None, ground: Ground):
    return ground()


def text_of(paper):
    """Its words with single spaces."""
    return " ".join(poppler("pdftotext", paper.file_path.read_bytes(), "-", "-").split())


def paper_of(letter):
    make_papers(letter)
    return Document.objects.get(file=letter.pk, form="final")


def test_a_note_is_made_and_its_author_may_sign_it(world):
    note = world.letter("nota_dinas", world.decree_draft(), world.by("hadi"))
    world.issue(note, world.by("hadi"))
    paper = paper_of(note)
    make_papers(note)
    assert (paper.number, fresh(note).paper) == ("1/ND/03/2024", paper.sha256)
    assert "rancangan Keputusan Bupati Contoh Raya tentang Penetapan Contoh" in text_of(paper)
    assert note.file.assignments.filter(kind="sign_document").count() == 1


def test_minutes_print_their_parties_in_order(world):
    minutes = world.minutes(world.handed_in())
    world.issue(minutes, world.staff(0))
    text = text_of(paper_of(minutes))
    assert text.index("Contoh Fitri") < text.index("Contoh Kartika")


def test_copy_and_excerpt_bear_the_decrees_number(world):
    decree, legal = world.issued(), world.by("budi", "legal")
    for kind in ("salinan", "petikan"):
        copies = start_copies(decree, kind, legal)
        perform(Letter.finalise, copies, by=legal)
        paper = paper_of(copies.order_by("pk")[0])
        assert paper.number == decree.issue["number"]
        assert f"{kind.capitalize()} sesuai dengan aslinya" in text_of(paper)


def test_a_paper_of_a_letter_sent_back_is_not_handed_over(world):
    note = world.letter("nota_dinas", world.decree_draft(), world.by("hadi"))
    world.issue(note, world.by("hadi"))
    perform(Letter.return_to_draft, note, by=world.by("hadi"), reason="Keliru")
    make_papers(note)
    assert fresh(note).paper == ""


def test_what_its_kind_misses_is_said_before_it_is_issued(world):
    note = world.letter("nota_dinas", world.decree_draft(), world.by("hadi"))
    edit(note, world.by("hadi"), body={"points": []}, to=[])
    with pytest.raises(BadValues) as wrong:
        world.issue(note, world.by("hadi"))
    assert {"body.points", "to"} <= set(wrong.value.fields)
    assert fresh(note).state == "draft"


def test_a_staff_study_without_a_number_is_kept_too(world):
    study = world.letter("telaahan_staf", world.decree_draft(), world.by("hadi"))
    edit(study, world.by("hadi"), body=study.fields["body"] | {"analysis": ["Contoh."], "conclusions": ["Contoh."]})
    world.issue(study, world.by("hadi"))
    assert paper_of(study).number == ""


def test_the_control_sheet_tells_who_initialled_the_draft_and_when(world):
    legal = world.by("budi", "legal")
    sheet = world.letter("lembar_kendali", world.walked(until="secretary"), legal)
    assert [(step["name"], step["on"]) for step in sheet.fields["body"]["ladder"]] == [
        ("Contoh Hadi", "2024-03-04"), ("Contoh Budi", "2024-03-04"), ("Contoh Joko", "2024-03-04"), ("", ""),
    ]  # fmt: skip
    world.issue(sheet, legal)
    assert "disetujui secara elektronik: Contoh Joko" in text_of(paper_of(sheet))


def test_an_erratum_names_the_decree_and_what_it_should_say(world):
    world.letter_register("regent", "letter", "CONTOH/{no}/{thn}")
    legal = world.by("budi", "legal")
    erratum = world.letter("ralat", world.issued(), legal)
    slip = {"place": "Lampiran nomor urut 1", "written": "Contho", "meant": "Contoh"}
    edit(erratum, legal, body=erratum.fields["body"] | {"corrections": [slip]})
    world.issue(erratum, legal)
    text = text_of(paper_of(erratum))
    assert "RALAT" in text
    assert "Contho" in text
