"""The three forms in which one snapshot is printed, and the one that signatures make of the last."""

from enum import StrEnum


class Form(StrEnum):
    """`draft` carries watermark and content code; `ink` leaves number and date to be written; `final` has all."""

    DRAFT = "draft"
    INK = "ink"
    FINAL = "final"

    @property
    def label(self) -> str:
        return LABELS[self]


LABELS = {Form.DRAFT: "konsep", Form.INK: "untuk tanda tangan basah", Form.FINAL: "final"}
SIGNED = "signed"
"""The form of an archived paper that nobody printed: the bytes of the final one, and signatures after them."""

ARCHIVED = {**{form.value: label for form, label in LABELS.items()}, SIGNED: "bertanda tangan elektronik"}
"""Every form in which a paper may lie in the archive, and what it is called."""
