"""A made-up recommendation of a Camat."""

from documents.content import Content
from documents.families.naskah_dinas.samples import CAMAT, letter


def sample(rows: int = 1) -> Content:
    """A recommendation for `rows` villages (at least one)."""
    return letter(
        "rekomendasi",
        CAMAT,
        {"lines": ["CAMAT CONTOH TENGAH"], "name": "Contoh Camat, S.STP.", "rank": "Pembina",
         "nip": "00000000 000000 0 002"},
        subject="Penetapan Kampung Keluarga Berkualitas",
        body={
            "bases": [
                "Keputusan Kepala Desa Contoh Jaya Nomor 17 Tahun 2024 tentang Pembentukan Kampung Keluarga "
                "Berkualitas dan Kelompok Kerja Kampung Keluarga Berkualitas Contoh Sejahtera",
                "Surat Kepala Desa Contoh Jaya Nomor 400.13/21/CJ/2024 tanggal 10 September 2024 hal usulan penetapan",
            ],
            "considerations": [
                "bahwa usulan telah diperiksa dan berkasnya lengkap",
                "bahwa pembentukan Kampung Keluarga Berkualitas mendukung pembangunan keluarga di Kecamatan Contoh "
                "Tengah",
            ],
            "recipients": [
                {"name": f"Desa Contoh {'Jaya' if order == 1 else order}",
                 "position": f"Kepala Desa Contoh {'Jaya' if order == 1 else order}"}
                for order in range(1, rows + 1)
            ],
            "purpose": "ditetapkan sebagai Kampung Keluarga Berkualitas dengan Keputusan Bupati Contoh Barat",
            "validity": "6 (enam) bulan sejak tanggal ditetapkan",
        },
        copies_to=["Bupati Contoh Barat", "Kepala Desa Contoh Jaya"],
    )  # fmt: skip
