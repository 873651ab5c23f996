"""What a visitor of the demo finds."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from tests.stories import PASSWORD, Stories, own_files
from workflows.core.models import JournalEntry
from workflows.organisation.models import Region
from workflows.routes.models import Assignment


@pytest.fixture
def demo(stories: Stories, tmp_path: Path, django_db_blocker: DjangoDbBlocker, worker_id: str) -> Iterator[None]:
    """Its district where villages still propose."""
    seen = override_settings(ENVIRONMENT="demo", DEMO_PASSWORD=PASSWORD)
    with django_db_blocker.unblock(), stories.copied(f"siklus_seen_{worker_id}", tmp_path), own_files(tmp_path), seen:
        yield


def test_there_is_something_to_do_for_everybody_who_is_listed(demo: None) -> None:
    here = Region.objects.under(Region.objects.get(name="Pamekasan", level="regency"))
    waiting = Assignment.objects.filter(state="open", region__in=here).values_list("office__role", flat=True)
    assert sorted(waiting) == ["camat"] * 3 + ["pkb"] + ["village_head"] * 2  # the proposals, a letter to sign and one to print
    listed = told("demo_logins")
    names = [word for line in listed.splitlines() for word in line.split() if word.startswith("pamekasan.")]
    assert [name.split(".")[1] for name in names] == [
        "kades", "staf-desa", "staf-desa-dua", "kades-tlanakan", "pkb", "camat", "kadis", "operator", "kabag", "asisten", "sekda",
        "bupati", "pengelola",
    ]  # fmt: skip
    assert all(authenticate(username=name, password=PASSWORD) for name in names)
    assert "jawa-timur.kadis-provinsi" in listed
    assert authenticate(username="jawa-timur.kadis-provinsi", password="contoh-untuk-tes")
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
