"""Keputusan that revokes another, from its date on."""

from pathlib import Path

from documents.families.produk_hukum.changing import check_changing, revokes
from documents.families.produk_hukum.decree import context
from documents.kind import Kind
from documents.kinds.keputusan_pencabutan.sample import sample

KIND = Kind(
    id="keputusan_pencabutan",
    version=1,
    title="Keputusan tentang Pencabutan",
    folder=Path(__file__).parent,
    check=check_changing("revokes", "Pencabutan", revokes),
    context=context,
    sample=sample,
)
