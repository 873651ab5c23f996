"""Keputusan that annuls another for a defect, from a day that a person chose."""

from pathlib import Path

from documents.families.produk_hukum.changing import annuls, check_changing
from documents.families.produk_hukum.decree import context
from documents.kind import Kind
from documents.kinds.keputusan_pembatalan.sample import sample

KIND = Kind(
    id="keputusan_pembatalan",
    version=1,
    title="Keputusan tentang Pembatalan",
    folder=Path(__file__).parent,
    check=check_changing("annuls", "Pembatalan", annuls),
    context=context,
    sample=sample,
)
