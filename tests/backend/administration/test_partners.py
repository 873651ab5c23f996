"""Partner agencies: opened on a page or by a list, and people put into them by name."""

from typing import Any

from backend.administration.imports.checking import counts
from tests.backend.administration.books import applied, book, checked, findings
from tests.backend.pages.decrees import as_official
from tests.world import BEGIN
from workflows.organisation.models import Mandate, Office
from workflows.organisation.offices import open_partner

OFFICES = ["Jabatan", "Kode wilayah", "Nama kantor", "Singkatan"]
PEOPLE = ["Nama tanpa gelar", "Jabatan", "Nomor HP"]


def partners() -> list[str]:
    return sorted(Office.objects.filter(role="partner").values_list("label", flat=True))


def test_the_administrator_opens_one_once_and_it_is_written_down(world: Any, lia: Any) -> None:
    client = as_official(world, "lia")
    for _click in range(2):
        answer = client.post("/pengelolaan/jabatan/mitra/", {"name": "Dinas  Kesehatan Contoh", "acronym": "Dinkes"})
    assert partners() == ["Kepala Dinas Kesehatan Contoh"]
    office = Office.objects.get(role="partner")
    assert answer.headers["Location"] == f"/pengelolaan/jabatan/{office.pk}/"
    page = client.get(f"/pengelolaan/jabatan/{office.pk}/").content.decode()
    assert "Kepala Dinas Kesehatan Contoh" in page
    assert "/orang-baru/" in page
    assert client.get("/pengelolaan/jabatan/?peran=partner").context["offices"] == [office]


def test_an_agency_reads_and_opens_none(world: Any) -> None:
    client = as_official(world, "hadi")
    assert client.get("/pengelolaan/jabatan/mitra/").status_code == 404
    assert "mitra baru" not in client.get("/pengelolaan/jabatan/").content.decode()


def test_a_list_of_offices_opens_several_each_under_its_name(world: Any, lia: Any) -> None:
    lines = [["Perangkat Daerah Mitra", "", "Dinas Kesehatan Contoh", "Dinkes"], ["Mitra", "", "Dinas PU Contoh", ""]]
    applied("jabatan", world, book(*lines, header=OFFICES), lia)
    assert partners() == ["Kepala Dinas Kesehatan Contoh", "Kepala Dinas PU Contoh"]
    assert counts(checked("jabatan", world, book(*lines, header=OFFICES)))["same"] == 2


def test_a_partner_lies_at_the_seat_of_a_regency(world: Any) -> None:
    source = checked("jabatan", world, book(["Mitra", "99.01.01", "Dinas Contoh", ""], header=OFFICES))
    assert "Jabatan ini tidak ada di kecamatan" in findings(source)["B2"]


def test_people_are_put_into_a_partner_by_its_name_and_not_into_the_agency(world: Any, lia: Any) -> None:
    health = open_partner(world.regency, "Dinas Kesehatan Contoh", BEGIN, "Dinkes")
    works = open_partner(world.regency, "Dinas PU Contoh", BEGIN)
    lines = [["Contoh Lala", "Kepala Dinas Kesehatan Contoh", "081200000001"], ["Contoh Sari", "Staf Dinkes", "081200000002"],
             ["Contoh Mira", "Dinas PU Contoh", "081200000003"]]  # fmt: skip
    assert findings(checked("orang", world, book(*lines, header=PEOPLE))) == {}
    applied("orang", world, book(*lines, header=PEOPLE), lia)
    held = Mandate.objects.filter(office__role="partner").order_by("pk").values_list("person__name", "office", "capacity")
    assert list(held) == [
        ("Contoh Lala", health.pk, "definitif"), ("Contoh Sari", health.pk, "staf"), ("Contoh Mira", works.pk, "definitif"),
    ]  # fmt: skip


def test_a_partner_without_a_name_is_asked_for_one(world: Any) -> None:
    source = checked("orang", world, book(["Contoh Lala", "Perangkat Daerah Mitra", "081200000001"], header=PEOPLE))
    assert "Mitra yang mana tidak disebut" in findings(source)["B2"]
