"""What a content must look like, said in small parts: each is asked for a place and its value, and tells what is wrong."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

Shape = Callable[[str, Any], Iterator[str]]


def text(place: str, value: Any) -> Iterator[str]:
    if value is None or value == "" or (isinstance(value, str) and not value.strip()):
        yield f"{place}: belum diisi"
    elif not isinstance(value, str):
        yield f"{place}: harus berupa teks"


def day(place: str, value: Any) -> Iterator[str]:
    """A date as `2024-05-06`."""
    if not value:
        yield f"{place}: belum diisi"
        return
    try:
        date.fromisoformat(value)
    except (ValueError, TypeError):
        yield f"{place}: “{value}” bukan tanggal (tahun-bulan-hari)"


def count(place: str, value: Any) -> Iterator[str]:
    """A whole number from 1."""
    if type(value) is not int or value < 1:
        yield f"{place}: harus bilangan bulat mulai dari 1"


def amount(place: str, value: Any) -> Iterator[str]:
    """A whole number from 0."""
    if type(value) is not int or value < 0:
        yield f"{place}: harus bilangan bulat mulai dari 0"


def optional(shape: Shape) -> Shape:
    """Absent, null or empty is as good as right."""
    return lambda place, value: iter(()) if value in (None, "") else shape(place, value)


def one_of(*known: str) -> Shape:
    def check(place: str, value: Any) -> Iterator[str]:
        if value not in known:
            yield f"{place}: “{value}” tidak dikenal; yang ada: {', '.join(known)}"

    return check


def several(shape: Shape, least: int = 1, most: int = 200) -> Shape:
    """A list whose every item has this shape."""

    def check(place: str, value: Any) -> Iterator[str]:
        if not isinstance(value, list):
            yield f"{place}: harus berupa daftar" + ("" if least else ", boleh kosong")
            return
        if least and not value:
            yield f"{place}: belum diisi"
        elif not least <= len(value) <= most:
            yield f"{place}: memuat {len(value)} butir; harus {least} sampai {most}"
        for order, item in enumerate(value, start=1):
            yield from shape(f"{place} ke-{order}", item)

    return check


def record(**shapes: Shape) -> Shape:
    """A dictionary with these keys; others may stand beside them."""

    def check(place: str, value: Any) -> Iterator[str]:
        if not isinstance(value, dict):
            yield f"{place or 'isi'}: belum diisi"
            return
        for key, shape in shapes.items():
            yield from shape(f"{place}.{key}" if place else key, value.get(key))

    return check
