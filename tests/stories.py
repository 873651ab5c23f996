"""The shipped stories, played once a run into a database that is a template, and copied from there as often as wanted.

Whoever asks first plays them (two minutes); the other processes of the run wait for it. As in the demo, the stories go
live afterwards, and everybody's password is `PASSWORD`. Who works on the journeys sets SIKLUS_KEEP_STORIES to a folder: what was
played is kept there and used by the next runs, until that folder is removed.
"""

import fcntl
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import override_settings

from backend.management.commands.load_demo import begin_the_present, really_today
from backend.scenarios.playing import go_on_live, play, play_lately
from backend.scenarios.report import write_report
from backend.scenarios.story import DEMO, VILLAGES_PROPOSE, load
from documents.ledger.sealing import seal_everything
from tests.databases import as_server_owner, cloned, connected_as_owner, drop, moved_to, postgres, url_of
from tests.processes import running_worker

TEMPLATE = "siklus_stories"
LONG = "satu-tahun"
"""Played by night, by itself (`tests/backend/scenarios/test_shipped_stories.py`)."""
BY_DAY = ["lampung-barat", VILLAGES_PROPOSE]
BY_NIGHT = [name for name in DEMO if name != LONG]
PASSWORD = "contoh-untuk-tes"
FOLDERS = ("archive", "attachments", "ledger", "signing")


@dataclass(frozen=True)
class Stories:
    """`failures`: what did not go as the stories expect. `folder` has the report, its papers, and the files of the template."""

    folder: Path
    failures: list[str]

    @property
    def report(self) -> list[dict[str, Any]]:
        return json.loads((self.folder / "out" / "report.json").read_text())["scenarios"]

    @contextmanager
    def copied(self, name: str, files: Path) -> Iterator[None]:
        """Django's connection leads to a copy of the database, and `files` gets a copy of the files."""
        for folder in FOLDERS:
            if (source := self.folder / "files" / folder).exists():
                shutil.copytree(source, files / folder, dirs_exist_ok=True)
        with cloned(TEMPLATE, name), moved_to(name):
            yield


def stories_in(folder: Path, migrated: str, names: list[str]) -> Stories:
    """Those that lie in the folder of this run; played now, in a clone of the `migrated` database, if nobody has yet."""
    told = folder / "failures.json"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not told.exists():
            told.write_text(json.dumps(played_or_kept(folder, migrated, names)))
    return Stories(folder, json.loads(told.read_text()))


def played_or_kept(folder: Path, migrated: str, names: list[str]) -> list[str]:
    """What failed; without playing them again where somebody has kept them."""
    kept = Path(os.environ.get("SIKLUS_KEEP_STORIES") or folder / "nowhere") / "-".join(Path(name).stem for name in names)
    if (kept / "stories.dump").exists():
        shutil.copytree(kept / "stories", folder, dirs_exist_ok=True)
        as_server_owner("CREATE DATABASE {name}", name=TEMPLATE)
        postgres("pg_restore", "--dbname", url_of(TEMPLATE), kept / "stories.dump")
        with moved_to(TEMPLATE), connected_as_owner() as app_role:
            call_command("migrate", verbosity=0)
            call_command("grant_app_role", app_role)
        return []
    failures = played(folder, migrated, names)
    if "SIKLUS_KEEP_STORIES" in os.environ and not failures:
        shutil.copytree(folder, kept / "stories", dirs_exist_ok=True)
        postgres("pg_dump", "--format", "custom", "--file", kept / "stories.dump", url_of(TEMPLATE))
    return failures


def played(folder: Path, migrated: str, names: list[str]) -> list[str]:
    files = folder / "files"
    drop(TEMPLATE)
    as_server_owner("CREATE DATABASE {name} TEMPLATE {migrated} STRATEGY file_copy", name=TEMPLATE, migrated=migrated)
    with moved_to(TEMPLATE), own_files(files), running_worker(processes=2):
        plays = play([load(name) for name in names])
        write_report(plays, folder / "out")
        play_lately(plays, really_today())
        with override_settings(ENVIRONMENT="demo", DEMO_PASSWORD=PASSWORD):
            begin_the_present()
        for story in plays:
            go_on_live(story)
        seal_everything()  # or what is late at sealing would depend on how long the run has lasted
    return [failure for story in plays for failure in story.failures]


@contextmanager
def own_files(files: Path) -> Iterator[None]:
    """This process and its children keep their files in this folder."""
    files.mkdir(parents=True, exist_ok=True)
    folders = {
        "STATE_DIR": files, "ARCHIVE_DIR": files / "archive", "MEDIA_ROOT": files / "attachments",
        "OUTBOX_MAIL_DIR": files / "mail", "LEDGER_DIR": files / "ledger", "LOCAL_SIGNER_DIR": files / "signing",
    }  # fmt: skip
    with override_settings(**folders), pytest.MonkeyPatch.context() as patch:
        patch.setenv("SIKLUS_FILES", str(files))
        patch.delenv("PYTEST_XDIST_WORKER", raising=False)  # or a child would put its files elsewhere
        yield


def forget_stories() -> None:
    """At the end of a run, on servers that outlive it."""
    if os.environ.get("DATABASE_URL"):
        drop(TEMPLATE)
