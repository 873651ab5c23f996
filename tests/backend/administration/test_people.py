"""Lists of people and offices: who is meant, which office, what is odd; appointments go through the door."""

from datetime import date

from backend.administration.imports.checking import counts
from backend.administration.imports.undoing import undo
from tests.backend.administration.books import applied, book, checked, findings, warnings
from workflows.core.models import JournalEntry
from workflows.organisation.models import Mandate, Office, OfficeName, Person

HEADER = ["Nama tanpa gelar", "Gelar belakang", "Jabatan", "Kode wilayah", "NIP", "Nomor HP", "Menjabat sejak"]
TWO = [
    ["Contoh Rina", "S.Sos.", "Lurah", 9901011003, "19800412 200501 1 003", 81234567890, "02/01/2024"],
    ["Contoh Tono", "", "Staf OPD KB", "", "", "+62 812-0000-001", "2 Januari 2024"],
]


def people(*lines):
    return book(*lines, header=HEADER)


def test_people_come_with_their_offices_and_the_door_writes_it_down(world, lia):
    source = applied("orang", world, people(*TWO), lia)
    assert counts(source) == {"new": 2, "changed": 0, "same": 0, "wrong": 0}
    rina = Person.objects.get(name="Contoh Rina")
    assert (rina.nip, rina.phone, rina.username) == ("19800412 200501 1 003", "081234567890", "contoh.rina")
    assert not rina.has_usable_password()
    held = Mandate.objects.get(person=rina)
    assert (held.office.role, held.capacity, held.since) == ("village_head", "definitif", date(2024, 1, 2))
    assert Mandate.objects.get(person__name="Contoh Tono").capacity == "staf"
    assert JournalEntry.objects.filter(act="organisation.Office.appoint", person=lia.person).count() == 2


def test_the_same_list_again_changes_nothing_and_a_new_number_is_a_change(world, lia):
    applied("orang", world, people(*TWO), lia)
    assert counts(checked("orang", world, people(*TWO)))["same"] == 2
    moved = [TWO[0][:5] + ["081299999999"] + TWO[0][6:], TWO[1]]
    source = checked("orang", world, people(*moved))
    assert [row.differences for row in source.rows.all()] == [[["Nomor HP", "081234567890", "081299999999"]], []]


def test_everything_odd_about_people_is_said(world):
    source = checked("orang", world, people(
        ["Contoh Satu", "", "Kepala Desa", "99.01.01.2002", "", "", ""], ["Contoh Dua", "", "Juru Kunci", "", "", "", ""],
        ["Contoh Tiga", "", "Lurah", "", "", "", ""], ["Contoh Empat", "", "Staf Camat", "99.01.01", 198004122005011003, "", ""],
        ["Contoh Lima", "", "Staf Camat", "99.01.01", "19801312 200501 1 003", "0211", "31/02/2024"],
        ["", "", "Staf Camat", "99.01.01", "", "", ""], ["Contoh Enam", "", "Plt. Camat", "99.01.01", "", "", ""],
        ["Contoh Tujuh", "", "Lurah", "99.01.01.1003", "", "", ""], ["Contoh Delapan", "", "Lurah", "99.01.01.1003", "", "", ""],
    ))  # fmt: skip
    found = findings(source)
    assert "masih dipegang Contoh Eko" in found["C2"]
    assert "tidak dikenali" in found["C3"]
    assert "Isi kode desa/kelurahan" in found["C4"]
    assert "dibulatkan Excel" in found["E5"]
    assert {"E6", "F6", "G6"} <= set(found)
    assert "Isi nama lengkap" in found["A7"]
    assert "halaman jabatannya" in found["C8"]
    assert "dipegang satu orang" in found["C10"]
    assert not Person.objects.filter(name="Contoh Tujuh").exists()


def test_names_are_recorded_as_written_and_only_pointed_at(world, lia):
    source = applied("orang", world, people(["contoh wati, S.E.", "", "Staf Camat", "99.01.01", "", "", ""]), lia)
    assert "Gelar tampaknya ada di kolom nama." in warnings(source).values()
    assert Person.objects.filter(name="contoh wati, S.E.").exists()


def test_village_words_are_those_of_the_region(world):
    world.regency.labels.create(kind="desa", label="Pekon", head_title="Peratin")
    Mandate.objects.filter(office=world.office("village_head", 1)).delete()
    source = checked("orang", world, people(["Contoh Rina", "", "Peratin Contoh Dua", "99.01.01.2002", "", "", ""]))
    assert findings(source) == {}


def test_offices_are_named_from_a_day_on_and_lists_follow(world, lia):
    header = ["Jabatan", "Kode wilayah", "Nama kantor", "Singkatan", "Bernama sejak"]
    applied("jabatan", world, book(["OPD KB", "", "Dinas Contoh", "DC", "01/02/2024"], header=header), lia)
    assert Office.objects.get(role="agency").label == "Kepala Dinas Contoh"
    applied("jabatan", world, book(["OPD KB", "", "Dinas Contoh Baru", "", "01/03/2024"], header=header), lia)
    names = [(name.name, name.acronym, name.until) for name in OfficeName.objects.order_by("since")]
    assert names == [("Dinas Contoh", "DC", date(2024, 2, 29)), ("Dinas Contoh Baru", "DC", None)]
    again = checked("jabatan", world, book(["OPD KB", "", "Dinas Contoh Baru", "", ""], header=header))
    assert counts(again)["same"] == 1


def test_after_an_election_a_list_hands_offices_over_and_taking_it_back_restores_who_was_there(world, lia):
    header = [*HEADER, "Dasar penugasan"]
    line = ["Contoh Baru", "", "Kepala Desa", "99.01.01.2002", "", "081234567891", "06/03/2024", "SK Contoh 9"]
    source = applied("orang", world, book(line, header=header), lia)
    assert "Contoh Eko" in "".join(warnings(source).values())
    held = world.office("village_head", 1).mandates.exclude(capacity="staf").order_by("since")
    assert [(m.person.name, m.until) for m in held] == [("Contoh Eko", date(2024, 3, 5)), ("Contoh Baru", None)]
    undo(source, lia.person)
    assert [(m.person.name, m.until) for m in held.all()] == [("Contoh Eko", None)]
