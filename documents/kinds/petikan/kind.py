"""Petikan: of a decree only what concerns one village, certified as equal to the original."""

from pathlib import Path

from documents.families.produk_hukum.copies import check_excerpt, excerpt_context
from documents.kind import Kind
from documents.kinds.petikan.sample import sample

KIND = Kind(
    id="petikan",
    version=1,
    title="Petikan Keputusan",
    folder=Path(__file__).parent,
    check=check_excerpt,
    context=excerpt_context,
    sample=sample,
)
