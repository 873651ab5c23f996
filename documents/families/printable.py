"""What holds for the texts of every paper, whatever its layout."""

import unicodedata
from collections.abc import Iterator

from documents.content import Content, strings

MAX_TEXT = 8000  # characters of one text


def text_problems(content: Content) -> Iterator[str]:
    """Texts too long to lay out, and signs that print nothing or turn the line round."""
    for place, text in strings(content):
        if not place.endswith("lambang") and len(text) > MAX_TEXT:
            yield f"{place}: terlalu panjang ({len(text)} huruf, paling banyak {MAX_TEXT})"
        if odd := next((sign for sign in text if unicodedata.category(sign) in ("Cc", "Cf", "Cs")), None):
            yield f"{place}: memuat tanda tak tercetak U+{ord(odd):04X}; hapus tanda itu"
