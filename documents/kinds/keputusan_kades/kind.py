"""Keputusan Kepala Desa, Peratin or Lurah: formation of the Kampung KB and its Pokja."""

from pathlib import Path

from documents.families.produk_hukum.completeness import check_decree
from documents.families.produk_hukum.decree import context
from documents.kind import Kind
from documents.kinds.keputusan_kades.sample import sample

KIND = Kind(
    id="keputusan_kades",
    version=1,
    title="Keputusan Kepala Desa/Peratin/Lurah",
    folder=Path(__file__).parent,
    check=check_decree,
    context=context,
    sample=sample,
)
