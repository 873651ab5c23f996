"""A made-up record of a yearly rakor."""

from itertools import cycle, islice

from documents.content import Content
from documents.families.naskah_dinas.samples import AGENCY, AGENCY_HEAD, letter, repeated

CLASSES = ["Berkembang", "Mandiri", "Berkelanjutan", "Dasar"]
DECISIONS = [
    {
        "text": "Kelas setiap Kampung KB yang evaluasinya diterima ditetapkan sebagaimana tercantum dalam lampiran",
        "votes": "18 setuju, 2 tidak setuju, 1 abstain",
        "dissent": "Camat Contoh Tengah mencatat bahwa angka peserta KB dua kampung masih diperiksa",
    },
    {
        "text": "Kelas Kampung KB Contoh 2 ditetapkan Berkembang karena sekretariatnya belum dipakai",
        "was": "Kelas Kampung KB Contoh 2 ditetapkan Mandiri",
        "correction": "salah ketik nama kelas",
    },
    {
        "text": "Dinas Kesehatan menjawab kebutuhan alat bagi kader di tiga kampung paling lambat tanggal 15 November 2024"
    },
]
FOLLOW_UPS = [
    {"what": "Mendampingi pelaporan dua kampung", "owner": "Penyuluh KB Contoh Tengah", "due_on": "2024-10-31"},
    {"what": "Menjawab kebutuhan alat bagi kader", "owner": "Dinas Kesehatan", "due_on": "2024-11-15"},
]
ATTENDANCE = [
    {"element": "Organisasi perangkat daerah", "invited": 8, "present": 7},
    {"element": "Kecamatan", "invited": 5, "present": 5},
    {"element": "Kampung KB dan penyuluh", "invited": 15, "present": 9},
]


def sample(rows: int = 3) -> Content:
    """A rakor with `rows` decisions and classes."""
    last, now = (list(islice(cycle(CLASSES[start:] + CLASSES[:start]), rows)) for start in (0, 1))
    return letter(
        "berita_acara_rakor",
        AGENCY,
        AGENCY_HEAD,
        subject="Rapat Koordinasi dan Evaluasi Kampung Keluarga Berkualitas Tahun 2024",
        body={
            "meeting": "Rapat Koordinasi dan Evaluasi Kampung Keluarga Berkualitas Kabupaten Contoh Barat Tahun 2024",
            "held_on": "2024-10-16",
            "time": "08.45 WIB",
            "venue": "Aula Contoh, Sekretariat Daerah Kabupaten Contoh Barat",
            "opener": "Sekretaris Daerah",
            "chair": "Kepala Dinas Pengendalian Penduduk dan Keluarga Berencana",
            "agenda": ["pembukaan", "pembahasan hasil evaluasi", "penetapan kelas dan tindak lanjut"],
            "attendance": ATTENDANCE,
            "quorum": 15,
            "decisions": repeated(DECISIONS, min(rows, 20)),
            "classes": [
                {
                    "district": "Contoh Tengah" if order % 2 else "Contoh Hulu",
                    "village": f"Contoh {order}",
                    "last": was,
                    "computed": becomes,
                    "decided": becomes,
                    "note": "",
                }
                for order, (was, becomes) in enumerate(zip(last, now, strict=True), start=1)
            ],
            "follow_ups": FOLLOW_UPS,
            "copies": 3,
        },
        parties=[
            {"role": "Pimpinan rapat", "lines": AGENCY_HEAD["lines"], "name": AGENCY_HEAD["name"]},
            {"role": "Notulis", "lines": ["NOTULIS"], "name": "Contoh Notulis, S.Sos."},
            {"role": "Wakil kecamatan", "lines": ["CAMAT CONTOH TENGAH"], "name": "Contoh Camat, S.STP."},
            {"role": "Mengetahui", "lines": ["SEKRETARIS DAERAH"], "name": "Contoh Sekretaris Daerah, M.Si."},
        ],
        issue={
            "number": "05/BA/CONTOH/2024",
            "date": "2024-10-16",
            "signature": "none",
            "signatory": {"lines": AGENCY_HEAD["lines"], "name": AGENCY_HEAD["name"]},
        },
    )
