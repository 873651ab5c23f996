"""Who is told, by which channel, in which words."""

import re
from datetime import date

import pytest

from tests.people import person
from worker.models import LONGEST_TEXT, Delivery
from worker.notices import notice
from worker.relay import carry_out
from worker.topics import TOPICS
from workflows.core.models import Outbox
from workflows.organisation.models import Mandate

LONGEST_SENTENCE = 18  # words
FACTS = {
    "task": "cetak untuk ditandatangani basah", "office": "Kepala Dinas Pengendalian Penduduk dan Keluarga Berencana Contoh",
    "place": "Contoh Panjang Sekali", "due_on": date(2024, 9, 30), "since": date(2024, 9, 30), "reason": "Contoh alasan. " * 40,
    "state": "ditetapkan", "number": "B/100/KPTS/III.06/2024", "row": 123456, "error": "Contoh kesalahan",
    "by": "Sekretaris Daerah Contoh Panjang Sekali", "others": 12, "day": date(2024, 9, 30), "open": 12, "late": 3, "unread": 4,
}  # fmt: skip


def told(login, row):
    return {d.channel: d for d in Delivery.objects.filter(person__username=login, outbox=row)}


def test_the_notice_says_what_where_until_when_and_leads_to_the_task(row, settings):
    settings.BASE_URL = "https://siklus.example"
    carry_out(Outbox, row.pk)
    words = told("fitri", row)["app"]
    assert words.status == "sent"
    for part in ("dukung", "Contoh Satu", "7 Maret 2024", f"https://siklus.example/tugas/{row.object_id}/"):
        assert part in words.text


def test_having_no_address_is_normal_and_leaves_a_text_to_copy(row):
    carry_out(Outbox, row.pk)
    email = told("fitri", row)["email"]
    assert (email.status, email.done_at is None) == ("no_channel", False)
    assert email.text == told("fitri", row)["app"].text


def test_whoever_has_an_address_gets_a_mail_with_an_id_of_row_and_person(row, settings):
    settings.BASE_URL = "https://siklus.example"
    fitri = person("fitri")
    type(fitri).objects.filter(pk=fitri.pk).update(email="fitri@example.org")
    carry_out(Outbox, row.pk)
    email = told("fitri", row)["email"]
    assert (email.status, email.message_id) == ("pending", f"<siklus.{row.pk}.{fitri.pk}@siklus.example>")


def test_of_a_vacant_office_its_staff_the_agency_and_the_sekda_are_told(row):
    Mandate.objects.filter(person__username="fitri").delete()
    carry_out(Outbox, row.pk)
    assert set(Delivery.objects.values_list("person__username", flat=True)) == {"ani", "hadi", "indra"}
    assert "Giliran" in told("ani", row)["app"].text
    assert "tanpa pejabat" in told("indra", row)["app"].text


def test_who_left_office_is_not_told(row):
    Mandate.objects.filter(person__username="ani", office=row.office).update(until=date(2024, 3, 3))
    carry_out(Outbox, row.pk)
    assert not told("ani", row)


SILENT = {"render_draft", "render_ink", "render_final", "execute_rakor"}
WORDED = sorted({*TOPICS, "vacant", "alarm", "summary", "webhook_paused"} - SILENT)


@pytest.mark.parametrize("template", WORDED)
def test_every_text_fits_into_a_message_and_keeps_its_link(template, settings):
    settings.BASE_URL = "https://siklus.kabupaten-contoh.go.id"
    words = notice(template, "Penetapan Kampung Keluarga Berkualitas " * 12, "/tugas/123456/", **FACTS)
    assert len(words.text) <= LONGEST_TEXT
    assert words.text.endswith("https://siklus.kabupaten-contoh.go.id/tugas/123456/")
    assert "{" not in words.subject + words.text


@pytest.mark.parametrize("template", WORDED)
def test_sentences_are_short(template):
    words = notice(
        template, "Penetapan Kampung KB", "/tugas/1/", **FACTS | {"office": "Camat Contoh", "reason": "Lengkapi."}
    )
    for sentence in re.split(r"[.:?] ", words.text):
        assert len(sentence.split()) <= LONGEST_SENTENCE, sentence
