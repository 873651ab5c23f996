"""Two roles for one database: the owner migrates, the application works and cannot rewrite the journal."""

from pathlib import Path

import psycopg

OWNER, APP, DATABASE = "siklus_owner", "siklus_app", "siklus"


def create_database_and_roles(sockets: Path) -> None:
    """Make what is missing, as the cluster's superuser. The owner may create databases: tests need their own."""
    with psycopg.connect(host=str(sockets), user="postgres", dbname="postgres", autocommit=True) as superuser:
        roles = {name for (name,) in superuser.execute("SELECT rolname FROM pg_roles")}
        if OWNER not in roles:
            superuser.execute(f"CREATE ROLE {OWNER} LOGIN CREATEDB")
        if APP not in roles:
            superuser.execute(f"CREATE ROLE {APP} LOGIN")
        if not superuser.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone():
            superuser.execute(f"CREATE DATABASE {DATABASE} OWNER {OWNER}")
