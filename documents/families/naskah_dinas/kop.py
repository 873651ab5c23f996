"""The kop surat: whose paper this is. Lines and address are the district's data."""

from typing import Any

from documents.content import Content


def kop_of(content: Content) -> dict[str, Any]:
    """A Bupati's letter has the emblem above his title; everybody else's has it at the left of the lines (2.8)."""
    head = content.get("letterhead") or {}
    *above, name = head.get("lines") or [content["office"]["title"].upper()]
    return {
        "centred": content["office"].get("rank") == "regent",
        "lambang": bool(content.get("lambang")),
        "lines": above,
        "name": name,
        "address": head.get("address") or "",
    }
