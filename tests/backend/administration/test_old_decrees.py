"""Old decrees from a list: a second person records them, and what follows for the villages follows from the decree."""

from datetime import date

import pytest

from backend.administration.imports.applying import apply
from backend.administration.imports.checking import counts
from backend.administration.imports.undoing import undo
from tests.backend.administration.books import book, checked, findings
from workflows.core.errors import BadValues, Refused
from workflows.decrees.models import Decree
from workflows.villages.models import KampungKB

HEADER = ["Nomor keputusan", "Tanggal ditetapkan", "Tentang", "Kode desa/kelurahan", "Isi keputusan"]
OLD = [
    ["188.45/100/2019", date(2019, 5, 6), "Penetapan Kampung Contoh", "99.01.01.2001", ""],
    ["188.45/100/2019", "6 Mei 2019", "Penetapan Kampung Contoh", "9901012002", ""],
    ["21 TAHUN 2021", "05/07/2021", "Pokja Contoh", "99.01.01.2001, 99.01.01.1003", "mengangkat Pokja"],
]


def old(*lines):
    return book(*lines, header=HEADER)


def test_a_second_person_records_them_and_the_villages_follow(world):
    source = checked("keputusan", world, old(*OLD))
    with pytest.raises(BadValues, match="orang kedua"):
        apply(source, world.by("ani", "agency"))
    apply(source, world.by("hadi"))
    assert [(d.issue["number"], d.rows.count()) for d in Decree.objects.order_by("decided_on")] == [
        ("188.45/100/2019", 2), ("21 TAHUN 2021", 2)]  # fmt: skip
    unit = KampungKB.objects.get(region=world.villages[0])
    assert unit.state == "active"
    assert counts(checked("keputusan", world, old(*OLD)))["same"] == 3


def test_whoever_may_not_enter_decrees_records_none(world, lia):
    source = checked("keputusan", world, old(*OLD))
    with pytest.raises(Refused):
        apply(source, world.by("budi", "camat"))
    assert not Decree.objects.exists()


def test_a_recorded_decree_is_not_taken_back(world):
    source = checked("keputusan", world, old(*OLD))
    apply(source, world.by("hadi"))
    source.refresh_from_db()
    with pytest.raises(Refused, match="keputusan pembatalan"):
        undo(source, world.by("hadi").person)


def test_what_is_wrong_with_old_decrees_is_said(world):
    source = checked("keputusan", world, old(
        ["", "kemarin", "x", "61.12.01.2014", "memindahkan"], ["1/2030", date(2030, 1, 1), "x", "99.01.01.2001", ""],
        ["2/2019", date(2019, 1, 1), "x", "99.01.01.2001;99.01.01.2001", ""],
    ))  # fmt: skip
    assert set(findings(source)) == {"A2", "B2", "D2", "E2", "B3", "D4"}
