"""What a person may do about parked work, and how it shows from outside."""

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from worker.relay import carry_out
from workflows.core.models import Outbox


@pytest.fixture
def parked(row):
    Outbox.objects.filter(pk=row.pk).update(parked_at=timezone.now(), attempts=5, last_error="RuntimeError: on fire")
    row.refresh_from_db()
    return row


def test_what_waits_and_what_is_parked_is_listed(parked, capsys):
    call_command("outbox")
    waiting, stopped = capsys.readouterr().out.split("Diparkir:")
    assert "your_turn" not in waiting
    assert "your_turn" in stopped
    assert "on fire" in stopped


def test_a_parked_row_can_begin_anew(parked):
    call_command("outbox", "--retry", parked.pk)
    carry_out(Outbox, parked.pk)
    parked.refresh_from_db()
    assert parked.done_at is not None


def test_a_parked_row_can_be_given_up_with_a_reason(parked):
    call_command("outbox", "--give-up", parked.pk, "--reason", "sudah diberitahukan lisan")
    parked.refresh_from_db()
    assert parked.done_at is not None
    assert "sudah diberitahukan lisan" in parked.last_error
    assert not parked.deliveries.exists()


@pytest.mark.parametrize("words", [["--give-up"], ["--retry"]])
def test_only_what_is_parked_can_be_looked_after(row, words):
    with pytest.raises(CommandError, match="tidak sedang diparkir"):
        call_command("outbox", *words, row.pk, "--reason", "x")


def test_giving_up_needs_a_reason(parked):
    with pytest.raises(CommandError, match="alasan"):
        call_command("outbox", "--give-up", parked.pk)


def test_healthz_shows_what_is_parked_and_stays_up(parked, client: Client):
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()["outbox"]) == (200, "parked")
