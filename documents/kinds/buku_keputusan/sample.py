"""A made-up register of a Bupati's decrees, with a number in each state."""

from typing import Any

from documents.content import Content
from documents.families.naskah_dinas.register_samples import register
from documents.families.naskah_dinas.samples import repeated

ROWS: list[dict[str, Any]] = [
    {"date": "2024-05-06", "subject": "Penetapan Kampung Keluarga Berkualitas Tahun 2024",
     "initiator": "Dinas Pengendalian Penduduk dan Keluarga Berencana", "signatory": "Contoh Bupati", "annexes": 2,
     "copies_to": "Gubernur Contoh; para Camat", "state": "issued", "reason": "", "note": "Salinan 12 eksemplar"},
    {"date": "", "subject": "Perubahan atas Keputusan Bupati tentang Penetapan Kampung Keluarga Berkualitas Tahun 2024",
     "initiator": "Dinas Pengendalian Penduduk dan Keluarga Berencana", "signatory": "", "annexes": 1,
     "copies_to": "", "state": "reserved", "reason": "", "note": ""},
    {"date": "", "subject": "Kelompok Kerja Kampung Keluarga Berkualitas", "initiator": "Dinas Pengendalian Penduduk "
     "dan Keluarga Berencana", "signatory": "", "annexes": 0, "copies_to": "", "state": "void",
     "reason": "rancangan ditarik setelah nomor diambil", "note": ""},
]  # fmt: skip


def sample(rows: int = 12) -> Content:
    """A register of `rows` numbers."""
    return register(
        "buku_keputusan",
        {"title": "Bupati Contoh Barat", "place": "Contoh Kota"},
        [{"number": f"{order} TAHUN 2024", **row} for order, row in enumerate(repeated(ROWS, rows), start=1)],
        [{"role": "", "lines": ["KEPALA BAGIAN HUKUM"], "name": "Contoh Kepala Bagian, S.H.", "rank": "Pembina",
          "nip": "00000000 000000 0 003"}],
    )  # fmt: skip
