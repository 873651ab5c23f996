"""Today, as the database sees it: one answer for engine, ORM and Python alike."""

from datetime import date

from django.db import connection
from django.db.models import DateField, Func

DEFAULT_ZONE = "Asia/Jakarta"


class Today(Func):
    """`Today("region__zone")`: the local date in a zone, by the database's clock (story or live)."""

    function = "siklus_today"
    output_field = DateField()


def today(zone: str = DEFAULT_ZONE) -> date:
    """The local date in an IANA `zone` (WIB Asia/Jakarta, WITA Asia/Makassar, WIT Asia/Jayapura)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT siklus_today(%s)", [zone])
        return cursor.fetchone()[0]


def move_story_to(day: date) -> None:
    """Set the story's date. Raises `RuntimeError` in a live database."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE core_clock SET date = %s WHERE kind = 'story' AND date <= %s RETURNING date", [day, day])
        if not cursor.fetchone():
            raise RuntimeError("only a story's clock moves, and only forward")


def go_live() -> None:
    """Let the real clock rule from now on. There is no way back."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE core_clock SET kind = 'live', date = NULL")
