"""A made-up village decree to look at: formation with Pokja, both annexes, `Contoh` names."""

from documents.content import Content

SUBJECT = "Pembentukan Kampung Keluarga Berkualitas dan Kelompok Kerja Kampung Keluarga Berkualitas Contoh Sejahtera"

SECTIONS = {
    "Keagamaan": "menggerakkan pembinaan keimanan dan kerukunan dalam keluarga lintas umur",
    "Sosialisasi dan Pendidikan": "mengelola kelas orang tua, bina keluarga balita dan remaja, serta pendataan anak "
    "putus sekolah",
    "Reproduksi": "menyelenggarakan penyuluhan kesehatan reproduksi dan pencegahan perkawinan anak",
    "Ekonomi": "mendampingi usaha peningkatan pendapatan keluarga dan akses permodalan",
    "Perlindungan": "mencegah kekerasan dalam rumah tangga dan membantu kepemilikan dokumen kependudukan",
    "Kasih Sayang": "membina kepedulian antargenerasi, termasuk lansia dan penyandang disabilitas",
    "Sosial Budaya": "melestarikan gotong royong dan budaya lokal yang mendukung keluarga",
    "Pembinaan Lingkungan": "menggerakkan sanitasi, air bersih, pekarangan pangan, dan pencegahan stunting",
}
OFFICES = [
    ("Pelindung", "Kepala Desa"),
    ("Penasihat", "Ketua BPD"),
    ("Ketua", "Kepala Dusun I"),
    ("Sekretaris", "Sub-PPKBD"),
    ("Bendahara", "TP PKK"),
]


def sample(rows: int = 21) -> Content:
    """A formation decree whose roster has `rows` members (at least one)."""
    return {
        "schema": "siklus/decree/1",
        "kind": "keputusan_kades",
        "template": "keputusan_kades@1",
        "example": True,
        "issuer": {
            "title": "Kepala Desa Contoh Jaya",
            "head_lines": ["KEPALA DESA CONTOH JAYA", "KABUPATEN CONTOH RAYA"],
            "place": "Contoh Jaya",
            "rank": "village_head",
        },
        "subject": SUBJECT,
        "year": 2024,
        "considerations": [
            "bahwa musyawarah Desa Contoh Jaya pada tanggal 2 September 2024 telah menyepakati pembentukan Kampung "
            "Keluarga Berkualitas",
            "bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, perlu menetapkan Keputusan Kepala Desa "
            f"tentang {SUBJECT}",
        ],
        "bases": [
            "Undang-Undang Nomor 6 Tahun 2014 tentang Desa sebagaimana telah diubah beberapa kali, terakhir dengan "
            "Undang-Undang Nomor 3 Tahun 2024",
            "Peraturan Pemerintah Nomor 87 Tahun 2014 tentang Perkembangan Kependudukan dan Pembangunan Keluarga, "
            "Keluarga Berencana, dan Sistem Informasi Keluarga",
        ],
        "notes": [],
        "clauses": _clauses(),
        "annexes": [
            {
                "kind": "pokja",
                "title": "Susunan Keanggotaan Kelompok Kerja Kampung Keluarga Berkualitas Contoh Sejahtera",
                "members": _members(rows),
            },
            {
                "kind": "tasks",
                "title": "Uraian Tugas Kelompok Kerja Kampung Keluarga Berkualitas Contoh Sejahtera",
                "rows": [{"section": section, "task": task} for section, task in SECTIONS.items()],
            },
        ],
        "copies_to": ["Bupati Contoh Raya", "Camat Contoh Tengah", "Ketua BPD Desa Contoh Jaya"],
        "footer": "",
        "number_prefix": "NOMOR",
        "evidence": [],
        "issue": {
            "number": "17 TAHUN 2024",
            "date": "2024-09-09",
            "signature": "none",
            "signatory": {"lines": ["KEPALA DESA CONTOH JAYA"], "name": "Contoh Kepala Desa"},
        },
    }


def _clauses() -> list[str]:
    return [
        "Membentuk Kampung Keluarga Berkualitas “Contoh Sejahtera” yang berkedudukan di Dusun I Desa Contoh Jaya "
        "Kecamatan Contoh Tengah",
        "Membentuk Kelompok Kerja Kampung Keluarga Berkualitas dengan susunan keanggotaan sebagaimana tercantum dalam "
        "Lampiran I dan uraian tugas sebagaimana tercantum dalam Lampiran II yang merupakan bagian tidak terpisahkan "
        "dari Keputusan ini",
        "Kelompok Kerja bertanggung jawab kepada Kepala Desa dan menyampaikan laporan setiap 3 (tiga) bulan",
        "Biaya pelaksanaan dibebankan pada Anggaran Pendapatan dan Belanja Desa dan/atau sumber lain yang sah",
        "Keputusan ini mulai berlaku pada tanggal ditetapkan",
    ]


def _members(count: int) -> list[dict[str, str]]:
    posts = [(position, "", office) for position, office in OFFICES]
    posts += [("Koordinator", section, "Unsur masyarakat") for section in SECTIONS]
    posts += [("Anggota", section, "Unsur masyarakat") for section in SECTIONS] * count
    return [
        {"position": position, "section": section, "element": element, "name": f"Contoh Warga {number}"}
        for number, (position, section, element) in enumerate(posts[:count], start=1)
    ]
