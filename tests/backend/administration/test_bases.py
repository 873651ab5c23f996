"""*Dasar hukum*: a district lists, adds, verifies and ends what its decrees cite, and begins with the usual ones."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from tests.backend.administration.test_first_run import code, walk
from tests.backend.administration.test_pages import PERSON, SEAT, logged_in
from tests.people import appointed
from tests.world import BEGIN, region
from workflows.decrees import drafting
from workflows.decrees.bases import shipped
from workflows.decrees.models import Decree, LegalBasis
from workflows.organisation.models import Office, Person, Region
from workflows.organisation.offices import open_administration

BASES = "/pengelolaan/dasar-hukum/"
PERDA = {"title": "Peraturan Daerah Contoh Nomor 1 Tahun 2020 tentang Contoh;", "cited_under": "mengingat", "rank": "7",
         "number": "1", "year": "2020", "since": "", "source": "jdih.contoh.invalid/1"}  # fmt: skip


@pytest.fixture
def browser(world):
    return logged_in("lia")


def page(browser: Client) -> str:
    return browser.get(BASES).content.decode()


def test_a_regulation_is_added_with_its_source_and_marked_until_it_is_verified(world, browser):
    assert "Belum ada dasar hukum" in page(browser)
    assert "object at 0x" not in page(browser)
    assert browser.post(f"{BASES}tambah/", PERDA).status_code == 302
    basis = LegalBasis.objects.get()
    assert (basis.region, basis.title[-1], basis.verified) == (world.regency, "h", False)
    for words in ("belum diverifikasi", "jdih.contoh.invalid/1", "Contoh Lia"):
        assert words in page(browser)
    assert browser.post(f"{BASES}{basis.pk}/verifikasi/", {"source": " "}).status_code == 422
    browser.post(f"{BASES}{basis.pk}/verifikasi/", {"source": "Lembaran Daerah Contoh 2020/1"})
    basis.refresh_from_db()
    assert (basis.verified, basis.source) == (True, "Lembaran Daerah Contoh 2020/1")


@pytest.mark.parametrize(("wrong", "words"), [
    ({"source": ""}, "Sumber"), ({"year": "20"}, "1945"), ({"rank": "2"}, "Tingkatan"), ({"title": ""}, "Judul lengkap"),
])  # fmt: skip
def test_what_is_wrong_is_said(world, browser, wrong, words):
    answer = browser.post(f"{BASES}tambah/", PERDA | wrong)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not LegalBasis.objects.exists()


def test_nothing_stands_in_the_list_twice(world, browser):
    browser.post(f"{BASES}tambah/", PERDA)
    assert browser.post(f"{BASES}tambah/", PERDA | {"title": f"  {PERDA['title']}"}).status_code == 422


def test_the_usual_ones_are_taken_once_with_the_mark_that_they_came_with(world, browser):
    titles = [one["title"] for one in shipped()][:2]
    for expected in (302, 422):
        assert browser.post(f"{BASES}lazim/", {"chosen": titles}).status_code == expected
    taken = LegalBasis.objects.filter(region=world.regency)
    assert {basis.title: (basis.source, basis.verified) for basis in taken} == {
        one["title"]: (one["source"], one["verified"]) for one in shipped()[:2]
    }


def test_what_has_ended_is_offered_no_more_and_stays_where_it_was_cited(world, browser):
    browser.post(f"{BASES}tambah/", PERDA)
    basis = LegalBasis.objects.get()
    assert basis in LegalBasis.objects.citable(world.villages[0], BEGIN)
    assert browser.post(f"{BASES}{basis.pk}/akhiri/", {"until": "kemarin"}).status_code == 422
    browser.post(f"{BASES}{basis.pk}/akhiri/", {"until": (BEGIN - timedelta(days=1)).isoformat()})
    assert basis not in LegalBasis.objects.citable(world.regency, BEGIN)
    draft = drafting.start_decree("keputusan_bupati", world.office("regent"), world.by("ani", "agency"), subject="Contoh")
    drafting.edit(draft, world.by("ani", "agency"), bases=[basis])
    assert basis in LegalBasis.objects.citable(world.regency, BEGIN, draft)


def test_another_regencys_regulations_are_not_offered_and_not_changed(world, browser):
    there = region(world.regency.parent, "regency", "kabupaten", "Contoh Seberang", "99.02")
    appointed("mira", open_administration(there, world.by("lia").since))
    browser.post(f"{BASES}tambah/", PERDA)
    basis, stranger = LegalBasis.objects.get(), logged_in("mira")
    assert basis.title not in page(stranger)
    for act in ("verifikasi", "akhiri"):
        assert stranger.post(f"{BASES}{basis.pk}/{act}/", {"source": "x", "until": "2024-03-04"}).status_code == 404
    assert basis not in LegalBasis.objects.citable(there, BEGIN)
    agency = logged_in("hadi", world.by("hadi", "agency"))
    assert basis.title in page(agency)
    assert agency.post(f"{BASES}{basis.pk}/akhiri/", {"until": "2024-03-04"}).status_code == 404


def registered(client: Client, role: str, capacity: str, **where: Any) -> Client:
    """Somebody new in an office, entered as an administrator does."""
    office = Office.objects.active().get(role=role, **where)
    data = PERSON | SEAT | {"name": f"Contoh {role} {capacity}", "nip": "", "phone": "", "capacity": capacity}
    begun = Office.objects.get(role="administrator").mandates.get().since.isoformat()
    answer = client.post(f"/pengelolaan/jabatan/{office.pk}/orang-baru/", data | {"since": begun})
    assert answer.status_code == 302, answer.content.decode()
    found = Client()
    found.force_login(Person.objects.get(name=data["name"]))
    return found


def test_a_district_set_up_from_nothing_hands_in_its_first_decree(db, client):
    """Nothing but the pages: the wizard, the people, and a draft that cites what the wizard offered."""
    client.post("/mulai/", {"code": code()})
    walk(client)
    for role in ("agency", "legal", "secretary", "regent"):
        registered(client, role, "definitif")
    drafter = registered(client, "agency", "staf")
    offered = drafter.get("/keputusan/baru/").context["form"].fields["bases"].queryset
    text = {"issuer": Office.objects.get(role="regent").pk, "subject": "Penetapan Kampung Keluarga Berkualitas",
            "considerations": "bahwa perlu ditetapkan;", "clauses": "Menetapkan satu pekon.", "signing": "none",
            "effects": ["designate"], "bases": [basis.pk for basis in offered], "key": "pertama"}  # fmt: skip
    assert drafter.post("/keputusan/baru/", text).status_code == 302
    decree, village = Decree.objects.get(), Region.objects.filter(level="village", kind="desa").earliest("pk")
    drafter.post(f"/keputusan/{decree.pk}/daftar/", {"do": "tambah", "village": [village.pk]})
    form = next(one for one in drafter.get(f"/keputusan/{decree.pk}/").context["offers"] if one.name == "submit").form
    answer = drafter.post(f"/keputusan/{decree.pk}/submit/", {name: form[name].value() for name in ("key", "version")})
    decree.refresh_from_db()
    assert (answer.status_code, decree.state, decree.bases.count()) == (302, "in_review", len(shipped()))
