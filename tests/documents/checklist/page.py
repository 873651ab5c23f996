"""The table as a page for readers, docs/checks.md: `python -m tests.documents.checklist.page` writes it anew."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from documents.kinds import all_kinds
from tests.documents.checklist.every import CHECKS
from tests.documents.checklist.table import TABLE, Entry, entry_of

PAGE = Path(__file__).parents[3] / "docs" / "checks.md"
ONLY_ELSEWHERE = {
    14: "Rendering the same input twice gives the same bytes.",
    43: "Who signs held that office, in that capacity, on the day of the decree.",
    58: "The signed file covers all of itself and begins with the bytes that were rendered.",
    59: "The time of the signature is near the printed date.",
}
HEAD = """# The sixty checks

What a reviewer at a Bagian Hukum looks for, and on which kinds of paper the tests look for it: in the text of the real PDF, the
boxes of its words, its fonts and the pictures of its pages. Written by `python -m tests.documents.checklist.page` from the table
that the tests run (`tests/documents/checklist/`); a test compares the two. Which papers of a
kind are tried stands in `papers.py` there: its forms; where it has lists, 1 to 500 rows; electronic, ink, *Plt.*, *Pj.*, *a.n.*,
*u.b.*; long names and titles; F4 and A4. The most telling of them are tried by day, all of them by night.

✓ checked on the paper · ✓ᵈ half on the paper, half by a test of the data · d by another test · – does not apply; why, stands below.

"""


def written() -> str:
    return HEAD + "\n".join([*_table(), "", "## What does not apply, and what other tests know", "", *_reasons(), ""])


def _table() -> Iterator[str]:
    kinds = list(all_kinds())
    yield f"| | check | {' | '.join(_turned(kind) for kind in kinds)} |"
    yield f"|---|---|{'---|' * len(kinds)}"
    for number in sorted(TABLE):
        yield f"| {number} | {sentence(number)} | {' | '.join(_sign(entry_of(number, kind)) for kind in kinds)} |"


def sentence(number: int) -> str:
    return (CHECKS[number].__doc__ or "") if number in CHECKS else ONLY_ELSEWHERE[number]


def _turned(kind: str) -> str:
    return kind.split("@")[0].replace("_", " ")


def _sign(entry: Entry) -> str:
    if entry.checked:
        return "✓ᵈ" if entry.test else "✓"
    return "d" if entry.test else "–"


def _reasons() -> Iterator[str]:
    for number in sorted(TABLE):
        told = [(_said(entry_of(number, kind)), _turned(kind)) for kind in all_kinds()]
        for said, group in groupby(sorted(pair for pair in told if pair[0]), key=lambda pair: pair[0]):
            yield f"- **{number}** {', '.join(kind for _, kind in group)}: {said}"


def _said(entry: Entry) -> str:
    return "; ".join(part for part in (entry.why, f"`{entry.test}`" if entry.test else "") if part)


if __name__ == "__main__":
    PAGE.write_text(written())
