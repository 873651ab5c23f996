from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import connection, transaction
from psycopg import sql

APPEND_ONLY = ("core_journalentry", "core_journalsubject")

GRANTS = (
    "GRANT USAGE ON SCHEMA public TO {role}",
    "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}",
    "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role}",
)


class Command(BaseCommand):
    help = "Gives the application's database role what it needs and no more: the journal it may only read and add to."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("role", help="the role that web and worker connect as (the user in DATABASE_URL)")

    def handle(self, *args: Any, role: str, **options: Any) -> None:
        """Run it as the owner of the tables after every migrate; running it again changes nothing."""
        with transaction.atomic(), connection.cursor() as cursor:
            present = set(connection.introspection.table_names(cursor))
            protect = [f"REVOKE UPDATE, DELETE ON {table} FROM {{role}}" for table in APPEND_ONLY if table in present]
            for statement in (*GRANTS, *protect):
                cursor.execute(sql.SQL(statement).format(role=sql.Identifier(role)))
