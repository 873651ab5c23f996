"""Many at once: each racer in a thread and on a database connection of its own. Needs real commits."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from django.db import connection


def race(racers: Sequence[Callable[[], Any]]) -> list[Any]:
    """Let all begin at the same moment; what each returned or raised, in their order."""
    start = Barrier(len(racers))

    def run(racer: Callable[[], Any]) -> Any:
        try:
            connection.ensure_connection()
            start.wait(timeout=60)
            return racer()
        except Exception as error:  # noqa: BLE001  what a racer raised is its result
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(racers)) as threads:
        return list(threads.map(run, racers))


def losers(results: Sequence[Any]) -> list[Exception]:
    return [result for result in results if isinstance(result, Exception)]


def somebody_waits_for_a_lock() -> bool:
    """Whether another connection to this database waits for a lock just now."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_clear_snapshot()")  # or a transaction sees what it saw the first time
        cursor.execute(
            "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock')"
        )
        return bool(cursor.fetchone()[0])
