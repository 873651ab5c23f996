"""A letter from its draft to the signature: numbered once, frozen when issued, sent back, cancelled."""

import pytest

from tests.decree_world import broken_promises, fresh
from workflows.core.door import BadValues, Refused, perform
from workflows.core.models import Outbox
from workflows.decrees.models import DecreeNumber
from workflows.letters.drafting import edit
from workflows.letters.models import Letter

pytestmark = pytest.mark.django_db


@pytest.fixture
def proposal(world):
    return world.handed_in()


@pytest.fixture
def draft(world, proposal):
    return world.letter("rekomendasi", proposal, world.by("budi", "camat"))


def numbers(letter):
    return list(DecreeNumber.objects.filter(file=letter.pk).order_by("pk").values_list("text", "state"))


def test_a_draft_begins_with_what_is_known(world, draft):
    assert draft.subject == "Rekomendasi penetapan Kampung Keluarga Berkualitas Desa Contoh Satu"
    assert draft.fields["body"]["recipients"] == [{"name": "Desa Contoh Satu", "position": "Kepala Desa Contoh Satu"}]
    assert draft.fields["to"] == ["Kepala Perangkat Daerah KB Kabupaten Contoh Raya"]


def test_issuing_numbers_dates_and_freezes_it(world, draft):
    world.issue(draft, world.by("budi", "camat"))
    letter = fresh(draft)
    assert (letter.state, letter.issue["number"], letter.issue["date"]) == ("issued", "400.13/1/CH/2024", "2024-03-04")
    assert letter.issue["signatory"] == {"lines": ["CAMAT CONTOH HILIR"], "name": "Contoh Budi"}
    assert letter.file.snapshot.content["subject"] == draft.subject
    assert letter.file.snapshot.content["issue"] is None
    assert Outbox.objects.filter(topic="render_final", object_id=letter.pk).exists()
    with pytest.raises(Refused, match="konsep"):
        edit(letter, world.by("budi", "camat"), subject="Lain")


def test_its_paper_opens_the_task_and_the_signature_ends_it(world, draft):
    camat = world.by("budi", "camat")
    world.issue(draft, camat)
    world.paper_made(draft)
    world.sign_letter(draft, camat)
    letter = fresh(draft)
    assert (letter.state, letter.signatory) == ("signed", camat)
    assert numbers(letter) == [("400.13/1/CH/2024", "issued")]
    assert Outbox.objects.filter(topic="letter_signed", object_id=letter.pk, office=letter.concerns.office).exists()
    assert broken_promises() == []


def test_staff_issue_it_for_the_holder_but_do_not_sign(world, draft):
    desk = world.appoint("lina", world.office("camat"), "staf")
    world.issue(draft, desk)
    world.paper_made(draft)
    assert fresh(draft).signatory == world.by("budi", "camat")
    with pytest.raises(Refused, match="milik Camat"):
        world.sign_letter(draft, desk)


def test_another_office_does_not_issue_it(world, draft):
    with pytest.raises(Refused, match="disusun oleh"):
        world.issue(draft, world.by("hadi"))


def test_cancelled_its_number_is_void_and_nobody_signs_it(world, draft):
    camat = world.by("budi", "camat")
    world.issue(draft, camat)
    world.paper_made(draft)
    with pytest.raises(Refused, match="alasan"):
        perform(Letter.cancel, draft, by=camat)
    perform(Letter.cancel, draft, by=camat, reason="Salah alamat")
    assert fresh(draft).state == "cancelled"
    assert numbers(draft) == [("400.13/1/CH/2024", "void")]
    assert not draft.file.assignments.filter(state="open").exists()


def test_sent_back_it_gets_a_new_number_and_a_new_paper(world, draft):
    camat = world.by("budi", "camat")
    world.issue(draft, camat)
    world.paper_made(draft)
    perform(Letter.return_to_draft, draft, by=camat, reason="Perbaiki alamat")
    assert (fresh(draft).state, fresh(draft).issue, fresh(draft).paper) == ("draft", None, "")
    edit(fresh(draft), camat, subject="Diperbaiki")
    world.issue(draft, camat)
    world.paper_made(draft)
    world.sign_letter(draft, camat)
    assert numbers(draft) == [("400.13/1/CH/2024", "void"), ("400.13/2/CH/2024", "issued")]
    assert fresh(draft).file.snapshot.number == 2
    assert broken_promises() == []


def test_an_official_whom_the_paper_does_not_name_cannot_sign_it(world, draft):
    world.issue(draft, world.by("budi", "camat"))
    world.paper_made(draft)
    acting = world.appoint("dedi", world.office("camat"), "plh")
    with pytest.raises(Refused, match="mencetak Contoh Budi sebagai penanda tangan"):
        world.sign_letter(draft, acting)


def test_a_vacant_office_issues_nothing(world, draft):
    camat = world.by("budi", "camat")
    desk = world.appoint("lina", world.office("camat"), "staf")
    type(camat).objects.filter(pk=camat.pk).update(until="2024-03-01")
    with pytest.raises(Refused, match="tidak ada pejabatnya hari ini"):
        world.issue(draft, desk)
    assert numbers(draft) == []


def test_without_a_register_it_says_so(world):
    decree = world.decree_draft()
    world.office("agency").series.filter(doc_class="nota_dinas").delete()
    letter = world.letter("nota_dinas", decree, world.by("hadi"))
    with pytest.raises(Refused, match="Register nomor surat"):
        world.issue(letter, world.by("hadi"))


def test_a_kind_without_a_number_gets_none(world):
    study = world.letter("telaahan_staf", world.decree_draft(), world.by("hadi"))
    edit(study, world.by("hadi"), body=study.fields["body"] | {"analysis": ["Contoh."], "conclusions": ["Contoh."]})
    world.issue(study, world.by("hadi"))
    assert fresh(study).issue["number"] == ""
    assert numbers(study) == []


@pytest.mark.parametrize(("field", "value"), [
    ("to", "Camat"), ("nature", "Cepat"), ("subject", " "), ("body", []), ("letterhead", {}), ("through", 7),
])  # fmt: skip
def test_a_wrong_field_is_named(world, draft, field, value):
    with pytest.raises(BadValues) as wrong:
        edit(draft, world.by("budi", "camat"), **{field: value})
    assert list(wrong.value.fields) == [field]
