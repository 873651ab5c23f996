"""Keputusan Bupati or Wali Kota: designation of villages, or their Pokja."""

from pathlib import Path

from documents.kind import Kind
from documents.kinds.keputusan_bupati.sample import sample
from documents.letterhead.completeness import check_decree
from documents.letterhead.decree import context

KIND = Kind(
    id="keputusan_bupati",
    version=1,
    title="Keputusan Bupati/Wali Kota",
    folder=Path(__file__).parent,
    check=check_decree,
    context=context,
    sample=sample,
)
