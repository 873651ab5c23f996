"""A made-up order to verify a proposal in the field."""

from documents.content import Content
from documents.families.naskah_dinas.samples import AGENCY, AGENCY_HEAD, letter


def sample(rows: int = 2) -> Content:
    """An order for `rows` officers (at least one)."""
    return letter(
        "surat_perintah_tugas",
        AGENCY,
        AGENCY_HEAD,
        subject="Verifikasi Lapangan Usulan Kampung Keluarga Berkualitas Desa Contoh Jaya",
        body={
            "bases": ["Rekomendasi Camat Contoh Tengah Nomor 400.13/17/CT/2024 tanggal 6 September 2024"],
            "assignees": [
                {"name": f"Contoh Petugas {order}", "rank": "Penata Muda", "nip": f"00000000 000000 0 1{order:02}",
                 "position": "Penyuluh Keluarga Berencana Kecamatan Contoh Tengah"}
                for order in range(1, rows + 1)
            ],
            "tasks": [
                "melakukan verifikasi lapangan atas usulan penetapan Kampung Keluarga Berkualitas Desa Contoh Jaya",
                "melaporkan hasilnya secara tertulis paling lambat 3 (tiga) hari kerja setelah selesai",
            ],
            "place": "Desa Contoh Jaya Kecamatan Contoh Tengah",
            "since": "2024-09-16",
            "until": "2024-09-17",
        },
        copies_to=["Camat Contoh Tengah", "Kepala Desa Contoh Jaya"],
    )  # fmt: skip
