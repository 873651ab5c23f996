"""Forms of one line each in a form: how many of them were sent, and what is wrong with which."""

from collections.abc import Iterable, Iterator, Mapping

from django import forms


def sent(data: Mapping[str, str], name: str, most: int) -> int:
    """Of the fields `name` with a number in it (`"tempat-{}-rank"`), from 1, so many are there."""
    return sum(name.format(n) in data for n in range(1, most + 1))


def wrong(rows: Iterable[forms.Form], words: str) -> Iterator[str]:
    """`words` take the number `n` of a row and `why`."""
    for n, row in enumerate(rows, 1):
        if row.errors:
            yield words % {"n": n, "why": " ".join(str(said) for told in row.errors.values() for said in told)}
