"""What a visitor of the demo finds."""

import io

import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command
from django.test import override_settings

from backend.management.commands.load_demo import begin_the_present
from backend.scenarios.playing import go_on_live, play
from backend.scenarios.story import VILLAGES_PROPOSE, load
from tests.processes import running_worker
from workflows.core.models import JournalEntry
from workflows.routes.models import Assignment

DEMO_SETTINGS = {"ENVIRONMENT": "demo", "DEMO_PASSWORD": "contoh-untuk-tes"}


@pytest.mark.django_db(transaction=True)
@override_settings(**DEMO_SETTINGS)
def test_there_is_something_to_do_for_everybody_who_is_listed() -> None:
    with running_worker():
        [played] = play([load(VILLAGES_PROPOSE)])
        begin_the_present()
        go_on_live(played)
    assert played.failures == []
    waiting = Assignment.objects.filter(state="open").values_list("office__role", flat=True).order_by("pk")
    assert sorted(waiting) == ["camat"] * 3 + ["pkb"] + ["village_head"] * 2  # the proposals, a letter to sign and one to print
    listed = told("demo_logins")
    names = [word for line in listed.splitlines() for word in line.split() if word.startswith("pamekasan.")]
    assert [name.split(".")[1] for name in names] == [
        "kades", "staf-desa", "staf-desa-dua", "kades-tlanakan", "pkb", "camat", "kadis", "operator", "kabag", "asisten", "sekda",
        "bupati", "pengelola",
    ]  # fmt: skip
    assert all(authenticate(username=name, password="contoh-untuk-tes") for name in names)
    acts = JournalEntry.objects.count()
    assert "sudah dimuat" in told("load_demo")
    assert JournalEntry.objects.count() == acts


def told(command: str) -> str:
    out = io.StringIO()
    call_command(command, stdout=out)
    return out.getvalue()


def test_logins_are_shown_in_a_demo_only() -> None:
    with pytest.raises(CommandError, match="Hanya demo"):
        call_command("demo_logins")


@override_settings(ENVIRONMENT="production")
def test_a_real_installation_gets_no_examples() -> None:
    with pytest.raises(CommandError, match="sesungguhnya"):
        call_command("load_demo")
