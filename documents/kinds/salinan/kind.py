"""Salinan: the whole text of a decree, certified as equal to the original."""

from pathlib import Path

from documents.families.produk_hukum.copies import check_copy, copy_context
from documents.kind import Kind
from documents.kinds.salinan.sample import sample

KIND = Kind(
    id="salinan",
    version=1,
    title="Salinan Keputusan",
    folder=Path(__file__).parent,
    check=check_copy,
    context=copy_context,
    sample=sample,
)
