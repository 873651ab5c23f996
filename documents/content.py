"""A snapshot's content, as documents speak of it."""

from collections.abc import Iterator
from typing import Any

from workflows.core.canonical import fingerprint

Content = dict[str, Any]


def text_of(content: Content) -> Content:
    """The content whose text is printed: a copy's original, or itself."""
    original: Content = content.get("original") or content
    return original


def draft_code(content: Content) -> str:
    """The eight digits a draft prints, so that two printed drafts can be told apart: of the text before any issue."""
    return fingerprint({**content, "issue": None})[:8]


def strings(value: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a content with its place, `annexes[0].rows[4].village`."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from strings(part, f"{place}.{key}" if place else str(key))
    elif isinstance(value, list):
        for order, part in enumerate(value):
            yield from strings(part, f"{place}[{order}]")
