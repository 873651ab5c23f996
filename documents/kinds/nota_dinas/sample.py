"""A made-up nota dinas with which the agency lays a draft decree before the Bupati."""

from documents.content import Content
from documents.families.naskah_dinas.samples import AGENCY, AGENCY_HEAD, letter, repeated

POINTS = [
    "Bersama ini disampaikan rancangan Keputusan Bupati tentang Penetapan Kampung Keluarga Berkualitas Tahun 2024 yang "
    "memuat 136 (seratus tiga puluh enam) pekon dan kelurahan beserta 1 (satu) lampiran untuk mendapat pertimbangan.",
    "Usulan setiap desa telah diverifikasi oleh Dinas dan direkomendasikan oleh Camat.",
    "Apabila disetujui, mohon berkenan ditandatangani.",
]


def sample(rows: int = 3) -> Content:
    """A note of `rows` points (at least one)."""
    return letter(
        "nota_dinas",
        AGENCY,
        AGENCY_HEAD,
        subject="Rancangan Keputusan Bupati tentang Penetapan Kampung Keluarga Berkualitas Tahun 2024",
        to=["Bupati Contoh Barat"],
        through="Sekretaris Daerah Kabupaten Contoh Barat",
        enclosures="1 (satu) berkas",
        nature="Segera",
        body={
            "points": repeated(POINTS, rows),
            "closing": "Demikian, atas perkenan Bapak/Ibu disampaikan terima kasih.",
        },
        copies_to=["Kepala Bagian Hukum Sekretariat Daerah"],
    )
