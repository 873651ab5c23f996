"""All checks, from every section."""

from tests.documents.checklist import annexes, closing, copies, geometry, head, marks, operative
from tests.documents.checklist.registry import CHECKS

SECTIONS = {
    "Geometry and type": geometry, "Marks and file": marks, "Head and consideration": head, "Operative part": operative,
    "Closing and signature": closing, "Annexes": annexes, "Copies and letters": copies,
}  # fmt: skip

__all__ = ["CHECKS", "SECTIONS"]
