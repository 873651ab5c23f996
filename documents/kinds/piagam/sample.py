"""A made-up certificate."""

from documents.content import Content
from documents.families.naskah_dinas.samples import REGENT, REGENT_HIMSELF, letter


def sample(rows: int = 3) -> Content:
    """The winner of rank `rows`, from 1 to 3; a certificate has no rows."""
    return letter(
        "piagam",
        REGENT,
        REGENT_HIMSELF,
        subject="Piagam Juara Lomba Kampung Keluarga Berkualitas Tahun 2024",
        body={
            "recipient": "Kampung Keluarga Berkualitas Contoh Sejahtera",
            "place": "Desa Contoh Jaya, Kecamatan Contoh Tengah",
            "rank": min(rows, 3),
            "contest": "Lomba Kampung Keluarga Berkualitas Tingkat Kabupaten Contoh Barat Tahun 2024",
            "decree": "Keputusan Bupati Contoh Barat Nomor 100.3.3.2/77/CONTOH/2024 tanggal 2 September 2024",
            "thanks": "",
        },
    )
