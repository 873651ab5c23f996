"""A made-up decree that revokes the made-up designation decree."""

from documents.content import Content
from documents.kinds.keputusan_bupati.sample import sample as original_of

OTHER = {
    "title": "Keputusan Bupati Contoh Barat",
    "number": "B/100/KPTS/III.06/2024",
    "date": "2024-05-06",
    "subject": "Penetapan Kampung Keluarga Berkualitas Tahun 2024",
}
NAMED = f"{OTHER['title']} Nomor {OTHER['number']} tentang {OTHER['subject']}"


def sample(rows: int = 3) -> Content:
    """A revocation that lists the `rows` villages concerned."""
    content = changing("keputusan_pencabutan", "revokes", f"Pencabutan {NAMED}", rows)
    return {
        **content,
        "clauses": [
            f"{NAMED} dicabut dan dinyatakan tidak berlaku",
            "Pekon dan kelurahan yang penetapannya dicabut tercantum dalam Lampiran yang merupakan bagian tidak "
            "terpisahkan dari Keputusan Bupati ini",
            "Keputusan Bupati ini mulai berlaku pada tanggal ditetapkan",
        ],
    }


def changing(kind: str, deed: str, subject: str, rows: int) -> Content:
    """What all samples of changing decrees share; the clauses are for each to write."""
    original = original_of(rows)
    return {
        **original,
        "kind": kind,
        "template": f"{kind}@1",
        "subject": subject,
        "year": 2025,
        "considerations": [
            f"bahwa dengan {NAMED} telah ditetapkan Kampung Keluarga Berkualitas di Kabupaten Contoh Barat",
            "bahwa berdasarkan hasil verifikasi lapangan terdapat perubahan keadaan pada pekon dan kelurahan tersebut",
            "bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan huruf b, perlu menetapkan Keputusan "
            f"Bupati tentang {subject}",
        ],
        "changes": {"kind": deed, "other": OTHER, "order": 1, "retroactive": False},
        "effective_on": None,
        "expires_on": None,
        "issue": {**original["issue"], "number": "B/7/KPTS/III.06/2025", "date": "2025-01-20"},
    }
