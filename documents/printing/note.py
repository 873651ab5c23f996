"""A line along the left edge of a printed page: clear of text, kop and footer on every paper."""

import pikepdf
from pikepdf import Dictionary, Name

POINTS_PER_MM = 72 / 25.4
FROM_EDGE, FROM_FOOT, SIZE = 6, 25, 7  # millimetres, millimetres, points
FONT = Name("/Catatan")


def write_note(page: pikepdf.Page, words: str) -> None:
    """Letters that the font lacks become question marks."""
    page.add_resource(helvetica(), Name.Font, FONT)
    left, bottom = FROM_EDGE * POINTS_PER_MM, FROM_FOOT * POINTS_PER_MM
    text = words.encode("cp1252", "replace").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    place = f"{SIZE} Tf 0.3 g 0 1 -1 0 {left:.2f} {bottom:.2f} Tm".encode()
    page.contents_add(b"q", prepend=True)
    page.contents_add(b"Q q BT " + str(FONT).encode() + b" " + place + b" (" + text + b") Tj ET Q")


def helvetica() -> Dictionary:
    """One of the fonts that every printer has: a print job is no document to be kept."""
    return Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
