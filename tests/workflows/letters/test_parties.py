"""Several signatories: in order, the last one completes it; one without a login makes it a paper for ink."""

from datetime import date

import pytest

from tests.decree_world import broken_promises, fresh
from tests.world import on_day, upload
from workflows.core.door import BadValues, Refused, perform
from workflows.letters.drafting import edit
from workflows.letters.models import Letter
from workflows.routes.models import Assignment

pytestmark = pytest.mark.django_db
COUNCIL = {"role": "Ketua BPD", "name": "Contoh Ketua", "lines": ["KETUA BPD"]}


@pytest.fixture
def minutes(world):
    return world.minutes(world.handed_in())


@pytest.fixture
def on_paper(world, minutes):
    """The same minutes, with a party who has no login; issued, and the paper made."""
    head = {"role": "Kepala Desa", "office": world.office("village_head").pk}
    edit(minutes, world.staff(0), parties=[head, COUNCIL], signing="tte")
    world.issue(minutes, world.staff(0))
    world.paper_made(minutes)
    return minutes


def signatures(letter):
    tasks = Assignment.objects.filter(file=letter.pk, kind="sign_document").order_by("pk")
    return [(task.order, task.office.role, task.state) for task in tasks.select_related("office")]


def test_the_paper_names_the_parties_in_their_order(world, minutes):
    world.issue(minutes, world.staff(0))
    frozen = fresh(minutes).file.snapshot.content
    assert [(party["role"], party["name"]) for party in frozen["parties"]] == [
        ("Kepala Desa", "Contoh Fitri"), ("Notulis", "Contoh Kartika"),
    ]  # fmt: skip
    assert fresh(minutes).issue["number"] == "01/BA/03/2024"


def test_one_signs_after_the_other_and_the_last_completes_it(world, minutes):
    world.issue(minutes, world.staff(0))
    world.paper_made(minutes)
    assert signatures(minutes) == [(1, "village_head", "open"), (2, "village_secretary", "waiting")]
    world.sign_letter(minutes, world.by("fitri"))
    assert fresh(minutes).state == "issued"
    assert signatures(minutes) == [(1, "village_head", "approved"), (2, "village_secretary", "open")]
    world.sign_letter(minutes, world.by("kartika"))
    assert fresh(minutes).state == "signed"
    assert broken_promises() == []


def test_out_of_turn_nobody_signs(world, minutes):
    world.issue(minutes, world.staff(0))
    world.paper_made(minutes)
    second = Assignment.objects.get(file=minutes.pk, order=2)
    with pytest.raises(Refused, match="Belum giliran .*; sekarang giliran Kepala Desa Contoh Satu"):
        perform(Assignment.sign, second, by=world.by("kartika"))


def test_the_second_may_send_it_back_and_then_all_sign_anew(world, minutes):
    world.issue(minutes, world.staff(0))
    world.paper_made(minutes)
    with pytest.raises(Refused, match="hanya dikembalikan oleh"):
        perform(Letter.return_to_draft, minutes, by=world.by("kartika"), reason="Belum gilirannya")
    world.sign_letter(minutes, world.by("fitri"))
    perform(Letter.return_to_draft, minutes, by=world.by("kartika"), reason="Hasil ketiga belum tercatat")
    world.issue(minutes, world.staff(0))
    world.paper_made(minutes)
    for login in ("fitri", "kartika"):
        world.sign_letter(minutes, world.by(login))
    assert (fresh(minutes).state, fresh(minutes).issue["number"]) == ("signed", "02/BA/03/2024")
    assert [state for _order, _role, state in signatures(minutes)] == ["approved", "voided", "approved", "approved"]
    assert broken_promises() == []


def test_cancelled_between_two_signatures_nobody_is_left_to_sign(world, minutes):
    world.issue(minutes, world.staff(0))
    world.paper_made(minutes)
    world.sign_letter(minutes, world.by("fitri"))
    perform(Letter.cancel, minutes, by=world.staff(0), reason="Musyawarah diulang")
    assert signatures(minutes)[1] == (2, "village_secretary", "voided")


def test_a_party_without_a_login_makes_it_a_paper_for_ink(world, on_paper):
    assert (fresh(on_paper).signing, fresh(on_paper).issue["signature"]) == ("ink", "ink")
    assert world.open_task(on_paper, "print").office == world.office("village_head")
    assert signatures(on_paper) == []


def test_ink_ends_with_a_scan_that_a_second_person_compares(world, on_paper):
    ani, fitri = world.staff(0), world.by("fitri")
    perform(Assignment.record_ink, world.open_task(on_paper, "print"), by=ani, values={"inked_on": "2024-03-04"})
    perform(Assignment.hand_in_scan, world.open_task(on_paper, "scan"), by=ani, values={"attachment": upload("ba.pdf").pk})
    task = world.open_task(on_paper, "confirm_scan")
    with pytest.raises(Refused, match="orang kedua"):
        perform(Assignment.confirm_scan, task, by=ani)
    perform(Assignment.refuse_scan, task, by=fitri, reason="Halaman dua hilang")
    perform(Assignment.hand_in_scan, world.open_task(on_paper, "scan"), by=ani, values={"attachment": upload("ba2.pdf").pk})
    perform(Assignment.confirm_scan, world.open_task(on_paper, "confirm_scan"), by=fitri)
    assert fresh(on_paper).state == "signed"
    assert broken_promises() == []


def test_ink_is_not_older_than_its_paper(world, on_paper):
    on_day(date(2024, 3, 6))
    with pytest.raises(BadValues, match="tidak mungkin lebih awal"):
        perform(Assignment.record_ink, world.open_task(on_paper, "print"), by=world.staff(0), values={"inked_on": "2024-03-01"})


@pytest.mark.parametrize("party", [
    {"role": ""}, {"office": 10**9}, {"role": 3}, {"role": "Saksi", "lines": "SAKSI"}, {"role": "x" * 101},
])  # fmt: skip
def test_an_impossible_party_is_named_by_its_row(world, minutes, party):
    with pytest.raises(BadValues) as wrong:
        edit(minutes, world.staff(0), parties=[COUNCIL, party])
    assert list(wrong.value.fields) == ["parties.2"]


def test_somebody_with_an_office_must_answer_for_it(world, minutes):
    edit(minutes, world.staff(0), parties=[COUNCIL])
    with pytest.raises(BadValues, match="memegang jabatan"):
        world.issue(minutes, world.staff(0))
