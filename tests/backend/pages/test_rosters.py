import pytest
from django.test import Client

from backend.pages.pasted_members import members_in, seated
from tests.backend.pages.decrees import as_official, drafted
from tests.world import World
from workflows.decrees.models import Decree
from workflows.villages.models import Member, Pokja

SENT = """1. Contoh Ani, S.Pd. - 0812-3456-7890 - Ketua
[22/11/26 14.02] Contoh Pengirim: Contoh Budi +62 812 3456 7890 | Seksi Keagamaan | Tokoh agama
Contoh Citra\t1871010101010001\tBendahara
Contoh Dedi"""


def address(decree: Decree) -> str:
    return f"/keputusan/{decree.pk}/pokja/1/"


def send(client: Client, decree: Decree, **typed: str):
    """The form as its page offers it, with what was typed."""
    form = client.get(address(decree)).context["form"]
    return client.post(address(decree), {field.html_name: field.value() for field in form} | typed)


@pytest.fixture
def decree(world: World) -> Decree:
    return drafted(world, effects=["appoint_pokja"])


@pytest.fixture
def ani(world: World) -> Client:
    return as_official(world, "ani", "agency")


def seats() -> list[tuple[str, ...]]:
    return list(Member.objects.values_list("position", "section", "name", "element"))


def test_every_post_has_its_row_and_those_with_a_name_are_kept(ani: Client, decree: Decree) -> None:
    table = ani.get(address(decree)).context["form"].table()
    assert [row["title"] for row in table][:4] == ["Ketua", "Sekretaris", "Bendahara", "Anggota Keagamaan"]
    send(ani, decree, **{"1.name": "Contoh Ketua", "1.element": "Kepala Desa", "4.name": "Contoh Anggota"})
    assert seats() == [("Ketua", "", "Contoh Ketua", "Kepala Desa"), ("Anggota", "Keagamaan", "Contoh Anggota", "")]
    assert len(ani.get(address(decree)).context["form"].table()) == 11


def test_lines_of_a_chat_fill_the_rows_and_no_number_is_kept(ani: Client, decree: Decree) -> None:
    assert ani.post(address(decree), {"lines": SENT}).status_code == 302
    assert seats() == [
        ("Ketua", "", "Contoh Ani, S.Pd.", ""), ("Sekretaris", "", "Contoh Dedi", ""), ("Bendahara", "", "Contoh Citra", ""),
        ("Anggota", "Keagamaan", "Contoh Budi", "Tokoh agama"),
    ]  # fmt: skip
    assert not any(sign.isdigit() for seat in seats() for part in seat for sign in part)


def test_who_was_put_in_is_told_and_a_text_without_names_refused(ani: Client, decree: Decree) -> None:
    page = ani.post(address(decree), {"lines": SENT}, follow=True).content.decode()
    assert "4 orang dimasukkan: Contoh Ani, S.Pd., Contoh Budi, Contoh Citra, Contoh Dedi." in page
    answer = ani.post(address(decree), {"lines": "0812 3456 7890"})
    assert "Tidak ada nama dalam teks itu" in answer.content.decode()
    assert len(seats()) == 4


def test_whoever_finds_no_empty_row_comes_behind() -> None:
    rows = [{"position": "Ketua", "section": "", "name": "Contoh", "element": ""}]
    assert seated(members_in("Contoh Lain - Ketua"), rows)[1]["position"] == "Ketua"
    assert members_in("\n0812 3456 7890\n - \n") == []


def test_a_wrong_section_is_named_and_what_was_typed_stays(ani: Client, decree: Decree) -> None:
    answer = send(ani, decree, **{"4.name": "Contoh Anggota", "4.section": "Angkasa"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Pilih salah satu seksi" in page
    assert "Contoh Anggota" in page
    assert not Member.objects.exists()


def test_rows_can_be_added_and_ex_officio_members_stay(world: World, ani: Client, decree: Decree) -> None:
    send(ani, decree, **{"1.name": "Contoh Ketua"})
    office = world.office("village_head")
    Member.objects.create(pokja=Pokja.objects.get(), order=9, position="Penasihat", office=office, element="Kepala Desa")
    assert len(ani.get(f"{address(decree)}?tambah=3").context["form"].table()) == 14
    send(ani, decree, **{"2.name": "Contoh Sekretaris"})
    assert [seat[0] for seat in seats()] == ["Ketua", "Sekretaris", "Penasihat"]


def test_a_roster_is_saved_as_it_is_typed_and_somebody_elses_is_not_overwritten(ani: Client, decree: Decree) -> None:
    form = ani.get(address(decree)).context["form"]
    old = {field.html_name: field.value() for field in form}
    told = ani.post(address(decree), old | {"1.name": "Contoh Satu"}, headers={"Siklus-Autosave": "1"}).json()
    assert told["version"] > old["version"]
    late = ani.post(address(decree), old | {"1.name": "Contoh Dua"}, headers={"Siklus-Autosave": "1"})
    assert (late.status_code, late.json()["theirs"][0]["words"]) == (409, "Contoh Satu")
    assert [seat[2] for seat in seats()] == ["Contoh Satu"]
