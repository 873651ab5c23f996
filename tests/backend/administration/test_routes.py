"""*Alur persetujuan*: read by those who oversee, drafted and published by the administrator, proven sound before."""

import pytest

from backend.administration.models import Change
from tests.backend.administration.test_pages import logged_in
from tests.people import appointed
from tests.world import region
from workflows.core.models import JournalEntry
from workflows.organisation.models import Region
from workflows.organisation.offices import open_administration
from workflows.routes.models import Assignment, Route, RouteVersion
from workflows.routes.states import RouteState


@pytest.fixture
def browser(world):
    return logged_in("lia")


@pytest.fixture
def national(world):
    return RouteVersion.objects.get(route__kind="keputusan_bupati", state="published")


@pytest.fixture
def draft(world, browser, national):
    answer = browser.post(f"/pengelolaan/alur/{national.pk}/salin/", {"region": world.regency.pk})
    return RouteVersion.objects.get(pk=answer.url.split("/")[3])


def page(browser, path):
    return browser.get(path).content.decode()


def fields(version, **changed):
    """What the edit page would send."""
    sent = {"version": version.version}
    for n, step in enumerate(version.steps.all(), 1):
        sent |= {f"langkah-{n}-role": step.role, f"langkah-{n}-task": step.kind, f"langkah-{n}-days": step.days}
    return sent | changed


def edit(browser, version, **changed):
    version.refresh_from_db()
    return browser.post(f"/pengelolaan/alur/{version.pk}/ubah/", fields(version, **changed))


def test_a_route_is_a_table_and_a_picture_with_what_stands_open_there(world, browser):
    world.handed_in()
    version = RouteVersion.objects.get(route__subject="proposal", state="published")
    found = page(browser, f"/pengelolaan/alur/{version.pk}/")
    assert "1. kepala desa/lurah" in found
    assert found.count('rx="8"') == version.steps.count()
    assert "1 berkas berjalan pada versi ini" in found
    assert "1 tugas" in found
    assert "style=" not in found
    Assignment.objects.filter(state="open").update(due_on="2020-01-01")
    assert "1 tugas, 1 terlambat" in page(browser, f"/pengelolaan/alur/{version.pk}/")


def test_a_copy_is_a_draft_for_the_territory_and_the_national_one_stays(world, browser, national, draft):
    assert (draft.route.region, draft.state, draft.steps.count()) == (world.regency, RouteState.DRAFT, national.steps.count())
    national.refresh_from_db()
    assert national.state == RouteState.PUBLISHED
    assert Change.objects.filter(model="routes.routeversion", object_id=draft.pk).exists()


def test_steps_are_added_moved_removed_and_written_down(browser, draft):
    roles = [step.role for step in draft.steps.all()]
    edit(browser, draft, tekan="tambah")
    assert draft.steps.count() == len(roles) + 1
    edit(browser, draft, tekan=f"hapus-{len(roles) + 1}")
    edit(browser, draft, tekan="turun-1")
    assert [step.role for step in draft.steps.all()] == [roles[1], roles[0], *roles[2:]]
    edit(browser, draft, tekan="naik-2")
    edit(browser, draft, **{"langkah-3-beside": "on", "langkah-2-days": 9})
    assert [step.order for step in draft.steps.all()] == [1, 2, 2, 3, 4]
    assert draft.steps.all()[1].days == 9
    assert Change.objects.filter(object_id=draft.pk, field="langkah").count() == 5


def test_an_unsound_draft_says_why_in_words_and_is_not_published(browser, draft):
    edit(browser, draft, **{"langkah-5-task": "paraf"})
    found = page(browser, f"/pengelolaan/alur/{draft.pk}/")
    assert "Belum dapat diterbitkan" in found
    assert "tepat satu langkah tanda tangan" in found
    draft.refresh_from_db()
    answer = browser.post(f"/pengelolaan/alur/{draft.pk}/terbitkan/", {"version": draft.version})
    assert answer.status_code == 422
    draft.refresh_from_db()
    assert draft.state == RouteState.DRAFT


def test_a_sound_draft_is_published_through_the_door_and_changes_no_more(world, browser, draft):
    assert "dapat diterbitkan" in page(browser, f"/pengelolaan/alur/{draft.pk}/")
    assert browser.post(f"/pengelolaan/alur/{draft.pk}/terbitkan/", {"version": draft.version}).status_code == 302
    draft.refresh_from_db()
    assert draft.state == RouteState.PUBLISHED
    entry = JournalEntry.objects.latest("pk")
    assert (entry.act, entry.person) == ("routes.RouteVersion.publish", world.by("lia").person)
    assert edit(browser, draft).status_code == 404


def test_two_who_edit_at_once_do_not_overwrite_each_other(browser, draft):
    stale = fields(draft, **{"langkah-1-days": 8})
    edit(browser, draft, **{"langkah-1-days": 7})
    answer = browser.post(f"/pengelolaan/alur/{draft.pk}/ubah/", stale)
    assert answer.status_code == 422
    assert "berubah sejak Anda membukanya" in answer.content.decode()
    assert draft.steps.first().days == 7


@pytest.mark.parametrize(("name", "value"), [("langkah-1-days", "0"), ("langkah-1-role", "system"), ("langkah-1-quorum", "x")])
def test_what_is_no_step_is_answered_at_its_field(browser, draft, name, value):
    answer = edit(browser, draft, **{name: value})
    assert answer.status_code == 422
    assert draft.version == RouteVersion.objects.get(pk=draft.pk).version


def test_the_agency_reads_and_changes_nothing(world, national, draft):
    agency = logged_in("hadi", world.by("hadi", "agency"))
    assert "Salin menjadi" not in page(agency, f"/pengelolaan/alur/{national.pk}/")
    for path in ("salin", "ubah", "terbitkan"):
        assert agency.post(f"/pengelolaan/alur/{draft.pk}/{path}/").status_code == 404
    assert logged_in("citra").get(f"/pengelolaan/alur/{national.pk}/").status_code == 404


def test_the_administrator_of_another_regency_finds_no_draft_of_ours(world, draft):
    there = region(Region.objects.get(level="province"), "regency", "kabupaten", "Contoh Seberang", "99.02")
    appointed("mira", open_administration(there, world.by("lia").since))
    stranger = logged_in("mira")
    assert stranger.get("/pengelolaan/alur/").status_code == 200
    for path in ("", "salin/", "ubah/", "terbitkan/"):
        assert stranger.post(f"/pengelolaan/alur/{draft.pk}/{path}").status_code in (404, 405)
        assert stranger.get(f"/pengelolaan/alur/{draft.pk}/{path}").status_code in (404, 405)


def test_every_part_of_administration_is_one_link_from_its_page(browser):
    found = page(browser, "/pengelolaan/")
    for path in ("alur/", "macet/", "orang/", "jabatan/", "impor/"):
        assert f'href="/pengelolaan/{path}"' in found
        assert browser.get(f"/pengelolaan/{path}").status_code == 200


def test_a_draft_is_thrown_away_and_what_it_said_stays_on_record(browser, draft, national):
    path = f"/pengelolaan/alur/{draft.pk}/buang/"
    assert browser.post(path, {"version": draft.version + 1}).status_code == 422
    assert browser.post(path, {"version": draft.version}).url == "/pengelolaan/alur/"
    assert not RouteVersion.objects.filter(pk=draft.pk).exists()
    assert not Route.objects.filter(pk=draft.route_id).exists()
    assert Change.objects.filter(object_id=draft.pk, model="routes.routeversion", old__isnull=False).exists()
    assert browser.post(f"/pengelolaan/alur/{national.pk}/buang/", {"version": national.version}).status_code == 404
    national.refresh_from_db()
    assert national.state == RouteState.PUBLISHED
