"""A made-up list of who came to a rakor."""

from typing import Any

from documents.content import Content
from documents.families.naskah_dinas.samples import AGENCY, LETTERHEADS

HEADS = [("Sekretaris Daerah", "Sekretariat Daerah"), ("Kepala Dinas Kesehatan", "Perangkat daerah")]


def sample(rows: int = 3) -> Content:
    """A meeting of `rows` seats; the third came late, the fourth sent somebody, the fifth stayed away."""
    return {
        "schema": "siklus/attendance/1",
        "kind": "daftar_hadir",
        "template": "daftar_hadir@1",
        "example": True,
        "office": AGENCY,
        "letterhead": LETTERHEADS["agency"],
        "subject": "Rapat Koordinasi dan Evaluasi Kampung Keluarga Berkualitas Tahun 2024",
        "held_on": "2024-10-16",
        "time": "08.45 sampai dengan 11.50 WIB",
        "venue": "Aula Contoh, Sekretariat Daerah Kabupaten Contoh Barat",
        "rows": [seat(order) for order in range(1, rows + 1)],
        "spare": 2,
        "quorum": 2,
        "signatories": [
            {"role": "Mengetahui", "lines": ["PIMPINAN RAPAT"], "name": "Contoh Sekretaris Daerah, M.Si."},
            {"role": "", "lines": ["NOTULIS"], "name": "Contoh Notulis, S.Sos."},
        ],
    }


def seat(order: int) -> dict[str, Any]:
    position, element = HEADS[order - 1] if order <= len(HEADS) else (f"Kepala Desa Contoh {order}", "Kampung KB")
    said = {"name": f"Contoh Pejabat {order}", "position": position, "element": element, "arrived": "08.31", "left": ""}
    late = {"arrived": "09.20", "note": "terlambat"}
    proxy = {"name": "Contoh Sekretaris Desa", "note": f"mewakili {position}", "left": "11.10"}
    away = {"name": "", "arrived": ""}
    return said | {3: late, 4: proxy, 5: away}.get(order, {})
