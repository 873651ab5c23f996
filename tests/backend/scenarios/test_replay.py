"""Stories are played through the one door, with a real worker beside."""

import json
import os
import signal
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.models.functions import Now

from backend.launch import children
from backend.scenarios.playing import Played, play
from backend.scenarios.report import write_report
from backend.scenarios.story import load, parse
from documents.verify import verify_file
from tests.processes import running_worker, start_worker, wait_until
from workflows.core.models import Outbox

MINI = Path(__file__).with_name("mini.yaml")


def replay(folder: Path) -> dict[str, Any]:
    [played] = play([load(str(MINI))])
    return reported([played], folder)


def reported(plays: list[Played], folder: Path) -> dict[str, Any]:
    return json.loads(write_report(plays, folder).read_text())["scenarios"][0]


@pytest.mark.django_db(transaction=True)
def test_a_small_story_goes_as_expected_and_leaves_a_report(tmp_path: Path) -> None:
    with running_worker():
        told = replay(tmp_path)
    assert told["failures"] == []
    assert (told["ok"], told["acts"], told["expectations"]["failed"]) == (True, 8, 0)
    [paper] = told["documents"]
    assert (paper["kind"], paper["number"], paper["date"], paper["rows"]) == (
        "keputusan_bupati", "B/100/KPTS/III.06/2024", "2024-05-06", 3
    )  # fmt: skip
    verdict = verify_file(tmp_path / paper["file"])
    assert (verdict.ok, verdict.sha256) == (True, paper["sha256"])


@pytest.mark.django_db(transaction=True)
def test_what_is_not_as_expected_is_told_with_its_line_and_ends_in_an_error(tmp_path: Path) -> None:
    text = MINI.read_text().replace("state: in_review, rows: 3", "state: in_review, rows: 4")
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text(text[: text.index("  2024-05-06:")])
    line = text[: text.index("rows: 4")].count("\n") + 1
    with running_worker(), pytest.raises(CommandError):
        call_command("replay", str(wrong), out=tmp_path / "out")
    [told] = json.loads((tmp_path / "out" / "report.json").read_text())["scenarios"]
    assert told["failures"] == [f"wrong.yaml, line {line}: rows is 3, expected 4"]
    assert (told["ok"], told["expectations"]) == (False, {"passed": 3, "failed": 1})


@pytest.mark.django_db(transaction=True)
@pytest.mark.nightly
def test_an_act_that_is_refused_unexpectedly_stops_the_story(tmp_path: Path) -> None:
    text = MINI.read_text()
    text = text.replace("refused: {rule: state, words: Belum giliran}", "assumed: nobody refuses")
    with running_worker():
        told = reported(play([parse(text[: text.index("  2024-05-06:")], "mini.yaml")]), tmp_path)
    assert told["stopped"]
    assert "this was refused" in told["failures"][0]


@pytest.mark.django_db(transaction=True)
@pytest.mark.nightly
def test_a_database_with_a_past_is_refused(tmp_path: Path) -> None:
    with running_worker():
        replay(tmp_path)
        with pytest.raises(CommandError, match="has a past already"):
            call_command("replay", str(MINI), out=tmp_path / "again")


@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_in_the_middle_changes_nothing(tmp_path: Path) -> None:
    """It is killed while it renders; another takes over when the lease has run out."""
    with killing("render_final") as killed:
        told = replay(tmp_path)
    assert killed.is_set()
    assert told["failures"] == []
    assert [paper["number"] for paper in told["documents"]] == ["B/100/KPTS/III.06/2024"]
    assert Outbox.objects.get(topic="render_final").attempts == 2
    call_command("check_invariants")


@contextmanager
def killing(topic: str) -> Iterator[threading.Event]:
    """A worker that gets kill -9 as soon as it has begun a job of this topic; then another one."""
    killed, done = threading.Event(), threading.Event()
    with tempfile.NamedTemporaryFile(suffix=".log") as log:
        workers = [start_worker(log=Path(log.name))]

        def kill() -> None:
            try:
                begun = Outbox.objects.filter(topic=topic, leased_until__isnull=False)
                wait_until(begun.exists, "the job has begun", seconds=120)
                os.kill(workers[0].process.pid, signal.SIGKILL)
                wait_until(lambda: workers[0].ended, "the worker is gone")
                begun.update(leased_until=Now(), rung_at=None)  # the lease runs out
                workers.append(start_worker(log=Path(log.name)))
                killed.set()
                done.wait()  # a child dies with the thread that began it
            finally:
                connection.close()

        killer = threading.Thread(target=kill)
        killer.start()
        try:
            yield killed
        finally:
            children.stop_all(workers)
            done.set()
            killer.join()
