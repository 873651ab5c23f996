"""A made-up staff study that asks for a decision."""

from documents.content import Content
from documents.families.naskah_dinas.samples import AGENCY, AGENCY_HEAD, letter, repeated


def sample(rows: int = 2) -> Content:
    """A study with `rows` facts (at least one)."""
    facts = [
        "Sebanyak 136 (seratus tiga puluh enam) pekon dan kelurahan telah membentuk Kampung Keluarga Berkualitas.",
        "Keputusan Bupati tahun sebelumnya berakhir pada tanggal 31 Desember 2024.",
    ]
    return letter(
        "telaahan_staf",
        AGENCY,
        AGENCY_HEAD,
        subject="Penetapan Kampung Keluarga Berkualitas Tahun 2025",
        body={
            "problem": ["Kampung Keluarga Berkualitas tahun 2025 belum ditetapkan."],
            "assumptions": ["Seluruh pekon dan kelurahan melanjutkan kegiatan Kampung Keluarga Berkualitas."],
            "facts": repeated(facts, rows),
            "analysis": [
                "Penetapan sebelum awal tahun memberi kepastian bagi penganggaran desa.",
                "Tanpa penetapan, Kelompok Kerja tidak mempunyai dasar untuk bekerja.",
            ],
            "conclusions": ["Penetapan perlu dilakukan dalam triwulan IV tahun 2024."],
            "suggestions": ["Mohon Bapak/Ibu Bupati berkenan menyetujui penyusunan rancangan Keputusan Bupati."],
        },
        to=["Bupati Contoh Barat"],
        through="Sekretaris Daerah Kabupaten Contoh Barat",
    )
