"""Certified copies and excerpts: of what holds, a document each, frozen, with the decree's number and date."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from documents.forms import Form
from documents.preview import fragment
from tests.decree_world import VILLAGE, broken_promises, fresh
from tests.workflows.decrees.changed import changed
from tests.world import region
from workflows.core import door
from workflows.core.door import BadValues, Refused, perform
from workflows.decrees.drafting import add_rows, link
from workflows.decrees.models import Decree
from workflows.letters.copying import start_copies
from workflows.letters.models import Letter
from workflows.routes.models import Assignment

pytestmark = pytest.mark.django_db


@pytest.fixture
def decree(world):
    return world.issued()


@pytest.fixture
def legal(world):
    return world.by("budi", "legal")


def issued(decree, kind, legal, **rows):
    copies = start_copies(decree, kind, legal, **rows)
    perform(Letter.finalise, copies, by=legal)
    return list(copies.order_by("pk"))


def test_a_copy_holds_the_whole_final_text_and_the_decrees_number_and_date(world, decree, legal):
    [copy] = issued(decree, "salinan", legal)
    content = copy.file.snapshot.content
    assert content["original"] == decree.file.snapshot.content | {"issue": decree.issue}
    assert (copy.issue["number"], copy.issue["date"]) == (decree.issue["number"], decree.issue["date"])
    assert copy.issue["signatory"]["name"] == "Contoh Budi"
    assert not copy.file.numbers.exists()


def test_the_certifiers_rank_and_nip_stand_below_his_name(world, decree, legal):
    legal.person.rank, legal.person.nip = "Pembina", "00000000 000000 0 001"
    legal.person.save()
    [copy] = issued(decree, "salinan", legal)
    assert (copy.issue["signatory"]["rank"], copy.issue["signatory"]["nip"]) == ("Pembina", "00000000 000000 0 001")
    printed = fragment("salinan@1", copy.file.snapshot.content | {"issue": copy.issue}, Form.FINAL)
    assert printed.index("Contoh Budi") < printed.index("Pembina") < printed.index("NIP 00000000 000000 0 001")


def test_each_village_gets_its_excerpt_with_its_number_in_the_list(world, decree, legal):
    excerpts = issued(decree, "petikan", legal)
    assert [copy.file.snapshot.content["row"] for copy in excerpts] == [1, 2, 3]
    assert [copy.file.region for copy in excerpts] == world.villages
    assert {copy.state for copy in excerpts} == {"issued"}


def test_an_excerpt_of_an_amendment_has_the_number_that_its_village_has_in_the_amended_list(world, legal):
    listed = world.issued(villages=[0, 1])
    amendment = changed(world, listed, "amends", [0], add=[2])
    [copy] = issued(amendment, "petikan", legal)
    assert (copy.file.region, copy.file.snapshot.content["row"]) == (world.villages[2], 3)
    assert "Contoh Tiga" in fragment("petikan@1", copy.file.snapshot.content | {"issue": copy.issue}, Form.FINAL)


def test_an_excerpt_says_what_was_frozen_whatever_the_tables_say_later(world, decree, legal):
    copy = issued(decree, "petikan", legal)[0]
    before = copy.file.snapshot.content
    Decree.objects.filter(pk=decree.pk).update(subject="Judul lain")
    decree.rows.update(data={"note": "lain"})
    assert fresh(copy).file.snapshot.content == before


def test_a_village_has_one_excerpt_until_it_is_cancelled(world, decree, legal):
    first = issued(decree, "petikan", legal, rows=[2])[0]
    assert len(start_copies(decree, "petikan", legal)) == 2
    with pytest.raises(BadValues, match="sudah mempunyai petikan"):
        start_copies(decree, "petikan", legal)
    perform(Letter.cancel, first, by=legal, reason="Salah cetak")
    assert len(start_copies(decree, "petikan", legal)) == 1


def test_a_row_that_is_not_in_the_list_is_named(world, decree, legal):
    with pytest.raises(BadValues) as wrong:
        start_copies(decree, "petikan", legal, rows=[1, 9])
    assert list(wrong.value.fields) == ["rows.9"]


def test_a_decree_that_nobody_has_signed_is_not_copied(world, legal):
    with pytest.raises(Refused, match="sudah ditandatangani dan masih berlaku"):
        start_copies(world.walked(), "salinan", legal)


def test_a_decree_that_falls_before_its_copy_is_issued_is_not_certified(world, decree, legal):
    copies = start_copies(decree, "salinan", legal)
    revoke(world, decree)
    with pytest.raises(Refused, match="masih berlaku"):
        perform(Letter.finalise, copies, by=legal)


def revoke(world, decree):
    named = f"Keputusan Bupati Nomor {decree.issue['number']} tentang {decree.subject}"
    later = world.decree_draft(effects=["revoke"], clauses=[f"{named} dicabut dan dinyatakan tidak berlaku."])
    link(later, world.drafter(), decree, "revokes")
    perform(Decree.submit, later, by=world.drafter())
    pass_the_way(world, later)
    assert fresh(decree).state == "revoked"


def pass_the_way(world, decree):
    world.walk(decree)
    world.decide(decree)
    world.receive_paper(decree)
    world.sign(decree)


def test_only_who_certifies_that_kind_of_decree_copies_it(world, decree):
    with pytest.raises(Refused, match="ditulis oleh kantor lain"):
        start_copies(decree, "salinan", world.by("hadi"))
    village = world.issued(VILLAGE, effects=["form"])
    with pytest.raises(Refused, match="disahkan oleh kantor lain"):
        start_copies(village, "salinan", world.by("budi", "legal"))
    [copy] = issued(village, "salinan", world.by("kartika"))
    assert copy.issue["signatory"]["lines"] == ["SEKRETARIS DESA CONTOH SATU"]


def test_all_are_signed_in_one_act(world, decree, legal):
    excerpts = issued(decree, "petikan", legal)
    for excerpt in excerpts:
        world.paper_made(excerpt)
    tasks = Assignment.objects.filter(file__in=[e.pk for e in excerpts], kind="sign_document", state="open")
    perform(Assignment.sign, tasks, by=legal)
    assert {fresh(e).state for e in excerpts} == {"signed"}
    assert broken_promises() == []


def test_136_excerpts_cost_as_many_statements_as_three(world, legal):
    few = statements(world.issued(), legal)
    many = world.decree_draft(villages=[])
    more = [region(world.district, "village", "desa", f"Contoh {n}", f"99.01.01.3{n:03}") for n in range(136)]
    add_rows(many, world.drafter(), [(village, {}) for village in more])
    perform(Decree.submit, many, by=world.drafter())
    pass_the_way(world, many)
    assert statements(many, legal) <= few
    assert Letter.objects.filter(concerns=many.pk, state="issued").count() == 136


def statements(decree, legal):
    """How many statements it takes to start and issue its excerpts."""
    before = door.statements_run
    with CaptureQueriesContext(connection) as queries:
        issued(decree, "petikan", legal)
    return len(queries) + door.statements_run - before
