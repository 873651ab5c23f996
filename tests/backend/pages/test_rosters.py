from tests.backend.pages.decrees import as_official, drafted
from tests.world import World
from workflows.villages.models import Member

LINES = """Ketua | | Contoh Ketua | Kepala Desa
Anggota | Keagamaan | Contoh Anggota"""


def test_a_roster_is_typed_one_member_a_line(world: World) -> None:
    decree = drafted(world, effects=["appoint_pokja"])
    ani = as_official(world, "ani", "agency")
    assert "Bendahara | |" in ani.get(f"/keputusan/{decree.pk}/pokja/1/").content.decode()
    ani.post(f"/keputusan/{decree.pk}/pokja/1/", {"structure": "seksi", "members": LINES})
    seats = list(Member.objects.values_list("position", "section", "name", "element"))
    assert seats == [("Ketua", "", "Contoh Ketua", "Kepala Desa"), ("Anggota", "Keagamaan", "Contoh Anggota", "")]
    assert "Ketua |  | Contoh Ketua | Kepala Desa" in ani.get(f"/keputusan/{decree.pk}/pokja/1/").content.decode()


def test_a_line_without_a_name_is_named_and_the_others_stay(world: World) -> None:
    decree = drafted(world, effects=["appoint_pokja"])
    answer = as_official(world, "ani", "agency").post(
        f"/keputusan/{decree.pk}/pokja/1/", {"structure": "seksi", "members": f"{LINES}\nSekretaris"}
    )
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Isi nama anggota" in page
    assert "Contoh Anggota" in page
    assert not Member.objects.exists()
