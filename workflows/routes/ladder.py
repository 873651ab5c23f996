"""All the roles above each role."""

from collections.abc import Iterator

from workflows.organisation.superiors import SUPERIOR


def superiors() -> dict[str, list[str]]:
    """Role → all roles above it."""
    return {role: list(_above(role)) for role in SUPERIOR}


def _above(role: str) -> Iterator[str]:
    while above := SUPERIOR.get(role):
        yield above
        role = above
