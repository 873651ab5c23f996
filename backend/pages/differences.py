"""What changed between two snapshots, clause by clause and row by row. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

LISTS = {
    "considerations": gettext_lazy("Menimbang"), "bases": gettext_lazy("Mengingat"), "notes": gettext_lazy("Memperhatikan"),
    "clauses": gettext_lazy("Diktum"), "copies_to": gettext_lazy("Tembusan"),
}  # fmt: skip
TEXTS = {
    "subject": gettext_lazy("Tentang"), "title": gettext_lazy("Judul"), "profile": gettext_lazy("Gambaran umum"),
    "effective_on": gettext_lazy("Mulai berlaku"), "expires_on": gettext_lazy("Berlaku sampai"), "signing": gettext_lazy("Cara penandatanganan"),
}  # fmt: skip
Content = dict[str, Any]


@dataclass(frozen=True)
class Change:
    """`before` is empty for what was added, `after` for what was struck."""

    where: str
    before: str
    after: str


def changes(old: Content, new: Content) -> list[Change]:
    """Every difference that a reader would see, in the order of the paper."""
    return [*_texts(old, new), *_lists(old, new), *_rows(old, new), *_evidence(old, new), *_answers(old, new)]


def _texts(old: Content, new: Content) -> Iterator[Change]:
    for name, label in TEXTS.items():
        if old.get(name) != new.get(name):
            yield Change(str(label), str(old.get(name) or ""), str(new.get(name) or ""))


def _lists(old: Content, new: Content) -> Iterator[Change]:
    for name, label in LISTS.items():
        yield from _items(str(label), old.get(name) or [], new.get(name) or [])


def _items(label: str, old: list[str], new: list[str]) -> Iterator[Change]:
    for tag, i, until_i, j, until_j in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            before, after = old[i:until_i], new[j:until_j]
            for n in range(max(len(before), len(after))):
                yield Change(
                    f"{label} {(j if after[n:] else i) + n + 1}",
                    *(next(iter(side[n : n + 1]), "") for side in (before, after)),
                )


def _rows(old: Content, new: Content) -> Iterator[Change]:
    """Rows are known by code or name, not by number: striking one must not seem to change those below."""
    before, after = _rows_by_name(old), _rows_by_name(new)
    for name in [*before, *(name for name in after if name not in before)]:
        if before.get(name) != after.get(name):
            yield Change(_("Daftar"), before.get(name, ""), after.get(name, ""))


def _rows_by_name(content: Content) -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for annex in content.get("annexes") or []:
        for title, row in _entries(annex):
            shown = [str(value) for key, value in row.items() if key != "no" and value]
            known_by = row.get("code") or " ".join(shown)
            found[title, known_by] = ", ".join(shown)
    return found


def _entries(annex: Content) -> Iterator[tuple[str, Content]]:
    """Each row or member, under the title of its annex and, of several villages' rosters, its village."""
    title = annex.get("title", "")
    yield from ((title, row) for row in annex.get("rows") or annex.get("members") or [])
    yield from ((f"{title} {group['name']}", row) for group in annex.get("groups", []) for row in group["members"])


def _evidence(old: Content, new: Content) -> Iterator[Change]:
    before, after = ({paper["sha256"]: paper for paper in content.get("evidence") or []} for content in (old, new))
    for sha in [*before, *(sha for sha in after if sha not in before)]:
        if (sha in before) != (sha in after):
            yield Change(_("Bukti dukung"), _named(before.get(sha)), _named(after.get(sha)))


def _named(paper: dict[str, Any] | None) -> str:
    return f"{paper.get('name') or paper['kind']} ({paper['sha256'][:8]})" if paper else ""


def _answers(old: Content, new: Content) -> Iterator[Change]:
    """The checklist and the field check of a proposal."""
    before, after = _answered(old), _answered(new)
    for name in [*before, *(name for name in after if name not in before)]:
        if before.get(name) != after.get(name):
            yield Change(_("Daftar periksa"), before.get(name, ""), after.get(name, ""))


def _answered(content: Content) -> dict[str, str]:
    checklist = content.get("checklist") or {}
    groups = [
        checklist.get("preconditions"),
        checklist.get("criteria"),
        (content.get("field_check") or {}).get("answers"),
    ]
    return {
        name: f"{name}: {_('ya') if answer.get('met') else _('tidak')} {answer.get('note', '')}".strip()
        for group in groups for name, answer in (group or {}).items()
    }  # fmt: skip
