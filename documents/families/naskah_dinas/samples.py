"""What the samples of this family share: made-up offices and people, called `Contoh …`."""

from itertools import cycle, islice
from typing import Any, TypeVar

from documents.content import Content

AGENCY = {
    "title": "Kepala Dinas Pengendalian Penduduk dan Keluarga Berencana Kabupaten Contoh Barat",
    "place": "Contoh Kota",
    "rank": "agency",
}
REGENT = {"title": "Bupati Contoh Barat", "place": "Contoh Kota", "rank": "regent"}
REGENT_HIMSELF = {"lines": ["BUPATI CONTOH BARAT"], "name": "Contoh Bupati, S.E., M.M."}
CAMAT = {"title": "Camat Contoh Tengah", "place": "Contoh Tengah", "rank": "camat"}
VILLAGE = {"title": "Kepala Desa Contoh Jaya", "place": "Contoh Jaya", "rank": "village_head"}

AGENCY_HEAD = {
    "lines": ["KEPALA DINAS PENGENDALIAN PENDUDUK DAN KELUARGA BERENCANA"],
    "name": "Contoh Kepala Dinas, S.Sos., M.Si.",
    "rank": "Pembina Utama Muda",
    "nip": "00000000 000000 0 001",
}
LETTERHEADS = {
    "regent": {"lines": ["BUPATI CONTOH BARAT"], "address": ""},
    "agency": {
        "lines": ["PEMERINTAH KABUPATEN CONTOH BARAT", "DINAS PENGENDALIAN PENDUDUK DAN KELUARGA BERENCANA"],
        "address": "Jalan Contoh Nomor 1, Contoh Kota, Kode Pos 00000",
    },
    "camat": {
        "lines": ["PEMERINTAH KABUPATEN CONTOH BARAT", "KECAMATAN CONTOH TENGAH"],
        "address": "Jalan Contoh Nomor 2, Contoh Tengah, Kode Pos 00000",
    },
    "village_head": {
        "lines": ["PEMERINTAH KABUPATEN CONTOH BARAT", "KECAMATAN CONTOH TENGAH", "DESA CONTOH JAYA"],
        "address": "Jalan Contoh Nomor 3, Contoh Jaya, Kode Pos 00000",
    },
}

Item = TypeVar("Item")


def repeated(items: list[Item], rows: int) -> list[Item]:
    """The first `rows` of the items, over and over: a sample of any length."""
    return list(islice(cycle(items), rows))


def letter(kind: str, office: dict[str, str], signatory: dict[str, Any], **keys: Any) -> Content:
    """A sample letter of this kind from this office; `keys` are what it says."""
    return {
        "schema": "siklus/letter/1",
        "kind": kind,
        "template": f"{kind}@1",
        "example": True,
        "office": office,
        "letterhead": LETTERHEADS[office["rank"]],
        "nature": "Biasa",
        "enclosures": "-",
        "to": [],
        "through": "",
        "copies_to": [],
        "parties": [],
        "footer": "",
        "issue": {
            "number": "400.13/17/CONTOH/2024",
            "date": "2024-09-09",
            "signature": "none",
            "signatory": signatory,
        },
        **keys,
    }
