"""The two layouts of official paper. They share nothing but the geometry of the page (`geometry.py`, documents.md 1)."""

from functools import cache

from documents.families.family import Family

PRODUK_HUKUM = Family(name="produk_hukum", font="TeX-Gyre-Bonum")
"""*Produk hukum*: keputusan and their copies, in Bookman's metrics (TeX Gyre Bonum)."""

NASKAH_DINAS = Family(name="naskah_dinas", font="Liberation-Sans")
"""*Naskah dinas*: letters, notes and minutes, in Arial's metrics (Liberation Sans)."""


@cache
def all_families() -> dict[str, Family]:
    return {family.name: family for family in (PRODUK_HUKUM, NASKAH_DINAS)}
