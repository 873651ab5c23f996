"""Which office stands above which, for escalation and for passing a task on."""

from collections.abc import Iterator

SUPERIOR = {
    "village_secretary": "village_head",
    "village_head": "camat",
    "pkb": "agency",
    "camat": "secretary",
    "agency": "secretary",
    "legal": "assistant",
    "assistant": "secretary",
    "secretary": "regent",
}
"""Role → role of the superior office in the same territory. A village is coordinated, not commanded, by its Camat."""


def superiors() -> dict[str, list[str]]:
    """Role → all roles above it."""
    return {role: list(_above(role)) for role in SUPERIOR}


def _above(role: str) -> Iterator[str]:
    while above := SUPERIOR.get(role):
        yield above
        role = above
