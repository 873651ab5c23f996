"""Keputusan that suspends another for a while."""

from pathlib import Path

from documents.families.produk_hukum.changing import check_changing, suspends
from documents.families.produk_hukum.decree import context
from documents.kind import Kind
from documents.kinds.keputusan_penundaan.sample import sample

KIND = Kind(
    id="keputusan_penundaan",
    version=1,
    title="Keputusan tentang Penundaan",
    folder=Path(__file__).parent,
    check=check_changing("suspends", "Penundaan", suspends),
    context=context,
    sample=sample,
)
