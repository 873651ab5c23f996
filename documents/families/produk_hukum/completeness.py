"""What a decree's content must have before it is printed; every problem names its place, all are told at once."""

from collections.abc import Callable, Iterator

from documents.content import Content
from documents.errors import ContentError
from documents.families.geometry import page_problems
from documents.families.printable import text_problems
from documents.families.produk_hukum.lists import annex_problems
from documents.families.shapes import day, optional

Problems = Callable[[Content], Iterator[str]]


def check_decree(content: Content) -> None:
    """Raise ContentError unless the layout can print this content faithfully."""
    refuse(content, head_problems, operative_problems, annex_problems, issue_problems, text_problems, page_problems)


def refuse(content: Content, *problems: Problems) -> None:
    """Ask each for what is wrong, and raise ContentError with all of it."""
    if found := tuple(problem for ask in problems for problem in ask(content)):
        raise ContentError(problems=found)


def head_problems(content: Content) -> Iterator[str]:
    for key in ("title", "place", "head_lines"):
        if not content.get("issuer", {}).get(key):
            yield f"issuer.{key}: belum diisi"
    if not content.get("subject"):
        yield "subject: belum diisi"


def operative_problems(content: Content) -> Iterator[str]:
    for key in ("considerations", "bases", "clauses"):
        if not content.get(key):
            yield f"{key}: belum diisi"
    for key in ("annexes", "copies_to"):
        if not isinstance(content.get(key), list):
            yield f"{key}: harus berupa daftar, boleh kosong"


def issue_problems(content: Content) -> Iterator[str]:
    """Once there is an issue, its signatory is complete and its date a date."""
    issue = content.get("issue") or {}
    if signatory := issue.get("signatory"):
        yield from (f"issue.signatory.{key}: belum diisi" for key in ("lines", "name") if not signatory.get(key))
        yield from _office_problems(signatory.get("lines") or [])
    yield from optional(day)("issue.date", issue.get("date"))


def _office_problems(lines: list[str]) -> Iterator[str]:
    """*u.b.* goes two levels down and only ever follows an *a.n.* (documents.md 4.1)."""
    opening = [line.split(" ")[0].lower() for line in lines]
    if "u.b." in opening and "a.n." not in opening[: opening.index("u.b.")]:
        yield "issue.signatory.lines: “u.b.” hanya boleh ditulis setelah “a.n.”"
