"""A made-up covering letter from a village to its Camat."""

from documents.content import Content
from documents.families.naskah_dinas.samples import VILLAGE, letter, repeated

ITEMS = [
    {"description": "Keputusan Kepala Desa Contoh Jaya Nomor 17 Tahun 2024 tentang Pembentukan Kampung Keluarga "
     "Berkualitas dan Kelompok Kerja Kampung Keluarga Berkualitas Contoh Sejahtera", "count": 1, "unit": "berkas",
     "note": "Disampaikan dengan hormat untuk mendapat rekomendasi"},
    {"description": "Berita Acara Musyawarah Desa tanggal 2 September 2024", "count": 1, "unit": "berkas", "note": ""},
    {"description": "Daftar hadir dan foto kegiatan", "count": 4, "unit": "lembar", "note": ""},
]  # fmt: skip


def sample(rows: int = 3) -> Content:
    """A covering letter with `rows` kinds of enclosure (at least one)."""
    return letter(
        "surat_pengantar",
        VILLAGE,
        {"lines": ["KEPALA DESA CONTOH JAYA"], "name": "Contoh Kepala Desa"},
        subject="Usulan Penetapan Kampung Keluarga Berkualitas Contoh Sejahtera",
        to=["Camat Contoh Tengah"],
        body={"destination": "Contoh Tengah", "items": repeated(ITEMS, rows)},
        copies_to=["Ketua BPD Contoh Jaya"],
    )
