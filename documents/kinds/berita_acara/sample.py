"""A made-up berita acara of a village meeting."""

from documents.content import Content
from documents.families.naskah_dinas.samples import VILLAGE, letter, repeated

RESULTS = [
    "menyetujui pembentukan Kampung Keluarga Berkualitas “Contoh Sejahtera” yang berkedudukan di Dusun I Desa Contoh "
    "Jaya Kecamatan Contoh Tengah",
    "menyepakati susunan Kelompok Kerja Kampung Keluarga Berkualitas dengan Contoh Warga Satu sebagai Ketua, untuk "
    "ditetapkan dengan Keputusan Kepala Desa",
    "mengusulkan Kampung Keluarga Berkualitas “Contoh Sejahtera” kepada Bupati Contoh Barat melalui Camat Contoh "
    "Tengah untuk ditetapkan",
]


def sample(rows: int = 3) -> Content:
    """A meeting with `rows` results (at least one)."""
    return letter(
        "berita_acara",
        VILLAGE,
        {"lines": ["KEPALA DESA CONTOH JAYA"], "name": "Contoh Kepala Desa"},
        subject="Musyawarah Desa Pembentukan Kampung Keluarga Berkualitas Desa Contoh Jaya",
        body={
            "held_on": "2024-09-02",
            "time": "09.00 WIB",
            "venue": "Balai Desa Contoh Jaya",
            "activity": "musyawarah desa tentang pembentukan Kampung Keluarga Berkualitas, yang dihadiri oleh 34 "
            "(tiga puluh empat) orang sebagaimana tercantum dalam daftar hadir",
            "results": repeated(RESULTS, rows),
            "copies": 3,
        },
        parties=[
            {"role": "Kepala Desa", "lines": ["KEPALA DESA CONTOH JAYA"], "name": "Contoh Kepala Desa"},
            {
                "role": "Ketua Badan Permusyawaratan Desa",
                "lines": ["KETUA BPD CONTOH JAYA"],
                "name": "Contoh Ketua BPD",
            },
            {"role": "Saksi dari unsur tokoh masyarakat", "lines": ["Saksi"], "name": "Contoh Saksi Satu"},
            {"role": "Saksi dari unsur perempuan", "lines": ["Saksi"], "name": "Contoh Saksi Dua"},
            {"role": "Notulis", "lines": ["Notulis"], "name": "Contoh Notulis"},
            {"role": "Mengetahui", "lines": ["CAMAT CONTOH TENGAH"], "name": "Contoh Camat, S.STP."},
        ],
        issue={
            "number": "05/BA/Contoh Jaya/09/2024",
            "date": "2024-09-02",
            "signature": "none",
            "signatory": {"lines": ["KEPALA DESA CONTOH JAYA"], "name": "Contoh Kepala Desa"},
        },
    )
