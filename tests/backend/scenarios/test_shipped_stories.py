"""The shipped stories hold, both in one database."""

import json
from pathlib import Path

import pytest
from django.core.management import call_command

from backend.scenarios.playing import play
from backend.scenarios.report import write_report
from backend.scenarios.story import load, shipped_stories
from tests.processes import running_worker


@pytest.mark.django_db(transaction=True)
def test_they_go_as_told(tmp_path: Path) -> None:
    with running_worker(processes=2):
        plays = play([load(name) for name in ("kubu-raya", "lampung-barat")])
    assert [failure for played in plays for failure in played.failures] == []
    told = json.loads(write_report(plays, tmp_path).read_text())["scenarios"]
    listed = [paper["file"] for scenario in told for paper in scenario["documents"]]
    assert sorted(str(file.relative_to(tmp_path)) for file in tmp_path.glob("**/*.pdf")) == sorted(listed)
    assert sum("petikan" in file for file in listed) == 136
    assert all((tmp_path / f"{file}.receipt.json").is_file() for file in listed)
    call_command("check_invariants")


@pytest.mark.django_db(transaction=True)
def test_a_yearly_decree_that_leaves_one_out_raises_the_alert() -> None:
    with running_worker(processes=2):
        [played] = play([load("lampung-barat-tertinggal")])
    assert played.failures == []


def test_they_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("replay", list=True)
    assert capsys.readouterr().out.split() == shipped_stories() == ["kubu-raya", "lampung-barat"]
