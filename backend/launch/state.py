"""The folders that outlive a run, and the lock that says "running". All of it stands outside the checkout."""

import fcntl
import hashlib
import os
import secrets
import shutil
import stat
import tempfile
import time
from pathlib import Path

from backend.launch.progress import Failure

CHECKOUT = Path(__file__).resolve().parents[2]
THROW_AWAY = "t-"
OURS = ("pg", "run", "files", "appendonlydir", "postgresql-*", "beat*", "*.log", "secret", f"{THROW_AWAY}*")
LONGEST_SOCKET_PATH = 107  # bytes, Linux


def state_folder() -> Path:
    """This checkout's state: SIKLUS_STATE, or the system's state folder (root) or the user's."""
    named = os.environ.get("SIKLUS_STATE")
    return private_folder(Path(named).absolute() if named else _default_folder())


def _default_folder() -> Path:
    checkout = hashlib.sha256(os.fsencode(CHECKOUT)).hexdigest()[:8]
    if os.geteuid() == 0:
        return Path("/var/lib/siklus") / checkout
    base = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local/state"
    return Path(base) / "siklus" / checkout


def private_folder(folder: Path, mode: int = 0o711) -> Path:
    """The folder, made if missing. Raises Failure if it is somebody else's; an existing one keeps its permissions.

    711: others may not look, but PostgreSQL, which root runs as another user, may pass.
    """
    if not folder.exists():
        folder.mkdir(parents=True)
        folder.chmod(mode)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid():
        raise Failure(f"{folder} is not a folder of yours. Set SIKLUS_STATE to a folder that is.")
    return folder


def empty(folder: Path) -> None:
    """Remove what we keep in a state folder, and nothing else that may lie there; folders in use stay."""
    for entry in (found for pattern in OURS for found in folder.glob(pattern)):
        if entry.name.startswith(THROW_AWAY):
            remove_if_unused(entry)
        elif entry.is_dir():
            shutil.rmtree(entry)
        else:
            entry.unlink()


def socket_path(path: Path) -> Path:
    """The path, if the kernel can take it as a socket's name; else Failure."""
    if len(os.fsencode(path)) > LONGEST_SOCKET_PATH:
        raise Failure(f"The path {path} is too long for a socket. Set SIKLUS_STATE to a shorter folder.")
    return path


class Lock:
    """An advisory lock whose descriptor every child inherits: it is free exactly when the last of them is gone."""

    def __init__(self, file: Path):
        self.fd = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)

    def take(self, seconds: float = 0.0) -> bool:
        """Whether we got it within that time."""
        end = time.monotonic() + seconds
        while True:
            try:
                fcntl.flock(self.fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return True
            except BlockingIOError:
                if time.monotonic() >= end:
                    return False
                time.sleep(0.1)

    def close(self) -> None:
        os.close(self.fd)


def throw_away_folder(state: Path) -> tuple[Path, Lock]:
    """A new folder for one run, locked; those whose run is over (a kill -9 leaves them) are removed first."""
    for old in state.glob(f"{THROW_AWAY}*"):
        remove_if_unused(old)
    folder = Path(tempfile.mkdtemp(prefix=THROW_AWAY, dir=state))
    folder.chmod(0o711)
    lock = Lock(folder / "lock")
    lock.take()
    return folder, lock


def remove_if_unused(folder: Path) -> bool:
    """Remove the folder unless a process still holds its lock; say whether it is gone."""
    try:
        lock = Lock(folder / "lock")
    except FileNotFoundError:  # another run has just done it
        return True
    try:
        free = lock.take()
        if free:
            shutil.rmtree(folder, ignore_errors=True)
        return free
    finally:
        lock.close()


def secret_key(state: Path) -> str:
    """The demo's own secret key, made once."""
    file = state / "secret"
    if not file.exists():
        file.touch(0o600)
        file.write_text(secrets.token_urlsafe(48))
    return file.read_text()
