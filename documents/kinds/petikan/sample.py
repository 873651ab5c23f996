"""An excerpt of the made-up designation decree for its last village."""

from documents.content import Content
from documents.kinds.salinan.sample import sample as copy_of


def sample(rows: int = 12) -> Content:
    """Of a decree over `rows` villages only the last one."""
    return {**copy_of(rows), "kind": "petikan", "template": "petikan@1", "row": rows}
