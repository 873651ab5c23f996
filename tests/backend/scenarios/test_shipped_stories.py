"""The shipped stories hold, both in one database."""

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
    assert write_report(plays, tmp_path).is_file()
    assert len(list(tmp_path.glob("**/*.pdf"))) == 19 + 1 + 3
    call_command("check_invariants")


@pytest.mark.django_db(transaction=True)
def test_a_yearly_decree_that_leaves_one_out_raises_the_alert() -> None:
    with running_worker(processes=2):
        [played] = play([load("lampung-barat-tertinggal")])
    assert played.failures == []


def test_they_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("replay", list=True)
    assert capsys.readouterr().out.split() == shipped_stories() == ["kubu-raya", "lampung-barat"]
