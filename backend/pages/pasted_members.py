"""Members as people send them in a chat: `Contoh Nama - 0812… - Ketua`. Phone and identity numbers are never kept."""

import re
from collections.abc import Iterable

from workflows.villages.posts import LEADERS, SECTIONS

CHAT = re.compile(r"^\s*\[?\d{1,2}[./:]\d{1,2}[^\]]*?(\]\s*|\s-\s)[^:]{1,60}:\s+")
"""What WhatsApp puts before a copied message: `[22/11/26 14.02] Contoh Pengirim: `."""
NUMBERS = re.compile(r"\+?\d[\d\s().-]{6,}\d")
"""Phone numbers and NIK, however they are grouped."""
SEPARATORS = re.compile(r"\s+[-–—]\s+|\s*[|;\t]\s*|\s*,\s+(?!S\.|M\.|A\.|Dr|SE\b|SH\b|SP\b)|\s*:\s+")
"""Between the parts of a line; a comma before an academic title belongs to the name."""
LIST_MARK = re.compile(r"^\s*(\d{1,3}[.)]|[-*•])\s+")
MEMBER = "Anggota"

Seat = dict[str, str]


def members_in(text: str) -> list[Seat]:
    """One seat for each line that names somebody; `position` and `section` are empty where the line says none."""
    found = [seat_of(line) for line in text.splitlines()]
    return [seat for seat in found if seat["name"]]


def seat_of(line: str) -> Seat:
    plain = NUMBERS.sub(" ", LIST_MARK.sub("", CHAT.sub("", line)))
    parts = [part.strip(" -–—,;:") for part in SEPARATORS.split(plain)]
    seat = {"position": "", "section": "", "name": "", "element": ""}
    for part in filter(None, parts):
        take(seat, part)
    return seat


def take(seat: Seat, part: str) -> None:
    """Put one part of a line where it belongs: a post, a section, else the name, then the element."""
    if post := like(part, [*LEADERS, MEMBER]):
        seat["position"] = post
    elif section := like(re.sub(r"^(anggota\s+)?seksi\s+", "", part, flags=re.IGNORECASE), SECTIONS):
        seat["section"], seat["position"] = section, seat["position"] or MEMBER
    elif not seat["name"]:
        seat["name"] = part
    elif not seat["element"]:
        seat["element"] = part


def like(part: str, known: Iterable[str]) -> str:
    return next((one for one in known if one.casefold() == part.casefold()), "")


def seated(seats: list[Seat], rows: list[Seat]) -> list[Seat]:
    """The rows with these people: each in the empty row of his post or section, else in the first empty one, else behind."""
    filled = [dict(row) for row in rows]
    for seat in sorted(seats, key=lambda one: not (one["position"] or one["section"])):
        row = empty_row(filled, seat)
        if row is None:
            filled.append(seat | {"position": seat["position"] or MEMBER})
        else:
            row |= {key: value for key, value in seat.items() if value}
    return filled


def empty_row(rows: list[Seat], seat: Seat) -> Seat | None:
    wanted = {key: seat[key] for key in ("position", "section") if seat[key]}
    free = [row for row in rows if not row["name"]]
    fitting = [row for row in free if all(row[key] == value for key, value in wanted.items())]
    return fitting[0] if fitting else None
