"""A made-up yearly report of a regency."""

from itertools import cycle, islice

from documents.content import Content
from documents.families.naskah_dinas.samples import AGENCY, AGENCY_HEAD, letter

CLASSES = ["Dasar", "Berkembang", "Mandiri", "Berkelanjutan"]
DISTRICTS = [("Contoh Hulu", 20, 18, 15), ("Contoh Tengah", 34, 34, 30), ("Contoh Hilir", 33, 21, 12)]


def sample(rows: int = 3) -> Content:
    """A regency whose annex lists `rows` Kampung KB."""
    return letter(
        "laporan",
        AGENCY,
        AGENCY_HEAD,
        subject="Evaluasi Kampung Keluarga Berkualitas Kabupaten Contoh Barat Tahun 2024",
        copies_to=["Kepala Perwakilan BKKBN Provinsi Contoh"],
        body={
            "year": 2024,
            "data_on": "2024-11-29",
            "general": "Kampung Keluarga Berkualitas adalah satuan wilayah setingkat desa yang memadukan pembangunan "
            "keluarga lintas sektor. Laporan ini memuat hasil evaluasi tahun 2024.",
            "bases": [
                "Instruksi Presiden Nomor 3 Tahun 2022 tentang Optimalisasi Penyelenggaraan Kampung Keluarga Berkualitas;",
                "Keputusan Bupati Contoh Barat tentang Penetapan Kampung Keluarga Berkualitas.",
            ],
            "purpose": "Menyampaikan keadaan Kampung KB kepada Bupati sebagai bahan pembinaan tahun berikutnya.",
            "activities": [
                "Pengisian evaluasi oleh Kampung KB sampai dengan 30 September 2024",
                "Pemeriksaan oleh penyuluh, dukungan camat dan penerimaan oleh dinas",
                "Rapat koordinasi tanggal 16 Oktober 2024",
            ],
            "coverage": [
                {"denominator": "desa", "total": 178, "designated": 87},
                {"denominator": "desa dan kelurahan", "total": 189, "designated": 87},
            ],
            "classes": [
                {"name": name, "now": now, "last": last}
                for name, now, last in zip(CLASSES, (9, 41, 22, 13), (21, 44, 15, 7), strict=True)
            ],
            "undecided": 2,
            "reports": "laporan bulanan, Januari sampai dengan Oktober 2024",
            "completeness": [
                {"district": name, "expected": expected, "reported": reported, "in_time": in_time}
                for name, expected, reported, in_time in DISTRICTS
            ],
            "follow_ups": [
                {"owner": "Dinas Kesehatan", "asked": 6, "done": 4, "late": 1},
                {"owner": "Penyuluh KB Contoh Tengah", "asked": 3, "done": 3, "late": 0},
            ],
            "needs": [
                {"aim": "Pelatihan kader", "noted": 14, "answered": 9, "late": 2},
                {"aim": "Sarana sekretariat", "noted": 8, "answered": 3, "late": 4},
            ],
            "villages": [
                {"district": DISTRICTS[order % 3][0], "village": f"Contoh {order + 1}", "last": last, "now": now,
                 "reported": 10 - order % 4, "needs": order % 3}
                for order, (last, now) in enumerate(zip(kinds(rows), kinds(rows, 1), strict=True))
            ],
            "conclusions": [
                "Kampung berkelas Dasar berkurang dari 21 menjadi 9.",
                "Kelengkapan laporan belum merata antarkecamatan.",
            ],
            "suggestions": ["Mendahulukan pembinaan di Kecamatan Contoh Hilir."],
            "closing": "",
        },
    )  # fmt: skip


def kinds(rows: int, start: int = 0) -> list[str]:
    return list(islice(cycle(CLASSES[start:] + CLASSES[:start]), rows))
