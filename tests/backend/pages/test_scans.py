"""Signed in ink: the printed paper and every scan of it stay, and whoever sees the decree may open them."""

import io

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.backend.pages.decrees import as_official
from tests.decree_world import build_decree_world, fresh
from tests.signing_world import make_paper
from worker.relay import carry_out
from workflows.core.door import perform
from workflows.core.models import Attachment, Outbox
from workflows.routes.models import Assignment


@pytest.fixture
def world(db):
    made = build_decree_world()
    for login in ("lina", "mira"):
        made.appoint(login, made.office("regent"), "staf")
    return made


@pytest.fixture
def decree(world):
    decree = world.walked(signing="ink")
    printed = Outbox.objects.get(topic="render_ink", object_id=decree.pk)
    carry_out(Outbox, printed.pk)
    perform(
        Assignment.record_ink, world.open_task(decree, "print"), by=world.by("lina"), values={"inked_on": "2024-03-04"}
    )
    return decree


def pdf(name):
    page, made = io.BytesIO(), pikepdf.new()
    made.add_blank_page()
    made.docinfo["/Title"] = name
    made.save(page, deterministic_id=True)
    return SimpleUploadedFile(name, page.getvalue(), "application/pdf")


def hand_in(world, decree, name, meanwhile=lambda: None):
    client, task = as_official(world, "lina"), world.open_task(decree, "scan")
    form = next(o for o in client.get(f"/tugas/{task.pk}/").context["offers"] if o.name == "hand_in_scan").form
    typed = {key: form[key].value() for key in ("key", "version", "read")}
    meanwhile()
    assert client.post(f"/tugas/{task.pk}/hand_in_scan/", typed | {"scan": pdf(name)}).status_code == 302


def test_the_final_paper_that_the_worker_brings_turns_nobody_away(world, decree):
    hand_in(world, decree, "jelas.pdf", meanwhile=lambda: make_paper(decree))
    assert fresh(decree).paper


def test_a_wrong_scan_is_superseded_and_stays_with_the_right_one_and_the_print(world, decree):
    hand_in(world, decree, "buram.pdf")
    perform(
        Assignment.refuse_scan, world.open_task(decree, "confirm_scan"), by=world.by("mira"), reason="Halaman 2 buram."
    )
    hand_in(world, decree, "jelas.pdf")
    perform(Assignment.confirm_scan, world.open_task(decree, "confirm_scan"), by=world.by("mira"))
    assert fresh(decree).state == "in_force"
    client = as_official(world, "hadi")
    page = client.get(f"/keputusan/{decree.pk}/").content.decode()
    shown = [
        page.index(words) for words in ("buram.pdf", "tidak cocok, digantikan", "jelas.pdf", "cocok dengan kertasnya")
    ]
    assert shown == sorted(shown)
    assert "Halaman 2 buram." in page
    for scan in Attachment.objects.filter(name__in=["buram.pdf", "jelas.pdf"]):
        answer = client.get(f"/lampiran/{scan.pk}/")
        assert b"".join(answer.streaming_content).startswith(b"%PDF")
    ink = decree.file.documents.get(form="ink")
    assert b"".join(client.get(f"/naskah/{ink.pk}.pdf").streaming_content).startswith(b"%PDF")


def test_a_stranger_opens_no_scan(world, decree):
    hand_in(world, decree, "buram.pdf")
    scan = Attachment.objects.get(name="buram.pdf")
    assert as_official(world, "gita").get(f"/lampiran/{scan.pk}/").status_code == 404
