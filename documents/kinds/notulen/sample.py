"""Made-up minutes of a yearly rakor."""

from documents.content import Content
from documents.families.naskah_dinas.samples import AGENCY, AGENCY_HEAD, letter, repeated

DISCUSSION = [
    {
        "topic": "Hasil evaluasi Kecamatan Contoh Tengah",
        "said": "Camat menyampaikan bahwa dua kampung belum melaporkan perkembangan bulan Agustus dan September; penyuluh "
        "mendampingi pengisian paling lambat akhir bulan.",
    },
    {
        "topic": "Kebutuhan yang belum dijawab",
        "said": "Tiga kampung memerlukan alat bagi kader; peserta meminta dinas terkait menjawab sebelum penyusunan "
        "anggaran.",
    },
]
CONCLUSIONS = [
    "Kelas seluruh kampung yang evaluasinya diterima ditetapkan sebagaimana tercantum dalam berita acara.",
    "Kampung yang belum melapor didampingi penyuluh hingga laporannya lengkap.",
]
FOLLOW_UPS = [
    {"what": "Mendampingi pelaporan dua kampung", "owner": "Penyuluh KB Contoh Tengah", "due_on": "2024-10-31"},
    {"what": "Menjawab kebutuhan alat bagi kader", "owner": "Dinas Kesehatan", "due_on": "2024-11-15"},
]
NOTE_TAKER = "Contoh Notulis, S.Sos."


def sample(rows: int = 3) -> Content:
    """Minutes with `rows` subjects, conclusions and follow-ups."""
    return letter(
        "notulen",
        AGENCY,
        AGENCY_HEAD,
        subject="Rapat Koordinasi dan Evaluasi Kampung Keluarga Berkualitas Tahun 2024",
        body={
            "meeting": "Rapat koordinasi dan evaluasi Kampung Keluarga Berkualitas Kabupaten Contoh Barat",
            "held_on": "2024-10-16",
            "time": "08.45 sampai dengan 11.50 WIB",
            "venue": "Aula Contoh, Sekretariat Daerah Kabupaten Contoh Barat",
            "invitation": "Nomor 400.13/15/CONTOH/2024 tanggal 9 September 2024",
            "agenda": ["pembukaan", "pembahasan hasil evaluasi", "penetapan kelas dan tindak lanjut"],
            "chair": AGENCY_HEAD["name"],
            "note_taker": NOTE_TAKER,
            "attendance": "21 (dua puluh satu) dari 28 (dua puluh delapan) kantor yang diundang, sebagaimana tercantum dalam "
            "daftar hadir",
            "opening": "Rapat dibuka oleh Sekretaris Daerah pada pukul 08.45 WIB. Pimpinan rapat menyampaikan bahwa kuorum "
            "terpenuhi.",
            "discussion": repeated(DISCUSSION, rows),
            "conclusions": repeated(CONCLUSIONS, rows),
            "follow_ups": repeated(FOLLOW_UPS, rows),
        },
        parties=[
            {"role": "Notulis", "lines": ["NOTULIS"], "name": NOTE_TAKER},
            {"role": "Pimpinan rapat", "lines": AGENCY_HEAD["lines"], "name": AGENCY_HEAD["name"]},
        ],
    )
