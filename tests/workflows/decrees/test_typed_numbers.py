"""An external register: the office's book also serves other matters, and its official types the number."""

from datetime import date

import pytest

from tests.decree_world import VILLAGE, fresh
from tests.races import losers, race
from tests.world import on_day
from workflows.core.door import BadValues, Refused, perform
from workflows.decrees.models import DecreeNumber
from workflows.decrees.numbering import check_pattern, number_text, place_in
from workflows.routes.models import Assignment


def decided(world, village=0):
    decree = world.walked(villages=[village])
    world.decide(decree)
    return decree


def type_number(world, decree, text, by=None, reason=""):
    task, by = world.open_task(decree, "number"), by or world.by("budi", "legal")
    return perform(Assignment.type_number, task, by=by, reason=reason, values={"number": text})


@pytest.fixture
def book(world):
    return world.register(mode="external", pattern="B/{no}/KPTS/III.06/{thn}")


@pytest.mark.django_db
def test_the_legal_bureau_types_the_number_of_a_regents_decree(world, book):
    decree = decided(world)
    assert fresh(decree).state == "approved"
    assert world.open_task(decree, "number").office.role == "legal"
    type_number(world, decree, " B/531/KPTS/III.06/2024 ")
    decree = fresh(decree)
    assert (decree.state, decree.issue["number"]) == ("numbered", "B/531/KPTS/III.06/2024")
    world.receive_paper(decree)
    world.sign(decree)
    assert DecreeNumber.objects.get(file=decree.pk).state == "issued"


@pytest.mark.django_db
def test_the_village_secretary_types_the_number_of_a_villages_decree(world):
    world.register(VILLAGE, mode="external")
    decree = world.walked(VILLAGE, effects=["form"])
    world.decide(decree)
    type_number(world, decree, "7 TAHUN 2024", by=world.by("kartika"))
    assert fresh(decree).issue["number"] == "7 TAHUN 2024"


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["531", "B/x/KPTS/III.06/2024", "B/531/KPTS/III.06/2023", "B/531/KPTS/III.07/2024"])
def test_a_number_that_does_not_follow_the_pattern_is_refused_with_an_example(world, book, text):
    decree = decided(world)
    with pytest.raises(BadValues) as wrong:
        type_number(world, decree, text)
    assert "B/1/KPTS/III.06/2024" in wrong.value.fields["number"]
    assert fresh(decree).state == "approved"


@pytest.mark.django_db
def test_a_number_is_not_used_twice(world, book):
    type_number(world, decided(world, 0), "B/10/KPTS/III.06/2024")
    second = decided(world, 1)
    with pytest.raises(BadValues, match="sudah dipakai"):
        type_number(world, second, "B/010/KPTS/III.06/2024")


@pytest.mark.django_db
def test_numbers_and_dates_go_up_together(world, book):
    type_number(world, decided(world, 0), "B/10/KPTS/III.06/2024")
    on_day(date(2024, 3, 5))
    second = decided(world, 1)
    with pytest.raises(BadValues, match="Urutan nomor dan tanggal"):
        type_number(world, second, "B/9/KPTS/III.06/2024")
    type_number(world, second, "B/12/KPTS/III.06/2024")
    between = decided(world, 2)
    with pytest.raises(BadValues, match="bertanggal 4 Maret 2024"):
        type_number(world, between, "B/8/KPTS/III.06/2024")


@pytest.mark.django_db
def test_another_office_does_not_type_the_number(world, book):
    decree = decided(world)
    with pytest.raises(Refused) as refused:
        type_number(world, decree, "B/10/KPTS/III.06/2024", by=world.by("hadi"))
    assert [p.rule for p in refused.value.problems] == ["staff_of_my_office"]


@pytest.mark.django_db(transaction=True)
def test_two_who_type_one_number_at_once_do_not_both_get_it(world, book):
    decrees = [decided(world, 0), decided(world, 1)]
    results = race([lambda d=d: type_number(world, d, "B/10/KPTS/III.06/2024") for d in decrees])
    [loser] = losers(results)
    assert isinstance(loser, BadValues)
    assert DecreeNumber.objects.get().text == "B/10/KPTS/III.06/2024"


@pytest.mark.django_db
def test_before_the_decision_no_number_is_typed(world, book):
    decree = world.walked()
    with pytest.raises(Refused) as refused:
        perform(Assignment.type_number, world.task(decree, "regent"), by=world.by("budi", "legal"), values={"number": "1"})
    assert {p.rule for p in refused.value.problems} == {"is_number", "staff_of_my_office"}


@pytest.mark.django_db
def test_a_number_from_the_book_goes_back_to_it_when_the_decision_falls(world, book):
    decree = decided(world)
    type_number(world, decree, "B/531/KPTS/III.06/2024")
    step = Assignment.objects.get(file=decree.pk, kind="sign")
    perform(Assignment.withdraw_decision, step, by=world.by("citra"), reason="Diktum kedua keliru.")
    assert [(n.state, n.reason) for n in DecreeNumber.objects.all()] == [("released", "Diktum kedua keliru.")]
    world.decide(decree)
    type_number(world, decree, "B/531/KPTS/III.06/2024")
    assert [*DecreeNumber.objects.order_by("pk").values_list("state", flat=True)] == ["released", "reserved"]


def staff_of_legal(world):
    return world.appoint("lina", world.office("legal"), "staf")


@pytest.mark.django_db
def test_out_of_order_only_the_holder_goes_on_and_says_why(world, book):
    type_number(world, decided(world, 0), "B/10/KPTS/III.06/2024")
    on_day(date(2024, 3, 5))
    late = decided(world, 1)
    with pytest.raises(BadValues, match="Pejabatnya sendiri"):
        type_number(world, late, "B/9/KPTS/III.06/2024", by=staff_of_legal(world), reason="Nomor 9 dicadangkan.")
    with pytest.raises(BadValues, match="tuliskan alasannya"):
        type_number(world, late, "B/9/KPTS/III.06/2024")
    type_number(world, late, "B/9/KPTS/III.06/2024", reason=" Nomor 9 dicadangkan. ")
    assert DecreeNumber.objects.get(file=late.pk).note == "Nomor 9 dicadangkan."


@pytest.mark.django_db
def test_an_inserted_number_needs_a_reason_and_stands_after_its_number(world):
    world.register(mode="external", pattern="{no:2}{sisip} TAHUN {thn}")
    type_number(world, decided(world, 0), "17 TAHUN 2024")
    inserted = decided(world, 1)
    with pytest.raises(BadValues, match="sisipan memerlukan alasan"):
        type_number(world, inserted, "17 A TAHUN 2024")
    type_number(world, inserted, "17 A TAHUN 2024", reason="Diputuskan pada hari yang sama.")
    type_number(world, decided(world, 2), "18 TAHUN 2024")
    book = DecreeNumber.objects.order_by("sequence", "insert").values_list("sequence", "insert", "text")
    assert [*book] == [(17, "", "17 TAHUN 2024"), (17, "A", "17 A TAHUN 2024"), (18, "", "18 TAHUN 2024")]


@pytest.mark.django_db
def test_where_the_pattern_has_no_insert_none_is_taken(world, book):
    with pytest.raises(BadValues, match="tidak sesuai pola"):
        type_number(world, decided(world), "B/17A/KPTS/III.06/2024", reason="Sisipan.")


@pytest.mark.django_db
def test_one_inserted_number_is_not_used_twice(world):
    world.register(mode="external", pattern="{no}{sisip} TAHUN {thn}")
    type_number(world, decided(world, 0), "17A TAHUN 2024", reason="Sisipan.")
    with pytest.raises(BadValues, match="sudah dipakai"):
        type_number(world, decided(world, 1), "17-a TAHUN 2024", reason="Sisipan.")


@pytest.mark.parametrize("pattern", ["TAHUN {thn}", "{no}/{no}", "{sisip}{no}", "{no}/{sisip}", "{no}/{klas}", "{no"])
def test_a_pattern_that_cannot_be_read_back_is_refused(pattern):
    with pytest.raises(BadValues):
        check_pattern(pattern)


@pytest.mark.parametrize("pattern", ["{no} TAHUN {thn}", "100.3.3.2/{no}{sisip}/431.013/{thn}", "{no:3}/SK/{bln_romawi}/{thn}"])
def test_every_number_that_a_pattern_writes_is_read_back(pattern):
    day = date(2024, 11, 30)
    assert place_in(pattern, number_text(pattern, 52, day), day) == (52, "")
