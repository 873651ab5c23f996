"""The paper on a screen, from the very template that prints it."""

import base64
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from documents.assets import assets_of
from documents.content import Content
from documents.forms import Form
from documents.kinds import find

PICTURE = re.compile(r'src="asset:(\w+)"')
SECTION = re.compile(r'<section class="(part|clauses)">.*?</section>', re.DOTALL)
ITEM = re.compile(r'<p class="item.*?</p>', re.DOTALL)
WIDE = re.compile(r'<div class="sheet(?: \w+)?"')
"""What scrolls sideways on a telephone has to be reached by the keyboard, too."""
VILLAGES = re.compile(r'<table class="villages">.*?</table>', re.DOTALL)
LISTS = {"Menimbang": "considerations", "Mengingat": "bases", "Memperhatikan": "notes"}


@dataclass(frozen=True)
class Margin:
    """What a page puts into a paper that is only read: `beside` an item (`clauses.2`), and `instead` of the list of villages."""

    beside: Callable[[str], SafeString]
    instead: SafeString


def fragment(template: str, content: Content, form: Form = Form.DRAFT, margin: Margin | None = None) -> SafeString:
    """One escaped `<article class="paper">` to put into a page, its pictures inside it. Raises ContentError when it
    could not be printed."""
    kind = find(template)
    kind.check(content)
    body = mark_safe(WIDE.sub(r'\g<0> tabindex="0"', kind.body(content, form)))  # noqa: S308  the template's own
    body = _annotated(body, margin) if margin else body
    return _with_pictures(body, assets_of(kind.family, content)) if PICTURE.search(body) else body


def _annotated(body: SafeString, margin: Margin) -> SafeString:
    """The templates stay those that print: what a screen shows besides is put in behind each item."""
    noted = SECTION.sub(lambda found: _noted(found, margin), body)
    return mark_safe(VILLAGES.sub(lambda _found: margin.instead, noted))  # noqa: S308  escaped by the template and the page


def _noted(section: re.Match[str], margin: Margin) -> str:
    name = "clauses" if section[1] == "clauses" else next(_names_in(section[0]), "")
    if not name:
        return section[0]
    numbers = iter(range(1, len(ITEM.findall(section[0])) + 1))
    return ITEM.sub(lambda item: item[0] + margin.beside(f"{name}.{next(numbers)}"), section[0])


def _names_in(section: str) -> Iterator[str]:
    return (name for label, name in LISTS.items() if f'<span class="label">{label}</span>' in section)


def _with_pictures(body: SafeString, assets: dict[str, bytes]) -> SafeString:
    """A browser cannot fetch our assets: emblem and QR code travel in the page."""
    return mark_safe(PICTURE.sub(lambda found: f'src="{_data(assets[found[1]])}"', body))  # noqa: S308  the template's own


def _data(png: bytes) -> str:
    return f"data:image/png;base64,{base64.b64encode(png).decode()}"


def stylesheet(template: str) -> str:
    """CSS for the fragment; every rule stays below `.paper`, so that the page round it keeps its own looks."""
    kind = find(template)
    return "\n".join([_without_print_rules(kind.style), kind.family.screen_style])


def _without_print_rules(css: str) -> str:
    """A browser can neither fetch our assets nor should it take our paper size: start at the first `.paper` rule."""
    return css[css.index(".paper") :]
