"""Which version of a text: its number and the beginning of its hash, short enough to be read out on the telephone."""

from workflows.core.models import Snapshot


def code_of(snapshot: Snapshot) -> str:
    """`v4 · 7F3A-91`."""
    sha = snapshot.sha256[:6].upper()
    return f"v{snapshot.number} · {sha[:4]}-{sha[4:]}"
