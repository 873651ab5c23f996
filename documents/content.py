"""A snapshot's content, as documents speak of it."""

from typing import Any

from workflows.core.canonical import fingerprint

Content = dict[str, Any]


def draft_code(content: Content) -> str:
    """The eight digits a draft prints, so that two printed drafts can be told apart: of the text before any issue."""
    return fingerprint({**content, "issue": None})[:8]
