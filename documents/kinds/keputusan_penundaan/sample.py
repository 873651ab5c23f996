"""A made-up decree that suspends the made-up designation decree for half a year."""

from documents.content import Content
from documents.kinds.keputusan_pencabutan.sample import NAMED, changing


def sample(rows: int = 3) -> Content:
    """A suspension that lists the `rows` villages concerned."""
    return {
        **changing("keputusan_penundaan", "suspends", f"Penundaan Pelaksanaan {NAMED}", rows),
        "effective_on": "2025-02-01",
        "expires_on": "2025-07-31",
        "clauses": [
            f"Menunda pelaksanaan {NAMED} sejak tanggal 1 Februari 2025 sampai dengan tanggal 31 Juli 2025",
            "Pekon dan kelurahan yang penetapannya ditunda tercantum dalam Lampiran yang merupakan bagian tidak "
            "terpisahkan dari Keputusan Bupati ini",
            "Keputusan Bupati ini mulai berlaku pada tanggal 1 Februari 2025",
        ],
    }
