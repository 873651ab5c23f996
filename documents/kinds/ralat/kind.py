"""Ralat: a correction sheet, *tertulis* and *seharusnya*; it changes no content, only slips of the pen."""

from pathlib import Path

from documents.families.produk_hukum.correction import check_correction, context
from documents.kind import Kind
from documents.kinds.ralat.sample import sample

KIND = Kind(
    id="ralat",
    version=1,
    title="Ralat",
    folder=Path(__file__).parent,
    check=check_correction,
    context=context,
    sample=sample,
)
