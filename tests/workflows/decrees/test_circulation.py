"""After the decision: serials of the originals, who received the decree, and the letter that reported it."""

from datetime import date
from uuid import uuid4

import pytest

from tests.decree_world import PAPER, VILLAGE, fresh
from tests.world import on_day, upload
from workflows.core.door import BadValues, Refused, perform
from workflows.core.models import JournalEntry
from workflows.decrees.models import Conveyance, Decree, DecreeNumber, PrintedOriginal
from workflows.routes.models import Assignment
from workflows.signing.models import SigningRequest

pytestmark = pytest.mark.django_db
DAY = "2024-03-04"


def convey(world, decree, by=None, **values):
    values = {"conveyed_on": DAY, "channel": "hand"} | values
    return perform(Decree.convey, decree, by=by or world.by("budi", "legal"), values=values)


def received(decree):
    return [*Conveyance.objects.filter(row__decree=decree).values_list("row__order", "receiver", "channel")]


def test_all_villages_are_noted_at_once_each_with_its_head(world):
    decree = world.issued()
    convey(world, decree)
    assert received(decree) == [(1, "Kepala Desa Contoh Satu", "hand"), (2, "Kepala Desa Contoh Dua", "hand"),
                                (3, "Lurah Contoh Tiga", "hand")]  # fmt: skip
    assert JournalEntry.objects.filter(act="decrees.Decree.convey").count() == 1
    assert fresh(decree).state == "in_force"


def test_then_nobody_is_left_and_one_village_may_be_noted_again(world):
    decree = world.issued()
    convey(world, decree, rows=[2], receiver=" Contoh Penerima ", channel="whatsapp", note="Lewat grup desa.")
    convey(world, decree)
    assert [order for order, *_rest in received(decree)] == [1, 2, 3]
    with pytest.raises(BadValues, match="sudah menerima"):
        convey(world, decree)
    convey(world, decree, rows=[2], receiver="Contoh Penerima Kedua")
    assert received(decree)[1:3] == [(2, "Contoh Penerima", "whatsapp"), (2, "Contoh Penerima Kedua", "hand")]


def test_a_proof_is_ones_own_upload(world):
    decree, proof = world.issued(), upload("tanda-terima.pdf", "budi")
    convey(world, decree, rows=[1], proof=proof.pk)
    assert Conveyance.objects.get().proof == proof
    with pytest.raises(BadValues, match="Unggah buktinya"):
        convey(world, decree, rows=[2], proof=upload("milik-lain.pdf", "citra").pk)


@pytest.mark.parametrize(("wrong", "field"), [
    ({"channel": "merpati"}, "channel"), ({"conveyed_on": "kemarin"}, "conveyed_on"),
    ({"conveyed_on": "2024-03-05"}, "conveyed_on"), ({"conveyed_on": "2024-03-03"}, "conveyed_on"),
    ({"rows": [1, 9]}, "rows"), ({"rows": ["1"]}, "rows"), ({"receiver": "x" * 201}, "receiver"), ({"proof": 999}, "proof"),
])  # fmt: skip
def test_what_is_wrong_is_named_and_nothing_is_noted(world, wrong, field):
    decree = world.issued()
    with pytest.raises(BadValues) as refused:
        convey(world, decree, **wrong)
    assert [*refused.value.fields] == [field]
    assert not Conveyance.objects.exists()


def test_only_the_issuers_side_notes_it_and_only_of_what_is_signed(world):
    decree = world.issued()
    with pytest.raises(Refused) as refused:
        convey(world, decree, by=world.by("fitri"))
    assert [problem.rule for problem in refused.value.problems] == ["my_office_keeps_its_papers"]
    convey(world, decree, by=world.by("ani", "agency"))
    with pytest.raises(Refused):
        convey(world, world.walked(villages=[0], effects=[]))


def test_a_villages_decree_is_reported_by_its_staff(world):
    decree = world.issued(VILLAGE, effects=["form"])
    on_day(date(2024, 3, 11))
    values = {"number": " 140/12/2024 ", "reported_on": "2024-03-08"}
    perform(Decree.report, decree, by=world.by("kartika"), values=values)
    decree = fresh(decree)
    assert (decree.reported_number, decree.reported_on, decree.state) == ("140/12/2024", date(2024, 3, 8), "in_force")


def test_a_regents_decree_is_reported_to_nobody(world):
    with pytest.raises(Refused, match="keputusan desa"):
        perform(Decree.report, world.issued(), by=world.by("citra"), values={"number": "1", "reported_on": DAY})


def serials(world, decree, *given):
    values = {"serials": [{"copy": copy, "serial": serial} for copy, serial in given]}
    return perform(Decree.record_serials, decree, by=world.by("budi", "legal"), values=values)


def test_three_originals_have_the_serials_of_their_paper(world):
    decree = world.walked(signing="ink")
    serials(world, decree, (1, " a 000101 "), (2, "A 000102"), (3, "A 000103"))
    serials(world, decree, (2, "A 000104"))
    found = PrintedOriginal.objects.filter(decree=decree).values_list("copy", "serial", "printed_on")
    day = date(2024, 3, 4)
    assert [*found] == [(1, "A 000101", day), (2, "A 000102", day), (2, "A 000104", day), (3, "A 000103", day)]


@pytest.mark.parametrize("given", [
    [(1, "A 1"), (2, "a 1")], [(0, "A 1")], [(21, "A 1")], [(1, " ")], [(1, "x" * 41)], [("1", "A 1")],
])  # fmt: skip
def test_a_serial_is_whole_and_used_once(world, given):
    with pytest.raises(BadValues) as refused:
        serials(world, world.walked(signing="ink"), *given)
    assert [*refused.value.fields] == ["serials"]


def test_no_two_decrees_of_an_issuer_share_a_sheet(world):
    serials(world, world.walked(villages=[0], signing="ink"), (1, "A 1"))
    with pytest.raises(BadValues, match="sudah dipakai: A 1"):
        serials(world, world.walked(villages=[1], signing="ink"), (1, "A 1"))


def test_what_is_signed_electronically_has_no_serial(world):
    with pytest.raises(Refused, match="tanda tangani basah|ditandatangani basah"):
        serials(world, world.issued(), (1, "A 1"))


@pytest.fixture
def numbered(world):
    """A decree whose number the legal bureau typed."""
    world.register(mode="external")
    decree = world.walked()
    world.decide(decree)
    values = {"number": "531 TAHUN 2024"}
    perform(Assignment.type_number, world.open_task(decree, "number"), by=world.by("budi", "legal"), values=values)
    world.receive_paper(decree)
    return decree


def test_a_wrongly_typed_number_goes_back_to_the_book_and_is_typed_again(world, numbered):
    perform(Decree.take_back_number, numbered, by=world.by("budi", "legal"), reason="Seharusnya 513.")
    decree = fresh(numbered)
    assert (decree.state, decree.issue["number"], decree.paper) == ("approved", None, "")
    assert [(n.state, n.reason) for n in DecreeNumber.objects.all()] == [("released", "Seharusnya 513.")]
    assert not decree.file.assignments.filter(kind="sign_document", state="open").exists()
    values = {"number": "513 TAHUN 2024"}
    perform(Assignment.type_number, world.open_task(decree, "number"), by=world.by("budi", "legal"), values=values)
    assert (fresh(decree).state, fresh(decree).issue["number"]) == ("numbered", "513 TAHUN 2024")


def test_nobody_else_takes_it_back_and_not_without_a_reason(world, numbered):
    for login, reason, rule in (("citra", "Salah.", "my_office_typed_its_number"), ("budi", " ", "reason_given")):
        with pytest.raises(Refused) as refused:
            perform(Decree.take_back_number, numbered, by=world.by(login, "legal" if login == "budi" else ""), reason=reason)
        assert [problem.rule for problem in refused.value.problems] == [rule]


def test_while_somebody_signs_the_number_stays(world, numbered):
    task = world.open_task(numbered, "sign_document")
    SigningRequest.objects.create(assignment=task, paper=PAPER, sha256=PAPER, request_id=uuid4(), signer="local", on="2024-03-04",
                                  mandate=world.by("citra"))  # fmt: skip
    with pytest.raises(Refused, match="sedang ditandatangani"):
        perform(Decree.take_back_number, numbered, by=world.by("budi", "legal"), reason="Seharusnya 513.")


def test_a_number_of_an_own_register_is_void_only_with_its_decision(world):
    decree = world.walked()
    world.decide(decree)
    with pytest.raises(Refused, match="hanya batal bersama putusannya"):
        perform(Decree.take_back_number, decree, by=world.by("budi", "legal"), reason="Salah.")
