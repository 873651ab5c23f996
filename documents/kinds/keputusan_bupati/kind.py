"""Keputusan Bupati or Wali Kota: designation of villages, or their Pokja."""

from pathlib import Path

from documents.families.produk_hukum.completeness import check_decree
from documents.families.produk_hukum.decree import context
from documents.kind import Kind
from documents.kinds.keputusan_bupati.sample import sample

KIND = Kind(
    id="keputusan_bupati",
    version=1,
    title="Keputusan Bupati/Wali Kota",
    folder=Path(__file__).parent,
    check=check_decree,
    context=context,
    sample=sample,
)
