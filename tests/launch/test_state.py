import os
from pathlib import Path

import pytest

from backend.launch import environment, state
from backend.launch.progress import Failure


def test_siklus_state_moves_the_folder_and_it_is_made_for_us_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIKLUS_STATE", str(tmp_path / "deep" / "state"))
    assert state.state_folder() == tmp_path / "deep" / "state"
    assert state.state_folder().stat().st_mode & 0o777 == 0o711


def test_the_permissions_of_a_folder_that_was_there_are_left_alone(tmp_path: Path) -> None:
    tmp_path.chmod(0o750)
    assert state.private_folder(tmp_path).stat().st_mode & 0o777 == 0o750


def test_a_link_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path)
    with pytest.raises(Failure, match="SIKLUS_STATE"):
        state.private_folder(tmp_path / "link")


def test_a_socket_path_that_the_kernel_cannot_take_is_refused_in_words() -> None:
    with pytest.raises(Failure, match="Set SIKLUS_STATE to a shorter folder"):
        state.socket_path(Path("/" + "x" * 107))


def test_only_one_holds_the_lock(tmp_path: Path) -> None:
    first, second = state.Lock(tmp_path / "lock"), state.Lock(tmp_path / "lock")
    assert first.take()
    assert not second.take()
    first.close()
    assert second.take()
    second.close()


def test_the_next_run_removes_what_a_killed_run_left_and_nothing_that_is_in_use(tmp_path: Path) -> None:
    in_use, held = state.throw_away_folder(tmp_path)
    left, lock = state.throw_away_folder(tmp_path)
    lock.close()
    new, _ = state.throw_away_folder(tmp_path)
    assert {folder for folder in (in_use, left, new) if folder.exists()} == {in_use, new}
    held.close()


def test_what_another_run_has_just_removed_is_gone(tmp_path: Path) -> None:
    assert state.remove_if_unused(tmp_path / "t-gone")


def test_emptying_takes_what_is_ours_and_leaves_what_is_not(tmp_path: Path) -> None:
    for name in ("pg", "files"):
        (tmp_path / name).mkdir()
    for name in ("web.log", "secret", "letter.txt"):
        (tmp_path / name).touch()
    state.empty(tmp_path)
    assert [entry.name for entry in tmp_path.iterdir()] == ["letter.txt"]


def test_the_secret_key_is_made_once_and_read_by_us_alone(tmp_path: Path) -> None:
    key = state.secret_key(tmp_path)
    assert len(key) >= 50
    assert state.secret_key(tmp_path) == key
    assert (tmp_path / "secret").stat().st_mode & 0o077 == 0


def test_a_second_terminal_finds_the_environment_of_the_demo(tmp_path: Path) -> None:
    assert environment.read_back(tmp_path) is None
    environment.write_down(tmp_path, dict(os.environ) | {"DATABASE_URL": "postgres://siklus_app@x/siklus_there"})
    there = environment.read_back(tmp_path)
    assert there is not None
    assert there["DATABASE_URL"].endswith("siklus_there")
    assert (tmp_path / "environment.json").stat().st_mode & 0o077 == 0


def test_migrations_run_as_the_owner_where_one_is_named() -> None:
    urls = {"DATABASE_URL": "postgres://app@db/siklus", "DATABASE_OWNER_URL": "postgres://owner@db/siklus"}
    assert environment.as_owner(urls)["DATABASE_URL"] == "postgres://owner@db/siklus"
    assert environment.app_role(urls) == "app"
    assert environment.as_owner({"DATABASE_URL": "postgres://one@db/siklus"})["DATABASE_URL"].startswith(
        "postgres://one@"
    )
