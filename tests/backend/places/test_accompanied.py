from tests.backend.pages.decrees import as_official
from tests.world import World
from workflows.villages.models import KampungKB


def gita(world: World) -> str:
    return as_official(world, "gita").get("/desa-dampingan/").content.decode()


def test_a_field_officer_finds_what_waits_in_the_villages_served(world: World) -> None:
    world.office("pkb").areas.create(region=world.villages[1])
    mine = world.handed_in(1)
    world.approve(mine, "village_head", "eko")
    world.approve(mine, "camat", "budi")
    page = gita(world)
    assert "Desa Contoh Dua" in page
    assert f"/tugas/{world.task(mine, 'pkb').pk}/" in page
    assert "Contoh Satu" not in page


def test_a_village_without_a_proposal_is_listed_too(world: World) -> None:
    page = gita(world)
    assert page.count("belum diusulkan") == len(world.villages)
    assert page.count("Tidak ada yang menunggu Anda di sini.") == len(world.villages)


def test_from_a_village_no_link_leads_to_what_lies_outside_of_those_served(world: World) -> None:
    world.office("pkb").areas.create(region=world.villages[0])
    world.handed_in(0)
    client, village = as_official(world, "gita"), KampungKB.objects.get(region=world.villages[0])
    above = f"/wilayah/{world.district.pk}/"
    assert client.get(above).status_code == 404
    page = client.get(f"/desa/{village.pk}/").content.decode()
    assert above not in page
    assert "/desa-dampingan/" in page
    assert above in as_official(world, "budi", "camat").get(f"/desa/{village.pk}/").content.decode()
