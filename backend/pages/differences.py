"""What changed between two snapshots, clause by clause and row by row."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from backend.rounds.wording import frozen_in_words

from .places import place_in_words

LISTS = {
    "considerations": gettext_lazy("Menimbang"), "bases": gettext_lazy("Mengingat"), "notes": gettext_lazy("Memperhatikan"),
    "clauses": gettext_lazy("Diktum"), "copies_to": gettext_lazy("Tembusan"),
}  # fmt: skip
TEXTS = {
    "subject": gettext_lazy("Tentang"), "title": gettext_lazy("Judul"), "profile": gettext_lazy("Gambaran umum"),
    "effective_on": gettext_lazy("Mulai berlaku"), "expires_on": gettext_lazy("Berlaku sampai"), "signing": gettext_lazy("Cara penandatanganan"),
}  # fmt: skip
Content = dict[str, Any]


ALIKE = 0.5
"""From this likeness on, what came is the same item in other words."""
Numbered = list[tuple[int, str]]


@dataclass(frozen=True)
class Change:
    """`before` is empty for what was added, `after` for what was struck; `moved_from` is where an unchanged item stood before."""

    where: str
    before: str
    after: str
    moved_from: str = ""

    @property
    def words(self) -> list[tuple[str, str]]:
        """The text in runs of words: `=` stays, `-` goes, `+` comes."""
        old, new = (re.findall(r"\s*(?:\w+|[^\w\s])", text) for text in (self.before, self.after))
        runs: list[tuple[str, str]] = []
        for tag, i, until_i, j, until_j in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if tag == "equal":
                runs.append(("=", "".join(old[i:until_i])))
            else:
                runs += [(sign, text) for sign, text in (("-", "".join(old[i:until_i])), ("+", "".join(new[j:until_j]))) if text]
        return runs


def changes(old: Content, new: Content) -> list[Change]:
    """Every difference that a reader would see, in the order of the paper."""
    return [*_texts(old, new), *_lists(old, new), *_rows(old, new), *_evidence(old, new), *_answers(old, new), *_evaluated(old, new)]


def _texts(old: Content, new: Content) -> Iterator[Change]:
    for name, label in TEXTS.items():
        if old.get(name) != new.get(name):
            yield Change(str(label), str(old.get(name) or ""), str(new.get(name) or ""))


def _lists(old: Content, new: Content) -> Iterator[Change]:
    for name, label in LISTS.items():
        yield from _items(str(label), old.get(name) or [], new.get(name) or [])


def _items(label: str, old: list[str], new: list[str]) -> Iterator[Change]:
    """Items in the order of the new text; one that only changed its place is told once, as moved."""
    blocks = list(_blocks(old, new))
    moved = {text for gone, _come in blocks for _n, text in gone} & {text for _gone, come in blocks for _n, text in come}
    stood = {text: n for gone, _come in blocks for n, text in gone}
    for gone, come in blocks:
        yield from _aligned(label, [item for item in gone if item[1] not in moved], [item for item in come if item[1] not in moved])
        for n, text in come:
            if text in moved:
                yield Change(f"{label} {n}", text, text, f"{label} {stood[text]}")


def _blocks(old: list[str], new: list[str]) -> Iterator[tuple[Numbered, Numbered]]:
    """Where the two differ: the items that went and those that came, with their numbers."""
    for tag, i, until_i, j, until_j in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield list(enumerate(old[i:until_i], i + 1)), list(enumerate(new[j:until_j], j + 1))


def _aligned(label: str, gone: Numbered, come: Numbered) -> Iterator[Change]:
    """Each item that went beside the one that came in its place; an only one of each always is that."""
    left = list(come)
    for n, before in gone:
        best = max(left, key=lambda item: _likeness(before, item[1]), default=None)
        if best and (_likeness(before, best[1]) >= ALIKE or len(gone) == len(come) == 1):
            for added in left[: left.index(best)]:
                yield Change(f"{label} {added[0]}", "", added[1])
            left = left[left.index(best) + 1 :]
            yield Change(f"{label} {best[0]}", before, best[1])
        else:
            yield Change(f"{label} {n}", before, "")
    yield from (Change(f"{label} {n}", "", after) for n, after in left)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()


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


def list_in_words(old: Content, new: Content) -> str:
    """`136 desa: 133 tetap, 2 ditambah, 1 dikeluarkan`; empty where neither lists any."""
    before, after = _villages(old), _villages(new)
    if not before and not after:
        return ""
    both = before.keys() & after.keys()
    counts = {
        _("tetap"): sum(before[name] == after[name] for name in both), _("berubah"): sum(before[name] != after[name] for name in both),
        _("ditambah"): len(after.keys() - before.keys()), _("dikeluarkan"): len(before.keys() - after.keys()),
    }  # fmt: skip
    told = ", ".join(f"{n} {words}" for words, n in counts.items() if n)
    return _("%(n)d desa/kelurahan: %(told)s") % {"n": len(after), "told": told}


def _villages(content: Content) -> dict[str, Content]:
    rows = (row for annex in content.get("annexes") or [] if annex["kind"] == "villages" for row in annex["rows"])
    return {row.get("code") or row["village"]: {key: value for key, value in row.items() if key != "no"} for row in rows}


def _evidence(old: Content, new: Content) -> Iterator[Change]:
    before, after = ({paper["sha256"]: paper for paper in content.get("evidence") or []} for content in (old, new))
    for sha in [*before, *(sha for sha in after if sha not in before)]:
        if (sha in before) != (sha in after):
            yield Change(_("Bukti dukung"), _named(before.get(sha)), _named(after.get(sha)))


def _named(paper: dict[str, Any] | None) -> str:
    return f"{paper.get('name') or paper['kind']} ({paper['sha256'][:8]})" if paper else ""


def _answers(old: Content, new: Content) -> Iterator[Change]:
    """The checklist and the field check of a proposal, each answer under its question."""
    before, after = _answered(old), _answered(new)
    for target in [*before, *(target for target in after if target not in before)]:
        if before.get(target) != after.get(target):
            yield Change(place_in_words(target), before.get(target, ""), after.get(target, ""))


def _evaluated(old: Content, new: Content) -> Iterator[Change]:
    """Answers, photos, figures and class of an evaluation."""
    before, after = dict(frozen_in_words(old)), dict(frozen_in_words(new))
    for where in [*before, *(where for where in after if where not in before)]:
        if before.get(where) != after.get(where):
            yield Change(where, before.get(where, ""), after.get(where, ""))


def _answered(content: Content) -> dict[str, str]:
    checklist, check = content.get("checklist") or {}, content.get("field_check") or {}
    groups = {name: checklist.get(name) for name in ("preconditions", "criteria")} | {"field_check": check.get("answers")}
    return {
        f"{group}.{name}": f"{_('ya') if answer.get('met') else _('tidak')} {answer.get('note', '')}".strip()
        for group, answers in groups.items() for name, answer in (answers or {}).items()
    }  # fmt: skip
