"""The environment variables by which a process of Siklus finds its database, its Redis and its files."""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from backend.launch.state import secret_key

Environment = dict[str, str]


def process_environment(kind: str, folder: Path, servers: Mapping[str, str]) -> Environment:
    """What web, worker and commands see. `kind` is SIKLUS_ENV, `servers` the addresses that were started for them."""
    files = Path(os.environ.get("SIKLUS_FILES") or folder / "files")
    files.mkdir(mode=0o700, parents=True, exist_ok=True)
    ours = {
        "SIKLUS_ENV": kind,
        "SIKLUS_FILES": str(files),
        "SECRET_KEY": os.environ.get("SECRET_KEY") or secret_key(folder),
        "PYTHONUNBUFFERED": "1",
    }
    return dict(os.environ) | ours | dict(servers)


def as_owner(env: Mapping[str, str]) -> Environment:
    """The same with the connection of the database's owner, where one is known."""
    return dict(env) | ({"DATABASE_URL": env["DATABASE_OWNER_URL"]} if env.get("DATABASE_OWNER_URL") else {})


def app_role(env: Mapping[str, str]) -> str:
    """The database role that web and worker connect as."""
    return unquote(urlsplit(env["DATABASE_URL"]).username or "")


def write_down(folder: Path, env: Mapping[str, str]) -> None:
    """For the commands of a second terminal: only what we set ourselves, readable by us alone."""
    file = folder / "environment.json"
    file.unlink(missing_ok=True)
    file.touch(0o600)
    file.write_text(json.dumps({name: value for name, value in env.items() if os.environ.get(name) != value}))


def read_back(folder: Path) -> Environment | None:
    """What the running demo wrote down, or None while it is starting or ending."""
    try:
        return dict(os.environ) | json.loads((folder / "environment.json").read_text())
    except FileNotFoundError:
        return None


def forget(folder: Path) -> None:
    (folder / "environment.json").unlink(missing_ok=True)
