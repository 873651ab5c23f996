"""A made-up register to look at."""

from typing import Any

from documents.content import Content


def register(
    kind: str, office: dict[str, str], rows: list[dict[str, Any]], signatories: list[dict[str, Any]]
) -> Content:
    """The closed register of one year."""
    return {
        "schema": "siklus/register/1",
        "kind": kind,
        "template": f"{kind}@1",
        "example": True,
        "page": {"size": "F4", "landscape": True},
        "office": office,
        "year": 2024,
        "rows": rows,
        "closed_on": "2024-12-31",
        "signatories": signatories,
    }
