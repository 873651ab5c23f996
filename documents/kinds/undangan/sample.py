"""A made-up invitation to a yearly rakor."""

from documents.content import Content
from documents.families.naskah_dinas.samples import AGENCY, AGENCY_HEAD, letter

OFFICES = [
    "Sekretaris Daerah Kabupaten Contoh Barat",
    "Kepala Perwakilan BKKBN Provinsi Contoh",
    "Kepala Badan Perencanaan Pembangunan Daerah Kabupaten Contoh Barat",
    "Camat Contoh Tengah",
    "Koordinator Penyuluh Keluarga Berencana Kecamatan Contoh Tengah",
]
AGENDA = [
    "pembukaan oleh Sekretaris Daerah",
    "paparan Kepala Perwakilan BKKBN Provinsi Contoh",
    "pembahasan hasil evaluasi setiap Kampung Keluarga Berkualitas",
    "penetapan kelas dan tindak lanjut",
]


def sample(rows: int = 3) -> Content:
    """An invitation of `rows` offices."""
    villages = [f"Kepala Desa Contoh {order}" for order in range(1, rows + 1)]
    return letter(
        "undangan",
        AGENCY,
        AGENCY_HEAD,
        subject="Undangan Rapat Koordinasi dan Evaluasi Kampung Keluarga Berkualitas Tahun 2024",
        nature="Penting",
        to=[*OFFICES, *villages][:rows],
        copies_to=["Bupati Contoh Barat"],
        body={
            "occasion": "Dalam rangka evaluasi pelaksanaan Kampung Keluarga Berkualitas Tahun 2024",
            "held_on": "2024-10-16",
            "time": "08.30 WIB sampai dengan selesai",
            "venue": "Aula Contoh, Sekretariat Daerah Kabupaten Contoh Barat, Jalan Contoh Nomor 1, Contoh Kota",
            "agenda": AGENDA,
            "notes": [
                "Peserta yang berhalangan dapat menunjuk wakil dengan membawa surat tugas.",
                "Daftar hadir dibuka pukul 08.00 WIB.",
            ],
        },
    )
