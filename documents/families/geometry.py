"""Paper and margins, the only thing that all papers share. They come with the content, from the district's data."""

from collections.abc import Iterator
from typing import Any

from documents.content import text_of

SIZES = {"F4": (215, 330), "F4-210": (210, 330), "A4": (210, 297)}
"""Millimetres, upright. F4 is 215 × 330 in most rules, 210 × 330 in some (documents.md 2.0)."""

Page = dict[str, Any]
DEFAULT: Page = {
    "size": "F4",
    "landscape": False,
    "margins": {"top": 25, "right": 25, "bottom": 25, "left": 25},
}
SIDES = ("top", "right", "bottom", "left")
NARROWEST, WIDEST = 10, 80  # millimetres of a margin


def page_of(content: dict[str, Any], usual: Page | None = None) -> Page:
    """The content's own `page`, completed by what is usual for its kind: size, landscape, margins in millimetres."""
    usual, page = usual or {}, text_of(content).get("page") or {}
    margins = DEFAULT["margins"] | usual.get("margins", {}) | page.get("margins", {})
    return DEFAULT | usual | page | {"margins": margins}


def page_rule(content: dict[str, Any], usual: Page | None = None) -> str:
    """The `@page` rule for size and margins. Expects a content that `page_problems` has nothing against."""
    page = page_of(content, usual)
    width, height = SIZES[page["size"]]
    if page["landscape"]:
        width, height = height, width
    margins = " ".join(f"{int(page['margins'][side])}mm" for side in SIDES)
    return f"@page {{ size: {width}mm {height}mm; margin: {margins}; }} body {{ margin: 0; }}"


def page_problems(content: dict[str, Any]) -> Iterator[str]:
    """What is wrong with the content's `page`, each with its place."""
    page = page_of(content)
    if page["size"] not in SIZES:
        yield f"page.size: “{page['size']}” tidak dikenal; yang ada: {', '.join(SIZES)}"
    for side in SIDES:
        width = page["margins"][side]
        if not isinstance(width, int) or not NARROWEST <= width <= WIDEST:
            yield f"page.margins.{side}: harus {NARROWEST} sampai {WIDEST} milimeter"
