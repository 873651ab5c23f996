"""The three forms in which one snapshot is printed."""

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
