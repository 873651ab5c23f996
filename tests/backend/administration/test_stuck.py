"""*Pekerjaan macet*: what waits, in words; trying again and giving up are written down, in one's own territory only."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.backend.administration.test_pages import logged_in
from tests.people import appointed
from tests.world import BEGIN, region
from worker.models import Due
from workflows.core.door import problems
from workflows.core.models import JournalEntry, Outbox
from workflows.organisation.models import Office
from workflows.organisation.offices import open_administration
from workflows.routes.models import Assignment

STUCK = "/pengelolaan/macet/"


@pytest.fixture
def browser(world):
    return logged_in("lia")


@pytest.fixture
def job(world):
    """The notice of a proposal's first task, parked."""
    world.handed_in(1)
    row = Outbox.objects.filter(topic="your_turn").latest("pk")
    Outbox.objects.filter(pk=row.pk).update(parked_at=timezone.now(), attempts=5, last_error="BadAddress: Alamat ini ditolak.")
    return row


@pytest.fixture
def refused(world):
    task = Assignment.objects.get(file=world.handed_in().pk, state="open")
    said = {"due_on": BEGIN, "tried_on": BEGIN, "problem": "Kantor atasan tidak aktif."}
    return Due.objects.create(kind="routes.Assignment.escalate", object_id=task.pk, **said)


def page(browser, query=""):
    return browser.get(STUCK + query).content.decode()


def test_a_parked_job_says_what_why_and_who_can_solve_it(browser, job):
    found = page(browser)
    for words in ("Mengirim pemberitahuan: ", "Alamat ini ditolak.", "perbaiki nomor HP atau surelnya", "Coba lagi", "Hentikan"):
        assert words in found
    assert "BadAddress" not in found


def test_trying_again_begins_it_anew_and_is_written_down(world, browser, job):
    assert browser.post(f"{STUCK}{job.pk}/ulang/").status_code == 302
    job.refresh_from_db()
    assert (job.parked_at, job.attempts) == (None, 0)
    entry = JournalEntry.objects.get(act="organisation.Office.retry_work")
    assert (entry.person, entry.office.role) == (world.by("lia").person, "administrator")
    assert entry.values == {"work": "core.outbox", "row": job.pk, "said": "BadAddress: Alamat ini ditolak."}
    browser.post(f"{STUCK}{job.pk}/ulang/")
    assert JournalEntry.objects.filter(act="organisation.Office.retry_work").count() == 1
    assert "Coba lagi: <del>BadAddress: Alamat ini ditolak.</del>" in page(browser)


def test_giving_up_asks_for_a_reason(browser, job):
    answer = browser.post(f"{STUCK}{job.pk}/hentikan/", {"reason": " "})
    assert answer.status_code == 422
    job.refresh_from_db()
    assert job.done_at is None
    browser.post(f"{STUCK}{job.pk}/hentikan/", {"reason": "Sudah diberi tahu lewat telepon"})
    assert Outbox.objects.get(pk=job.pk).done_at
    assert JournalEntry.objects.get(act="organisation.Office.give_up_work").reason == "Sudah diberi tahu lewat telepon"
    assert "Sudah diberi tahu lewat telepon" in page(browser)


def test_what_the_clock_was_refused_is_tried_with_its_next_tick(browser, refused):
    assert "Kantor atasan tidak aktif." in page(browser, "?jenis=jadwal")
    browser.post(f"{STUCK}jadwal/{refused.pk}/ulang/")
    refused.refresh_from_db()
    assert refused.tried_at <= timezone.now() - timedelta(minutes=59)
    assert JournalEntry.objects.get(act="organisation.Office.retry_work").values["row"] == refused.pk
    assert "Kantor atasan tidak aktif." in page(browser, "?jenis=jadwal").partition("Riwayat")[2]
    Assignment.objects.filter(pk=refused.object_id).update(state="voided")
    assert "Kantor atasan tidak aktif." not in page(browser, "?jenis=jadwal").partition("Riwayat")[0]


def test_tasks_of_empty_offices_lead_to_their_page(world, browser):
    world.handed_in()
    task = Assignment.objects.get(state="open")
    task.office.mandates.update(until=date(2024, 3, 3), since=date(2024, 3, 1))
    assert "1 jabatan tanpa pejabat menyimpan tugas terbuka" in page(browser)


def test_the_agency_reads_and_strangers_find_nothing(world, job, refused):
    agency = logged_in("hadi", world.by("hadi", "agency"))
    assert "Mengirim pemberitahuan" in page(agency)
    assert "Coba lagi</button>" not in page(agency)
    there = region(world.regency.parent, "regency", "kabupaten", "Contoh Seberang", "99.02")
    appointed("mira", open_administration(there, world.by("lia").since))
    stranger = logged_in("mira")
    assert "Mengirim pemberitahuan" not in page(stranger)
    for browser in (agency, stranger, logged_in("citra")):
        for path in (f"{job.pk}/ulang/", f"{job.pk}/hentikan/", f"jadwal/{refused.pk}/ulang/"):
            assert browser.post(STUCK + path, {"reason": "x"}).status_code == 404


def test_only_an_administrators_own_office_acts_on_stuck_work(world):
    work = {"work": "core.outbox", "row": 1, "said": ""}
    office = world.by("lia").office
    assert not problems(Office.retry_work, office, by=world.by("lia"), values=work)
    assert [p.rule for p in problems(Office.give_up_work, office, by=world.by("lia"), values=work)] == ["reason_given"]
    for by, subject in ((world.by("indra"), office), (world.by("lia"), world.office("agency"))):
        assert [p.rule for p in problems(Office.retry_work, subject, by=by, values=work)] == ["looks_after_siklus"]
