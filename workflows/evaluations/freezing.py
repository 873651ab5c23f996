"""What an act freezes of an evaluation: the snapshot, and the facts and outcome that it holds."""

from typing import Any

from workflows.routes.submitting import change_snapshot, open_run


def first_outcome(deed, evaluations) -> dict[str, Any]:
    return with_outcome(open_run(deed, evaluations))


def changed_outcome(deed, evaluations) -> dict[str, Any]:
    return with_outcome(change_snapshot(deed, evaluations))


def with_outcome(prepared: dict[str, Any]) -> dict[str, Any]:
    """Besides, what each new snapshot says of facts and class, by file."""
    said = {str(snapshot["file"]): snapshot["content"] for snapshot in prepared["snapshots"]}
    return prepared | {
        "facts": {file: content["facts"] for file, content in said.items()},
        "outcome": {file: content["outcome"] for file, content in said.items()},
        "computed": {file: content["outcome"]["classification"] or "" for file, content in said.items()},
    }
