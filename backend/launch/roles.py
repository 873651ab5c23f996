"""Two roles for one database: the owner migrates, the application works and cannot rewrite the journal."""

import secrets
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

from backend.launch.progress import Failure

OWNER, APP, DATABASE = "siklus_owner", "siklus_app", "siklus"
PASSING = "siklus_run_"


def create_database_and_roles(sockets: Path) -> None:
    """Make what is missing, as the cluster's superuser. The owner may create databases: tests need their own."""
    with psycopg.connect(host=str(sockets), user="postgres", dbname="postgres", autocommit=True) as superuser:
        roles = {name for (name,) in superuser.execute("SELECT rolname FROM pg_roles")}
        if OWNER not in roles:
            superuser.execute(f"CREATE ROLE {OWNER} LOGIN CREATEDB")
        if APP not in roles:
            superuser.execute(f"CREATE ROLE {APP} LOGIN")
            superuser.execute(f"GRANT {APP} TO {OWNER}")  # may end its sessions, to drop a database after a test
        if not superuser.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone():
            superuser.execute(f"CREATE DATABASE {DATABASE} OWNER {OWNER}")


def create_passing_database(env: Mapping[str, str]) -> dict[str, str]:
    """A new, empty database on the server that the environment names; returns the URLs that lead to it."""
    name = f"{PASSING}{secrets.token_hex(6)}"
    _as_owner(env, "CREATE DATABASE {}", name)
    urls = ("DATABASE_URL", "DATABASE_OWNER_URL")
    return {url: urlsplit(env[url])._replace(path=f"/{name}").geturl() for url in urls if env.get(url)}


def drop_passing_database(env: Mapping[str, str], former: Mapping[str, str]) -> None:
    """Drop what `create_passing_database` made (and nothing else), from the database that was named before.

    FORCE is refused to an owner while an autovacuum is there, which a plain DROP ends.
    """
    name = urlsplit(env["DATABASE_URL"]).path.removeprefix("/")
    if not name.startswith(PASSING):
        return
    try:
        _as_owner(former, "DROP DATABASE IF EXISTS {} WITH (FORCE)", name)
    except Failure:
        _as_owner(former, "DROP DATABASE IF EXISTS {}", name)


def _as_owner(env: Mapping[str, str], statement: str, database: str) -> None:
    url = env.get("DATABASE_OWNER_URL") or env["DATABASE_URL"]
    try:
        with psycopg.connect(url, autocommit=True) as owner:
            owner.execute(sql.SQL(statement).format(sql.Identifier(database)))
    except psycopg.Error as error:
        raise Failure(
            f"The database server refused ({str(error).strip()}): {statement.format(database)}. "
            "The role in DATABASE_OWNER_URL (or, without it, in DATABASE_URL) needs CREATEDB."
        ) from error
