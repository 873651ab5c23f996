from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import connection, transaction
from psycopg import sql

APPEND_ONLY = (
    "core_journalentry", "core_journalsubject", "ledger_leaf", "ledger_seal", "signing_signingrequest", "signing_signingdoubt",
    "signing_signingoutcome", "core_snapshot", "decrees_conveyance", "decrees_printedoriginal", "evaluations_instrument",
    "evaluations_questionnaire", "evaluations_yearlyclass",
    "contests_rubricversion", "contests_juror", "contests_recusal", "contests_fieldvisit", "contests_ranking",
    "meetings_motionrow",
)  # fmt: skip

GRANTS = (
    "GRANT USAGE ON SCHEMA public TO {role}",
    "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}",
    "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role}",
)


MAY_ANALYZE = "GRANT MAINTAIN ON ALL TABLES IN SCHEMA public TO {role}"  # after a bulk load; PostgreSQL 17 and newer


class Command(BaseCommand):
    help = "Gives the application's database role what it needs and no more: what is on record it may only add to."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("role", help="the role that web and worker connect as (the user in DATABASE_URL)")

    def handle(self, *args: Any, role: str, **options: Any) -> None:
        """Run it as the owner of the tables after every migrate; running it again changes nothing."""
        with transaction.atomic(), connection.cursor() as cursor:
            present = set(connection.introspection.table_names(cursor))
            protect = [f"REVOKE UPDATE, DELETE ON {table} FROM {{role}}" for table in APPEND_ONLY if table in present]
            analyze = [MAY_ANALYZE] if server_version(cursor) >= 170000 else []
            for statement in (*GRANTS, *analyze, *protect):
                cursor.execute(sql.SQL(statement).format(role=sql.Identifier(role)))


def server_version(cursor: Any) -> int:
    """PostgreSQL's version as a number: 18.1 is 180001."""
    cursor.execute("SHOW server_version_num")
    return int(cursor.fetchone()[0])
