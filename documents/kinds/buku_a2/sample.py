"""A made-up Buku A.2 of a village."""

from documents.content import Content
from documents.families.naskah_dinas.register_samples import register


def sample(rows: int = 12) -> Content:
    """A book of `rows` decrees, the last of them void."""
    return register(
        "buku_a2",
        {"title": "Kepala Desa Contoh Jaya", "place": "Contoh Jaya",
         "region": "Desa Contoh Jaya Kecamatan Contoh Tengah Kabupaten Contoh Barat"},
        [
            {
                "number": f"{order} TAHUN 2024",
                "date": f"2024-{(order - 1) % 12 + 1:02}-09",
                "subject": "Pembentukan Kampung Keluarga Berkualitas dan Kelompok Kerjanya",
                "summary": "Membentuk Kampung Keluarga Berkualitas “Contoh Sejahtera” dan menetapkan Kelompok Kerjanya",
                "reported_number": f"400.13/{order}/CJ/2024",
                "reported_on": f"2024-{(order - 1) % 12 + 1:02}-12",
                "state": "void" if order == rows else "issued",
                "reason": "salah ketik nomor" if order == rows else "",
                "note": "",
            }
            for order in range(1, rows + 1)
        ],
        [
            {"role": "Mengetahui", "lines": ["KEPALA DESA CONTOH JAYA"], "name": "Contoh Kepala Desa"},
            {"role": "", "lines": ["SEKRETARIS DESA CONTOH JAYA"], "name": "Contoh Sekretaris Desa"},
        ],
    )  # fmt: skip
