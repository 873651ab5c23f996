"""A made-up decree that annuls the made-up designation decree, back to its date."""

from documents.content import Content
from documents.kinds.keputusan_pencabutan.sample import NAMED, changing


def sample(rows: int = 3) -> Content:
    """An annulment with retroactive effect that lists the `rows` villages concerned."""
    content = changing("keputusan_pembatalan", "annuls", f"Pembatalan {NAMED}", rows)
    first, _, last = content["considerations"]
    reason = f"bahwa {NAMED} mengandung cacat prosedur karena ditetapkan sebelum verifikasi lapangan selesai"
    return {
        **content,
        "considerations": [first, reason, last],
        "changes": {**content["changes"], "retroactive": True},
        "effective_on": "2024-05-06",
        "clauses": [
            f"Membatalkan {NAMED}",
            "Pekon dan kelurahan yang penetapannya dibatalkan tercantum dalam Lampiran yang merupakan bagian tidak "
            "terpisahkan dari Keputusan Bupati ini",
            "Keputusan Bupati ini mulai berlaku pada tanggal ditetapkan dan mempunyai daya laku surut sejak tanggal "
            "6 Mei 2024",
        ],
    }
