"""Changing a decree in force from its page, its chain, and the consolidated text."""

from datetime import date

import pytest
from django.test import Client

from tests.backend.pages.decrees import as_official, drafted
from tests.world import World, region
from workflows.core.door import perform
from workflows.decrees.models import Decree
from workflows.villages.models import KampungKB


@pytest.fixture
def in_force(world: World) -> Decree:
    made = drafted(world)
    perform(Decree.enter_old, made, by=world.by("ani", "agency"), values={"number": "7 TAHUN 2020"}, on=date(2020, 5, 6))
    return made


@pytest.fixture
def ani(world: World) -> Client:
    return as_official(world, "ani", "agency")


def unit(world: World, village: int) -> int:
    return KampungKB.objects.get(region=world.villages[village]).pk


def clauses(decree: Decree) -> dict[str, str]:
    return {f"clause_{n}": text for n, text in enumerate(decree.clauses, 1)}


def test_an_amendment_starts_from_the_page_with_rows_names_and_clauses(world: World, ani: Client, in_force: Decree) -> None:
    page = ani.get(f"/keputusan/{in_force.pk}/perubahan/ubah/").content.decode()
    assert "Nama yang benar untuk “Contoh Dua”" in page
    given = clauses(in_force) | {"clause_2": "Berlaku terus.", f"name_{unit(world, 1)}": "Contoh Sejahtera", "take": unit(world, 0)}
    made = ani.post(f"/keputusan/{in_force.pk}/perubahan/ubah/", given)
    draft = Decree.objects.exclude(pk=in_force.pk).get()
    assert (made.status_code, made["Location"]) == (302, f"/keputusan/{draft.pk}/")
    assert draft.clause_changes == [{"clause": 2, "text": "Berlaku terus."}]
    assert [row.effects for row in draft.rows.all()] == [["strike"], ["correct"]]
    assert "Mengubah" in ani.get(f"/keputusan/{draft.pk}/").content.decode()


def test_an_amendment_adds_villages_by_name(world: World, ani: Client, in_force: Decree) -> None:
    village = region(world.district, "village", "desa", "Contoh Empat", "99.01.01.2004")
    address = f"/keputusan/{in_force.pk}/perubahan/ubah/"
    assert "Tidak ada desa" in ani.post(address, clauses(in_force) | {"add": "Entah di mana"}).content.decode()
    assert ani.post(address, clauses(in_force) | {"add": "Desa Contoh Empat | Kec. Contoh Hilir"}).status_code == 302
    assert Decree.objects.exclude(pk=in_force.pk).get().rows.get().kampung.region == village


@pytest.mark.parametrize(("how", "given", "kind"), [
    ("cabut", {}, "revokes"), ("tunda", {"expires_on": "2024-06-30"}, "suspends"),
    ("batalkan", {"defect": "authority", "grounds": "Contoh alasan."}, "annuls"),
])  # fmt: skip
def test_the_other_changes_begin_alike(ani: Client, in_force: Decree, how: str, given: dict[str, str], kind: str) -> None:
    assert ani.post(f"/keputusan/{in_force.pk}/perubahan/{how}/", given).status_code == 302
    assert (in_force.linked_from.get().kind, in_force.linked_from.get().decree.rows.count()) == (kind, 3)


def test_nothing_chosen_is_told(ani: Client, in_force: Decree) -> None:
    answer = ani.post(f"/keputusan/{in_force.pk}/perubahan/ubah/", clauses(in_force))
    assert (answer.status_code, "Belum ada yang diubah" in answer.content.decode()) == (422, True)


def test_only_whoever_drafts_for_the_issuer_is_offered_a_change(world: World, ani: Client, in_force: Decree) -> None:
    address = f"/keputusan/{in_force.pk}/perubahan/cabut/"
    assert address in ani.get(f"/keputusan/{in_force.pk}/").content.decode()
    village = as_official(world, "eko")
    assert address not in village.get(f"/keputusan/{in_force.pk}/").content.decode()
    assert village.get(address).status_code == 404


def test_the_chain_the_rows_and_the_consolidated_text_tell_what_holds(world: World, ani: Client, in_force: Decree) -> None:
    ani.post(f"/keputusan/{in_force.pk}/perubahan/ubah/", clauses(in_force) | {"take": unit(world, 0)})
    draft = Decree.objects.exclude(pk=in_force.pk).get()
    perform(Decree.enter_old, draft, by=world.by("ani", "agency"), values={"number": "8 TAHUN 2021"}, on=date(2021, 5, 6))
    page = ani.get(f"/keputusan/{in_force.pk}/").content.decode()
    assert all(words in page for words in ("Diubah dengan", "8 TAHUN 2021", "tidak lagi tercantum"))
    seen = ani.get(f"/keputusan/{in_force.pk}/konsolidasi/").content.decode()
    assert ("Bukan naskah resmi" in seen, "Contoh Dua" in seen, "Contoh Satu" in seen) == (True, True, False)
    assert "Contoh Satu" in ani.get(f"/keputusan/{in_force.pk}/konsolidasi/?tanggal=2020-12-31").content.decode()
