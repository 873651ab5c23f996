"""A made-up control sheet: who has initialled a draft decree, and what Bagian Hukum found."""

from documents.content import Content
from documents.families.naskah_dinas.samples import letter, repeated

LEGAL = {"title": "Kepala Bagian Hukum", "place": "Contoh Kota", "rank": "agency"}
LADDER = [
    "Kepala Bidang Ketahanan dan Kesejahteraan Keluarga",
    "Sekretaris Dinas Pengendalian Penduduk dan Keluarga Berencana",
    "Kepala Dinas Pengendalian Penduduk dan Keluarga Berencana",
    "Kepala Bagian Hukum",
    "Asisten Pemerintahan dan Kesejahteraan Rakyat",
    "Sekretaris Daerah",
]


def sample(rows: int = 6) -> Content:
    """A ladder of `rows` offices (at least one), half of which have initialled."""
    offices = repeated(LADDER, rows)
    return letter(
        "lembar_kendali",
        LEGAL,
        {},
        letterhead={
            "lines": ["PEMERINTAH KABUPATEN CONTOH BARAT", "SEKRETARIAT DAERAH"],
            "address": "Jalan Contoh Nomor 4, Contoh Kota, Kode Pos 00000",
        },
        subject="Rancangan Keputusan Bupati Contoh Barat tentang Penetapan Kampung Keluarga Berkualitas Tahun 2024",
        body={
            "initiator": "Dinas Pengendalian Penduduk dan Keluarga Berencana",
            "received_on": "2024-04-22",
            "code": "0a1b2c3d",
            "ladder": [
                {"office": office, "name": "Contoh Pejabat" if order < rows / 2 else "",
                 "on": "2024-04-23" if order < rows / 2 else ""}
                for order, office in enumerate(offices)
            ],
            "notes": ["Penulisan diktum KEDUA diselaraskan dengan Lampiran."],
        },
        issue=None,
    )  # fmt: skip
