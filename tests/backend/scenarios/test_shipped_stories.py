"""The shipped stories hold: two with the demo's district in one database, the others by themselves."""

from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils.module_loading import autodiscover_modules
from pytest_django import DjangoDbBlocker

from backend.scenarios.playing import play, play_lately
from backend.scenarios.story import load, shipped_stories
from documents.invariants import papers_are_as_they_were
from tests.processes import running_worker
from tests.stories import Stories, own_files
from workflows.core.findings import checks


def test_they_go_as_told(stories: Stories, tmp_path: Path, django_db_blocker: DjangoDbBlocker, worker_id: str) -> None:
    """Together with the demo's third district, and what the demo begins after them."""
    assert stories.failures == []
    out = stories.folder / "out"
    listed = [paper["file"] for scenario in stories.report for paper in scenario["documents"]]
    assert sorted(str(file.relative_to(out)) for file in out.glob("**/*.pdf")) == sorted(listed)
    assert sum("petikan" in file for file in listed) == 136
    assert all((out / f"{file}.receipt.json").is_file() for file in listed)
    autodiscover_modules("invariants")
    quick = [check for check in checks if check is not papers_are_as_they_were]
    with django_db_blocker.unblock(), stories.copied(f"siklus_told_{worker_id}", tmp_path), own_files(tmp_path):
        assert [finding for check in quick for finding in check()] == []


@pytest.mark.nightly
def test_their_papers_print_again_to_the_same_bytes(
    stories: Stories, tmp_path: Path, django_db_blocker: DjangoDbBlocker, worker_id: str
) -> None:
    with django_db_blocker.unblock(), stories.copied(f"siklus_printed_{worker_id}", tmp_path), own_files(tmp_path):
        call_command("check_invariants")


@pytest.mark.nightly
@pytest.mark.django_db(transaction=True)
def test_reports_by_app_and_on_paper_are_merged_and_counted_once() -> None:
    with running_worker(processes=2):
        [played] = play([load("pamekasan")])
    assert played.failures == []
    call_command("check_invariants")


@pytest.mark.nightly
@pytest.mark.django_db(transaction=True)
def test_a_yearly_decree_that_leaves_one_out_raises_the_alert() -> None:
    with running_worker(processes=2):
        [played] = play([load("lampung-barat-tertinggal")])
    assert played.failures == []


@pytest.mark.nightly
@pytest.mark.django_db(transaction=True)
def test_a_city_is_coached_for_a_year() -> None:
    with running_worker(processes=2):
        [played] = play([load("pontianak")])
    assert played.failures == []


@pytest.mark.nightly
@pytest.mark.django_db(transaction=True)
def test_a_regency_goes_through_its_whole_year() -> None:
    """And has its next round under way in the demo, here on a day on which the reports of the year before are not yet due."""
    with running_worker(processes=2):
        [played] = play([load("satu-tahun")])
        play_lately([played], date(2027, 1, 2))
    assert played.failures == []
    call_command("check_invariants")


def test_they_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("replay", list=True)
    assert capsys.readouterr().out.split() == shipped_stories() == [
        "kubu-raya", "lampung-barat", "lebak", "pamekasan", "pontianak", "satu-tahun",
    ]  # fmt: skip
