"""Keputusan that amends another: rows of its list are added, struck or corrected."""

from pathlib import Path

from documents.families.produk_hukum.changing import check_amendment
from documents.families.produk_hukum.decree import context
from documents.kind import Kind
from documents.kinds.keputusan_perubahan.sample import sample

KIND = Kind(
    id="keputusan_perubahan",
    version=1,
    title="Keputusan tentang Perubahan",
    folder=Path(__file__).parent,
    check=check_amendment,
    context=context,
    sample=sample,
)
